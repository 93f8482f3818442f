package it.cronoprogramma.processo.vicende;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.candidatura.AttoAttivo;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Sospensioni;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.Sospensione;
import it.cronoprogramma.processo.motore.NelProcesso;
import it.cronoprogramma.termine.Differimento;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Keeps the state of a candidatura in step with the suspensions that reach it.
 */
@Component("sospensioni")
public class SospensioniDelMotore implements NelProcesso {

	private final Ufficio ufficio;

	SospensioniDelMotore(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	/**
	 * When the state may change again.
	 * @param execution the process that follows the suspensions of a candidatura
	 * @return the first instant of the day, Rome; now, where an act was undone meanwhile
	 */
	public Date prossimoConfine(DelegateExecution execution) {
		return Date.from(confine(attivi(execution)).map((giorno) -> giorno.atStartOfDay(Roma.FUSO).toInstant())
			.orElse(this.ufficio.autore().quando()));
	}

	private void aggiorna(DelegateExecution execution) {
		List<AttoAttivo> attivi = attivi(execution);
		Candidatura c = this.ufficio.candidature().blocca(execution.getProcessBusinessKey());
		Autore autore = this.ufficio.autore();
		Optional<Differimento> sospensione = Sospensioni.nelGiorno(attivi, autore.oggi());
		if (!c.fase().finita() && c.sospesa() != sospensione.isPresent()) {
			c.sospesa(sospensione.isPresent(), sospensione.map(Differimento::atto).orElse(null));
			this.ufficio.candidature().salva(c, autore);
			Radice.dellAvviso(execution).aggiorna(c);
		}
		Sospensione.ALTRI_GIORNI.scrivi(execution, !c.fase().finita() && confine(attivi).isPresent());
	}

	private Optional<LocalDate> confine(List<AttoAttivo> attivi) {
		return Sospensioni.prossimoConfine(attivi, this.ufficio.oggi());
	}

	private List<AttoAttivo> attivi(DelegateExecution execution) {
		return this.ufficio.differimenti().attivi(execution.getProcessBusinessKey());
	}

	/** The step of the process, by the name that the model gives it. */
	@Configuration(proxyBeanMethods = false)
	static class Passi {

		@Bean
		JavaDelegate aggiornaSospensione(SospensioniDelMotore sospensioni) {
			return sospensioni::aggiorna;
		}

	}

}
