package it.cronoprogramma.processo.posta;

import java.time.Clock;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import it.cronoprogramma.notifica.InvioMessaggi;
import it.cronoprogramma.notifica.LavoriDiPosta;
import it.cronoprogramma.notifica.Messaggio;
import it.cronoprogramma.notifica.PostaInPartenza;
import it.cronoprogramma.processo.modello.InviaMessaggio;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A mail is a job of the engine: it outlives a dead mail server, is tried again over a
 * day and is then an incident in Cockpit.
 */
@Component
class MessaggiNelMotore implements PostaInPartenza, LavoriDiPosta {

	/** As many attempts as the model's cycle of retries has. */
	private static final int TENTATIVI = 7;

	private static final int GRUPPO = 500;

	private final RuntimeService processi;

	private final ManagementService lavori;

	private final Clock orologio;

	MessaggiNelMotore(RuntimeService processi, ManagementService lavori, Clock orologio) {
		this.processi = processi;
		this.lavori = lavori;
		this.orologio = orologio;
	}

	@Override
	public void parte(Messaggio m) {
		Map<String, Object> variabili = new HashMap<>();
		variabili.put(InviaMessaggio.MESSAGGIO.nome(), m.id());
		if (m.gestione() != null) {
			variabili.put(InviaMessaggio.GESTIONE.nome(), m.gestione());
		}
		this.processi.startProcessInstanceByKey(InviaMessaggio.CHIAVE, m.id(), variabili);
	}

	@Override
	public Set<String> falliti() {
		List<String> istanze = this.lavori.createJobQuery()
			.processDefinitionKey(InviaMessaggio.CHIAVE)
			.noRetriesLeft()
			.list()
			.stream()
			.map(Job::getProcessInstanceId)
			.toList();
		Set<String> falliti = new HashSet<>();
		for (int da = 0; da < istanze.size(); da += GRUPPO) {
			falliti.addAll(this.processi.createProcessInstanceQuery()
				.processInstanceIds(Set.copyOf(istanze.subList(da, Math.min(istanze.size(), da + GRUPPO))))
				.list()
				.stream()
				.map(ProcessInstance::getBusinessKey)
				.collect(Collectors.toSet()));
		}
		return falliti;
	}

	@Override
	@Transactional
	public void riprova(Messaggio m) {
		List<ProcessInstance> istanze = this.processi.createProcessInstanceQuery()
			.processInstanceBusinessKey(m.id(), InviaMessaggio.CHIAVE)
			.list();
		if (istanze.isEmpty()) {
			// somebody has deleted its process in Cockpit
			parte(m);
			return;
		}
		Date adesso = Date.from(this.orologio.instant());
		istanze.forEach((i) -> this.lavori.createJobQuery()
			.processInstanceId(i.getId())
			.list()
			.forEach((j) -> this.lavori.setJobRetries(TENTATIVI).jobId(j.getId()).dueDate(adesso).execute()));
	}

	/** What the process does. */
	@Configuration(proxyBeanMethods = false)
	static class Passi {

		@Bean
		JavaDelegate inviaMessaggio(InvioMessaggi invio) {
			return new Passo(invio);
		}

	}

	/** Inviare la mail. */
	private record Passo(InvioMessaggi invio) implements JavaDelegate {

		@Override
		public void execute(DelegateExecution execution) {
			this.invio.invia(InviaMessaggio.MESSAGGIO.leggi(execution));
		}

	}

}
