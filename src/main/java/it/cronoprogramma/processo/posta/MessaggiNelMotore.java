package it.cronoprogramma.processo.posta;

import java.util.HashMap;
import java.util.Map;

import it.cronoprogramma.notifica.InvioMessaggi;
import it.cronoprogramma.notifica.Messaggio;
import it.cronoprogramma.notifica.PostaInPartenza;
import it.cronoprogramma.processo.modello.InviaMessaggio;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * A mail is a job of the engine: it outlives a dead mail server, is tried again over a
 * day and is then an incident in Cockpit.
 */
@Component
class MessaggiNelMotore implements PostaInPartenza {

	private final RuntimeService processi;

	MessaggiNelMotore(RuntimeService processi) {
		this.processi = processi;
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
