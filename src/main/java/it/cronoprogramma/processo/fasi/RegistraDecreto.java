package it.cronoprogramma.processo.fasi;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Decreto;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TerminiAllegato;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare il decreto di finanziamento: from its notification runs
 * contrattualizzazione.
 */
@Component("registraDecreto")
class RegistraDecreto extends RegolaCandidatura {

	RegistraDecreto(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		Cronoprogramma tabella = ufficio().catalogo().cronoprogramma(avviso.codice(), c.popolazione());
		dati.put("importo", Parole.euro(c.importo().orElseThrow()));
		dati.put("dalDecreto", (avviso.decorrenzaCompletamento() == DecorrenzaCompletamento.DECRETO) ? "si" : "no");
		dati.put("terminiProposti",
				"contratti entro %s, completamento entro %s, limite complessivo %s".formatted(
						tabella.contrattualizzazione().inParole(), tabella.completamento().inParole(),
						tabella.limite().inParole()));
		dati.put("daConfermare", tabella.daConfermare() ? "si" : "no");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Notifica notifica = Notifica.ricevuta(modulo.giorno("dataNotifica", "Data della notifica"),
				modulo.ora("oraNotifica", "Ora della notifica"), modulo.testo("protocollo", "Protocollo", 100), autore);
		Avviso avviso = avviso(c);
		Decreto decreto = new Decreto(modulo.testo("numeroDecreto", "Numero del decreto", 60),
				modulo.giorno("dataDecreto", "Data del decreto"), notifica,
				modulo.importo("importoDecretato", "Importo del decreto"),
				modulo.giornoFacoltativo("dataPubblicazione", "Pubblicazione del decreto").orElse(null),
				termini(modulo));
		c.finanzia(decreto, avviso, ufficio().catalogo().fascia(avviso.codice(), c.popolazione()), autore);
	}

	private static TerminiAllegato termini(Modulo modulo) {
		if (!"diversi".equals(modulo.testoONullo("termini", "Termini", 20))) {
			return TerminiAllegato.DELLA_TABELLA;
		}
		String unita = modulo.testo("unitaTermini", "Unità dei termini");
		return new TerminiAllegato(
				TerminiAllegato.termine(modulo.interoONullo("termineContrattualizzazione", "Termine per i contratti"),
						unita),
				TerminiAllegato.termine(modulo.interoONullo("termineCompletamento", "Termine per completare"), unita),
				TerminiAllegato.termine(modulo.interoONullo("termineLimite", "Limite complessivo"), unita));
	}

}
