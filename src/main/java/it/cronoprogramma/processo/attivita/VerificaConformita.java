package it.cronoprogramma.processo.attivita;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.Verifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.moduli.Modulo;

/**
 * The checklist of conformity, the same for the site and for a service. What was ticked
 * stays: it may be filled over weeks and by several people.
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

	final void mostraCriteri(Candidatura c, Avviso avviso, String chi, Map<String, Object> dati) {
		List<Criterio> criteri = ufficio().catalogo().criteri(avviso.pacchetto(), this.oggetto);
		Set<String> rispettati = ufficio().candidature().criteriRispettati(c.codice(), chi);
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

	final Verifica verifica(Avviso avviso, Modulo modulo) {
		Set<String> rispettati = new TreeSet<>();
		CAMPI.forEach((categoria, campo) -> rispettati.addAll(modulo.elenco(campo, "Criteri: " + categoria)));
		return new Verifica(modulo.testoONullo("url", "Indirizzo", 500),
				modulo.giornoFacoltativo("dataOnline", "Data di messa in linea").orElse(null), rispettati,
				ufficio().catalogo().criteri(avviso.pacchetto(), this.oggetto),
				"si".equals(modulo.testo("conclusa", "Verifica conclusa?")));
	}

}
