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
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;

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
		Cronoprogramma tabella = tabella(c, avviso);
		dati.put("importo", Parole.euro(c.importo().orElseThrow()));
		dati.put("dalDecreto", (avviso.decorrenzaCompletamento() == DecorrenzaCompletamento.DECRETO) ? "si" : "no");
		dati.put("terminiProposti",
				"contratti entro %s, completamento entro %s, limite complessivo %s".formatted(
						tabella.contrattualizzazione().inParole(), tabella.completamento().inParole(),
						tabella.limite().inParole()));
		if (!tabella.daConfermare()) {
			dati.put("termini", "proposti");
		}
		dati.put("daConfermare", tabella.daConfermare() ? "si" : "no");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Notifica notifica = modulo.pec("Data di consegna della PEC", "Ora di consegna", autore);
		Avviso avviso = avviso(c);
		Decreto decreto = new Decreto(modulo.testo("numeroDecreto", "Numero del decreto", 60),
				modulo.giorno("dataDecreto", "Data del decreto"), notifica,
				modulo.importo("importoDecretato", "Importo decretato"),
				modulo.giornoFacoltativo("dataPubblicazione", "Pubblicazione del decreto").orElse(null),
				termini(modulo, tabella(c, avviso).daConfermare()));
		c.finanzia(decreto, avviso, ufficio().catalogo().fascia(avviso.codice(), c.popolazione()), autore);
	}

	private Cronoprogramma tabella(Candidatura c, Avviso avviso) {
		return ufficio().catalogo().cronoprogramma(avviso.codice(), c.popolazione());
	}

	private static TerminiAllegato termini(Modulo modulo, boolean daConfermare) {
		String scelta = modulo.testoONullo("termini", "I termini dell'Allegato 2 sono questi?", 20);
		if ("diversi".equals(scelta)) {
			return new TerminiAllegato(termine(modulo, "Contrattualizzazione", "Contratti: entro"),
					termine(modulo, "Completamento", "Completamento: entro"),
					termine(modulo, "Limite", "Limite complessivo: entro"));
		}
		if (daConfermare && !"proposti".equals(scelta)) {
			throw Rifiuto.nonValido("Per questo avviso le fonti pubbliche non sono certe: confronti i termini con "
					+ "l'Allegato 2 e dica se sono quelli proposti.");
		}
		return TerminiAllegato.DELLA_TABELLA;
	}

	private static Termine termine(Modulo modulo, String quale, String etichetta) {
		return TerminiAllegato.termine(modulo.intero("termine" + quale, etichetta),
				modulo.testo("unita" + quale, "Unità"));
	}

}
