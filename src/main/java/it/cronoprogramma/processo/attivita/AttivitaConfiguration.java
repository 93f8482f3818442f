package it.cronoprogramma.processo.attivita;

import it.cronoprogramma.candidatura.TipoAdempimento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.RegolaModulo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * One rule for each task in which a step or an activation is recorded; they differ by
 * what proves it.
 */
@Configuration(proxyBeanMethods = false)
class AttivitaConfiguration {

	@Bean
	RegolaModulo registraMigrazione(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Servizio cloud qualificato");
	}

	@Bean
	RegolaModulo registraTransazione(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Identificativo della transazione");
	}

	@Bean
	RegolaModulo registraPubblicazione(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Identificativo del servizio");
	}

	@Bean
	RegolaModulo registraNotifica(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Codice IUN");
	}

	@Bean
	RegolaModulo registraApi(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Riferimento nel catalogo");
	}

	@Bean
	RegolaModulo compilaAssessment(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.DOMANDA, TipoAdempimento.ASSESSMENT,
				"Codice o protocollo del questionario");
	}

	@Bean
	RegolaModulo classificaServizi(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.DOMANDA, TipoAdempimento.CLASSIFICAZIONE,
				"Protocollo della classificazione");
	}

	@Bean
	RegolaModulo indicaPartner(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PARTNER,
				"Partner tecnologico");
	}

	@Bean
	RegolaModulo inviaAccordo(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.ACCORDO,
				"Protocollo della PEC");
	}

	@Bean
	RegolaModulo iscriviDelegato(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.ISCRIZIONE,
				"Delegato iscritto");
	}

	@Bean
	RegolaModulo compilaSchede(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.SCHEDE, "Schede compilate");
	}

	@Bean
	RegolaModulo richiediPubblicazione(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PUBBLICAZIONE,
				"Richiesta di pubblicazione");
	}

	@Bean
	RegolaModulo integraSpid(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.SPID,
				"Riferimento del collaudo");
	}

	@Bean
	RegolaModulo registraEnteCie(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.FEDERAZIONE,
				"Riferimento della registrazione");
	}

	@Bean
	RegolaModulo nominaPartnerCie(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PARTNER_CIE,
				"Partner tecnologico");
	}

	@Bean
	RegolaModulo federaMetadati(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.METADATI,
				"Riferimento dei metadati");
	}

	@Bean
	RegolaModulo erogaFormazione(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.FORMAZIONE,
				"Soggetto che ha erogato la formazione");
	}

	@Bean
	RegolaModulo chiudiRegistri(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.REGISTRI,
				"Atto di chiusura");
	}

	@Bean
	RegolaModulo adottaAnsc(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.ANSC,
				"Conferma di adesione");
	}

	@Bean
	RegolaModulo registraPrimoAtto(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PRIMO_ATTO,
				"Identificativo dell'atto");
	}

	@Bean
	RegolaModulo aderisciPdnd(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PDND,
				"Riferimento dell'adesione");
	}

	@Bean
	RegolaModulo validaCivici(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.CIVICI,
				"Riferimento della validazione");
	}

	@Bean
	RegolaModulo georeferenziaCivici(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.GEOREFERENZIAZIONE,
				"Riferimento del caricamento");
	}

}
