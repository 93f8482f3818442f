package it.cronoprogramma.processo.termini;

import java.time.Clock;
import java.time.LocalDate;

import it.cronoprogramma.candidatura.RegoleDifferimento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.orologio.OrologioMotore;
import it.cronoprogramma.termine.CalcoloTermine;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.Politica;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How this installation counts, and one delegate for each term that a phase opens.
 */
@Configuration(proxyBeanMethods = false)
class TerminiConfiguration {

	@Bean
	Clock orologio() {
		return new OrologioMotore();
	}

	@Bean
	CalcoloTermine calcoloTermine(@Value("${cronoprogramma.termini.sabato-festivo:false}") boolean sabatoFestivo) {
		return new CalcoloTermine(CalendarioFestivita.italiano(), new Politica(sabatoFestivo));
	}

	/**
	 * The cap bounds the completion of all lump-sum avvisi (Decreto 39/2025 of
	 * 14/2/2025).
	 */
	@Bean
	RegoleDifferimento regoleDifferimento(CalcoloTermine calcolo,
			@Value("${cronoprogramma.termini.tetto:}") LocalDate tetto) {
		return new RegoleDifferimento(calcolo, tetto);
	}

	@Bean
	JavaDelegate apriTermineDomanda(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.DOMANDA, ufficio);
	}

	@Bean
	JavaDelegate apriTermineCup(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.CUP, ufficio);
	}

	@Bean
	JavaDelegate apriTermineContrattualizzazione(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.CONTRATTUALIZZAZIONE, ufficio);
	}

	@Bean
	JavaDelegate apriTermineCompletamento(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.COMPLETAMENTO, ufficio);
	}

	@Bean
	JavaDelegate apriTermineLimite(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.LIMITE, ufficio);
	}

	@Bean
	JavaDelegate apriTermineIntegrazione(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.INTEGRAZIONE, ufficio);
	}

	@Bean
	JavaDelegate apriTermineMantenimento(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.MANTENIMENTO, ufficio);
	}

	@Bean
	JavaDelegate apriTermineControllo(Ufficio ufficio) {
		return new ApriTermine(TipoTermine.CONTROLLO, ufficio);
	}

}
