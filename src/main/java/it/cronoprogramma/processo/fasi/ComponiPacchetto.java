package it.cronoprogramma.processo.fasi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Servizio;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Avvio;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Comporre il pacchetto: the site and the services, from which the amount follows.
 */
@Component("componiPacchetto")
class ComponiPacchetto extends RegolaCandidatura {

	ComponiPacchetto(Ufficio ufficio) {
		super(ufficio, TipoTermine.DOMANDA);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		FasciaImporto fascia = ufficio().catalogo().fascia(avviso.codice(), c.popolazione());
		dati.put("popolazione", c.popolazione());
		dati.put("fascia", fascia.fascia());
		dati.put("fisso", fascia.fisso().doubleValue());
		dati.put("voceFisso", fascia.voceFisso());
		dati.put("servizioImporto", fascia.servizio().doubleValue());
		dati.put("voceServizio", fascia.voceServizio());
		dati.put("minServizi", fascia.minServizi());
		dati.put("maxServizi", fascia.maxServizi());
		dati.put("catalogoServizi",
				ufficio().catalogo()
					.servizi(avviso.misura())
					.stream()
					.map((s) -> Map.of("value", s.codice(), "label", s.nome()))
					.toList());
		dati.put("avviataDal", Parole.giorno(avviso.avviataDal()));
		List<ServizioFinanziato> scelti = ufficio().candidature().servizi(c.codice());
		c.sitoAvvio().ifPresent((avvio) -> {
			dati.put("sito", avvio.codice());
			dati.put("serviziDaAvviare", codici(scelti, Avvio.DA_AVVIARE));
			dati.put("serviziAvviati", codici(scelti, Avvio.AVVIATA));
		});
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Avviso avviso = avviso(c);
		List<ServizioFinanziato> servizi = new ArrayList<>();
		for (String s : modulo.elenco("serviziDaAvviare", "Servizi da avviare")) {
			servizi.add(new ServizioFinanziato(s, Avvio.DA_AVVIARE, null, null, false));
		}
		for (String s : modulo.elenco("serviziAvviati", "Servizi già avviati")) {
			servizi.add(new ServizioFinanziato(s, Avvio.AVVIATA, null, null, false));
		}
		FasciaImporto fascia = ufficio().catalogo().fascia(avviso.codice(), c.popolazione());
		c.componi(Avvio.leggi(modulo.testo("sito", "Sito internet")), servizi,
				ufficio().catalogo().servizi(avviso.misura()).stream().map(Servizio::codice).toList(), fascia);
		ufficio().candidature().sostituisciServizi(c.codice(), servizi);
	}

	private static List<String> codici(List<ServizioFinanziato> servizi, Avvio avvio) {
		return servizi.stream().filter((s) -> s.avvio() == avvio).map(ServizioFinanziato::servizio).toList();
	}

}
