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
		return new RegistraAttivazioni(ufficio, "In esercizio dal", "Servizio cloud qualificato");
	}

	@Bean
	RegolaModulo registraTransazione(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Data della prima transazione", "Identificativo della transazione");
	}

	@Bean
	RegolaModulo registraPubblicazione(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Visibili dal", "Identificativo del servizio");
	}

	@Bean
	RegolaModulo registraNotifica(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Data della notifica", "Codice IUN");
	}

	@Bean
	RegolaModulo registraApi(Ufficio ufficio) {
		return new RegistraAttivazioni(ufficio, "Pubblicate il", "Riferimento nel catalogo");
	}

	@Bean
	RegolaModulo compilaAssessment(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.DOMANDA, TipoAdempimento.ASSESSMENT, "Compilato il",
				"Codice o protocollo");
	}

	@Bean
	RegolaModulo classificaServizi(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.DOMANDA, TipoAdempimento.CLASSIFICAZIONE, "Trasmessa il",
				"Protocollo della classificazione");
	}

	@Bean
	RegolaModulo indicaPartner(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PARTNER, "Indicato il",
				"Partner tecnologico");
	}

	@Bean
	RegolaModulo inviaAccordo(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.ACCORDO, "Inviato il",
				"Protocollo della PEC");
	}

	@Bean
	RegolaModulo iscriviDelegato(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.ISCRIZIONE, "Iscritto il",
				"Delegato iscritto");
	}

	@Bean
	RegolaModulo compilaSchede(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.SCHEDE, "Compilate il",
				"Schede compilate");
	}

	@Bean
	RegolaModulo richiediPubblicazione(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PUBBLICAZIONE,
				"Richiesta il", "Richiesta di pubblicazione");
	}

	@Bean
	RegolaModulo integraSpid(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.SPID,
				"Collaudo richiesto o servizi attivati il", "Riferimento del collaudo");
	}

	@Bean
	RegolaModulo registraEnteCie(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.FEDERAZIONE, "Registrato il",
				"Riferimento della registrazione");
	}

	@Bean
	RegolaModulo nominaPartnerCie(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PARTNER_CIE, "Nominato il",
				"Partner tecnologico");
	}

	@Bean
	RegolaModulo federaMetadati(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.METADATI, "Federati il",
				"Riferimento dei metadati");
	}

	@Bean
	RegolaModulo erogaFormazione(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.FORMAZIONE, "Concluso il",
				"Chi ha erogato la formazione");
	}

	@Bean
	RegolaModulo chiudiRegistri(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.REGISTRI, "Chiusi il",
				"Atto di chiusura");
	}

	@Bean
	RegolaModulo adottaAnsc(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.ANSC, "Adottato il",
				"Conferma di adesione");
	}

	@Bean
	RegolaModulo registraPrimoAtto(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PRIMO_ATTO, "Formato il",
				"Identificativo dell'atto");
	}

	@Bean
	RegolaModulo aderisciPdnd(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.PDND, "Adesione del",
				"Riferimento dell'adesione");
	}

	@Bean
	RegolaModulo validaCivici(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.CIVICI, "Validata il",
				"Riferimento della validazione");
	}

	@Bean
	RegolaModulo georeferenziaCivici(Ufficio ufficio) {
		return new RegistraAdempimento(ufficio, TipoTermine.COMPLETAMENTO, TipoAdempimento.GEOREFERENZIAZIONE,
				"Caricati il", "Riferimento del caricamento");
	}

}
