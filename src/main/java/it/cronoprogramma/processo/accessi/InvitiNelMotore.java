package it.cronoprogramma.processo.accessi;

import java.util.Map;

import it.cronoprogramma.ente.PostaInviti;
import it.cronoprogramma.notifica.InvioInvito;
import it.cronoprogramma.processo.modello.InviaInvito;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The mail with the link to set a password is a job of the engine: it outlives a dead
 * mail server, and what fails for a day is an incident in Cockpit.
 */
@Component
class InvitiNelMotore implements PostaInviti {

	private final RuntimeService processi;

	InvitiNelMotore(RuntimeService processi) {
		this.processi = processi;
	}

	@Override
	public void manda(String invito) {
		this.processi.startProcessInstanceByKey(InviaInvito.CHIAVE, Map.of(InviaInvito.INVITO.nome(), invito));
	}

	/** What the process does. */
	@Configuration(proxyBeanMethods = false)
	static class Passi {

		@Bean
		JavaDelegate inviaInvito(InvioInvito invio) {
			return new Passo(invio);
		}

	}

	/** Inviare il collegamento. */
	private record Passo(InvioInvito invio) implements JavaDelegate {

		@Override
		public void execute(DelegateExecution execution) {
			this.invio.invia(InviaInvito.INVITO.leggi(execution));
		}

	}

}
