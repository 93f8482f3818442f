package it.cronoprogramma.processo.posta;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import it.cronoprogramma.notifica.PostaDiRitorno;
import it.cronoprogramma.processo.casella.LettureProgrammate;
import it.cronoprogramma.processo.modello.LeggiRitorno;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When the sender's mailbox is read.
 */
@Component("programmaRitorno")
@Order(30)
public class LetturaDelRitorno extends LettureProgrammate {

	private final PostaDiRitorno posta;

	LetturaDelRitorno(PostaDiRitorno posta, RuntimeService processi, Clock orologio) {
		super(LeggiRitorno.CHIAVE, LeggiRitorno.LEGGI_RITORNO, processi, orologio);
		this.posta = posta;
	}

	@Override
	protected Set<String> nomi() {
		return this.posta.siLegge() ? Set.of(PostaDiRitorno.CASELLA) : Set.of();
	}

	@Override
	protected Duration ogni() {
		return this.posta.ogni();
	}

	@Override
	protected void prepara(ProcessInstantiationBuilder lettura, String casella) {
		lettura.setVariable(LeggiRitorno.DESCRIZIONE.nome(), "Casella del mittente");
	}

	/** What the process does. */
	@Configuration(proxyBeanMethods = false)
	static class Passi {

		@Bean
		JavaDelegate leggiRitorno(PostaDiRitorno posta, Clock orologio) {
			return new Passo(posta, orologio);
		}

	}

	/** Leggere la posta tornata: some messages in one transaction. */
	private record Passo(PostaDiRitorno posta, Clock orologio) implements JavaDelegate {

		@Override
		public void execute(DelegateExecution execution) {
			String resta = "tolta";
			if (this.posta.siLegge() && PostaDiRitorno.CASELLA.equals(execution.getProcessBusinessKey())) {
				resta = this.posta.leggi(this.orologio.instant()) ? "altri" : "niente";
			}
			LeggiRitorno.RESTA.scrivi(execution, resta);
		}

	}

}
