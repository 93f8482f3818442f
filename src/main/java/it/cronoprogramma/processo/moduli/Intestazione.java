package it.cronoprogramma.processo.moduli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import it.cronoprogramma.candidatura.Avvertenze;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.processo.Ufficio;

/**
 * What stands at the head of a form: whose candidatura it is, and which term runs.
 */
public final class Intestazione {

	private Intestazione() {
	}

	/**
	 * Begins what a form shows with ente, avviso and code.
	 * @param ufficio the tables
	 * @param c the candidatura
	 * @return the values by name, to be added to
	 */
	public static Map<String, Object> di(Ufficio ufficio, Candidatura c) {
		Map<String, Object> dati = new LinkedHashMap<>();
		dati.put("ente", ufficio.enti().leggi(c.ente()).nomeOggi());
		dati.put("avvisoTitolo", ufficio.catalogo().avviso(c.avviso()).titolo());
		dati.put("codice", c.codice());
		dati.put("stato", c.stato().nome());
		dati.put("avvertenza", String.join(" ", Avvertenze.di(c, c.predecessore().map(ufficio.candidature()::leggi))));
		return dati;
	}

	/**
	 * Adds a term: its name, its governing day, the days left and why.
	 * @param s the term
	 * @param oggi the day it is, Rome
	 * @param dati what is shown
	 */
	public static void termine(Scadenza s, LocalDate oggi, Map<String, Object> dati) {
		dati.put("termineNome", s.termine().nome());
		dati.put("scadenzaTesto", Parole.giornoEsteso(s.governante()));
		dati.put("giorniResidui", (int) s.giorniResidui(oggi));
		dati.put("spiegazione", s.date().spiegazione());
	}

}
