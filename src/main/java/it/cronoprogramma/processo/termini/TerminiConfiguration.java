package it.cronoprogramma.processo.termini;

import java.time.Clock;

import it.cronoprogramma.candidatura.Decorrenze;
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

	@Bean
	Decorrenze decorrenze(CalcoloTermine calcolo) {
		return new Decorrenze(calcolo);
	}

	@Bean
	JavaDelegate apriTermineDomanda(Ufficio ufficio, Decorrenze decorrenze) {
		return new ApriTermine(TipoTermine.DOMANDA, ufficio, decorrenze);
	}

	@Bean
	JavaDelegate apriTermineCup(Ufficio ufficio, Decorrenze decorrenze) {
		return new ApriTermine(TipoTermine.CUP, ufficio, decorrenze);
	}

	@Bean
	JavaDelegate apriTermineContrattualizzazione(Ufficio ufficio, Decorrenze decorrenze) {
		return new ApriTermine(TipoTermine.CONTRATTUALIZZAZIONE, ufficio, decorrenze);
	}

	@Bean
	JavaDelegate apriTermineCompletamento(Ufficio ufficio, Decorrenze decorrenze) {
		return new ApriTermine(TipoTermine.COMPLETAMENTO, ufficio, decorrenze);
	}

}
