package it.cronoprogramma.processo.termini;

import java.util.Date;
import java.util.List;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.notifica.OraDelGiro;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.OrologioTermine;
import it.cronoprogramma.processo.motore.NelProcesso;
import it.cronoprogramma.termine.SequenzaEventi;
import it.cronoprogramma.termine.SequenzaEventi.EventoTermine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The clock of a term: one timer, which always knows its next event. What has happened so
 * far stands in the term's row, so that the clock can be set anew at any time.
 */
@Component("orologioTermine")
public class OrologioDelTermine implements NelProcesso {

	private final Ufficio ufficio;

	private final SequenzaEventi sequenza;

	private final OraDelGiro ora;

	OrologioDelTermine(Ufficio ufficio, SequenzaEventi sequenza, OraDelGiro ora) {
		this.ufficio = ufficio;
		this.sequenza = sequenza;
		this.ora = ora;
	}

	/**
	 * When the clock strikes next.
	 * @param execution the clock's instance
	 * @return the instant of the next event
	 */
	public Date prossimoEvento(DelegateExecution execution) {
		return Date.from(prossimo(scadenza(execution)).quando());
	}

	private Scadenza scadenza(DelegateExecution execution) {
		return this.ufficio.scadenze().leggi(OrologioTermine.SCADENZA_ID.leggi(execution));
	}

	private EventoTermine prossimo(Scadenza s) {
		return this.sequenza.prossimo(s.date().prudenziale(), s.governante(),
				this.ufficio.catalogo().giorniPromemoria(s.termine().codice()), s.ultimoEvento());
	}

	private void registraEvento(DelegateExecution execution) {
		Scadenza s = scadenza(execution);
		EventoTermine evento = prossimo(s);
		Autore autore = this.ufficio.autore();
		String promemoria = this.ufficio.scadenze()
			.sollevaPromemoria(s, evento.chiave(), evento.quando(), autore.quando());
		OrologioTermine.EVENTO.scrivi(execution, evento.tipo().name());
		OrologioTermine.PROMEMORIA.scrivi(execution, promemoria);
		OrologioTermine.SUBITO.scrivi(execution, this.ora.urgente(s, evento.tipo(), autore.quando()));
	}

	private void segnaScaduto(DelegateExecution execution) {
		Scadenza s = scadenza(execution);
		Autore autore = this.ufficio.autore();
		this.ufficio.scadenze().segnaScaduta(s.id(), autore.quando());
		this.ufficio.candidature()
			.narra(s.candidatura(), List.of(new VoceStoria("Termine scaduto: " + s.termine().nome(),
					s.date().spiegazione(), null, Parole.giorno(s.governante()))), autore);
		Radice.di(execution).corrono(this.ufficio.scadenze().pendenti(s.candidatura()));
	}

	/** The steps of the clock, by the names that the model gives them. */
	@Configuration(proxyBeanMethods = false)
	static class Passi {

		@Bean
		SequenzaEventi sequenzaEventi() {
			return new SequenzaEventi(it.cronoprogramma.termine.CalendarioFestivita.italiano());
		}

		@Bean
		JavaDelegate registraEvento(OrologioDelTermine orologio) {
			return orologio::registraEvento;
		}

		@Bean
		JavaDelegate segnaScaduto(OrologioDelTermine orologio) {
			return orologio::segnaScaduto;
		}

	}

}
