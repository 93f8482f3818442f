package it.cronoprogramma.processo.attivita;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.Verifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.moduli.Modulo;

/**
 * The checklist of conformity, the same for the site and for a service. It adds criteria
 * and takes none back: between the moment it was opened and the moment it is sent others
 * may have ticked what it does not know of. Work over weeks has its own page.
 */
abstract class VerificaConformita extends RegolaCandidatura {

	private static final Map<String, String> CAMPI = Map.of("esperienza utente", "criteriEsperienza", "funzionalità",
			"criteriFunzionalita", "normativa", "criteriNormativa", "performance", "criteriPerformance", "sicurezza",
			"criteriSicurezza");

	private final Criterio.Oggetto oggetto;

	VerificaConformita(Ufficio ufficio, Criterio.Oggetto oggetto) {
		super(ufficio, TipoTermine.COMPLETAMENTO);
		this.oggetto = oggetto;
	}

	final void mostraCriteri(Candidatura c, Avviso avviso, String codice, Map<String, Object> dati) {
		List<Criterio> criteri = ufficio().catalogo().criteri(avviso.pacchetto(), this.oggetto);
		Conformita.Oggetto oggetto = oggetto(c, codice);
		Set<String> rispettati = oggetto.criteriRispettati();
		dati.put("altrove",
				criteri.stream()
					.map((k) -> oggetto.evidenza(k.codice()))
					.filter((e) -> e.scritta() && !e.rispettato())
					.map((e) -> "- " + e.criterio() + " " + e.stato().nome() + ", " + e.firma())
					.collect(Collectors.joining("\n")));
		dati.put("criteri",
				criteri.stream()
					.map((k) -> Map.of("codice", k.codice(), "nome", k.nome(), "categoria", k.categoria(), "label",
							k.codice() + " " + k.nome(), "value", k.codice()))
					.toList());
		CAMPI.forEach((categoria, campo) -> dati.put(campo,
				criteri.stream()
					.filter((k) -> k.categoria().equals(categoria) && rispettati.contains(k.codice()))
					.map(Criterio::codice)
					.toList()));
	}

	/**
	 * What was found: the criteria ticked here and those recorded already, which nobody
	 * takes back until the transaction ends.
	 * @param c the candidatura
	 * @param codice {@code sito} or the code of a service
	 * @param modulo the form as filled in
	 * @return what was found
	 */
	final Verifica verifica(Candidatura c, String codice, Modulo modulo) {
		ufficio().candidature().blocca(c.codice());
		Avviso avviso = avviso(c);
		Set<String> rispettati = spuntati(modulo);
		rispettati.addAll(oggetto(c, codice).criteriRispettati());
		return new Verifica(modulo.testoONullo("url", "Indirizzo", 500),
				modulo.giornoFacoltativo("dataOnline", "Data di messa in linea").orElse(null), rispettati,
				ufficio().catalogo().criteri(avviso.pacchetto(), this.oggetto),
				"si".equals(modulo.testo("conclusa", "Verifica conclusa?")));
	}

	/**
	 * Records the criteria ticked here.
	 * @param c the candidatura
	 * @param codice {@code sito} or the code of a service
	 * @param modulo the form as filled in
	 * @param autore who ticked them
	 */
	final void salvaCriteri(Candidatura c, String codice, Modulo modulo, Autore autore) {
		ufficio().evidenze().salvaCriteri(c, codice, oggetto(c, codice).nome(), spuntati(modulo), autore);
	}

	private static Set<String> spuntati(Modulo modulo) {
		Set<String> spuntati = new TreeSet<>();
		CAMPI.forEach((categoria, campo) -> spuntati.addAll(modulo.elenco(campo, "Criteri: " + categoria)));
		return spuntati;
	}

	private Conformita.Oggetto oggetto(Candidatura c, String codice) {
		return ufficio().evidenze().conformita(c, ufficio().catalogo()).oggetto(codice).orElseThrow();
	}

}
