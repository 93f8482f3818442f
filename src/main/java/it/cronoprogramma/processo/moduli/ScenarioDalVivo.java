package it.cronoprogramma.processo.moduli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Scenario;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Ente;

import org.springframework.stereotype.Component;

/**
 * The scenarios of all populations as one FEEL expression: the form that holds it shows
 * the right one while a population is being typed in, without asking the server again.
 */
@Component
class ScenarioDalVivo {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CatalogoAvvisi catalogo;

	ScenarioDalVivo(CatalogoAvvisi catalogo) {
		this.catalogo = catalogo;
	}

	/**
	 * The rows for what the form says: the value of {@code popolazione} or, where
	 * {@code ambito} is {@code ente}, the population of the {@code ente} chosen.
	 * @param enti the enti that may be chosen
	 * @return a FEEL expression that gives a list of rows
	 */
	String espressione(List<Ente> enti) {
		List<Map<String, Object>> righe = new ArrayList<>();
		int da = 1;
		for (int confine : this.catalogo.confini()) {
			if (confine >= da) {
				righe(da, confine, righe);
				da = confine + 1;
			}
		}
		righe(da, Integer.MAX_VALUE, righe);
		// each fascia in the order of the avvisi, the totals first
		righe.sort(Comparator.comparing((riga) -> (Integer) riga.get("posto")));
		try {
			// what is JSON is FEEL too
			String abitanti = "(if ambito = \"ente\" then " + JSON.writeValueAsString(abitanti(enti))
					+ "[id = ente].abitanti[1] else popolazione)";
			return "=" + JSON.writeValueAsString(righe) + "[da <= " + abitanti + " and " + abitanti + " <= a]";
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static List<Map<String, Object>> abitanti(List<Ente> enti) {
		return enti.stream().map((e) -> Map.<String, Object>of("id", e.id(), "abitanti", e.popolazione())).toList();
	}

	private void righe(int da, int a, List<Map<String, Object>> righe) {
		Scenario s = Scenario.di(this.catalogo, da, null);
		totale(0, "«Opportunità»: gli avvisi aperti insieme il 25/05/2022", s.opportunita(), da, a, righe);
		totale(1, "In tutto, ogni pacchetto una volta", s.totale(), da, a, righe);
		int posto = 2;
		for (Scenario.Voce v : s.voci()) {
			riga(posto++, Map.of("avviso", v.avviso().titolo(), "fascia", v.fascia().fascia(), "pieno", v.inParole(),
					"importo", v.importo().map(Parole::euro).orElse("–")), da, a, righe);
		}
	}

	private static void totale(int posto, String nome, BigDecimal importo, int da, int a,
			List<Map<String, Object>> righe) {
		riga(posto, Map.of("avviso", nome, "fascia", "", "pieno", "", "importo", Parole.euro(importo)), da, a, righe);
	}

	/** A row that was the same in the fascia before only grows. */
	private static void riga(int posto, Map<String, String> celle, int da, int a, List<Map<String, Object>> righe) {
		for (Map<String, Object> riga : righe) {
			if (riga.get("posto").equals(posto) && riga.get("a").equals(da - 1)
					&& riga.entrySet().containsAll(celle.entrySet())) {
				riga.put("a", a);
				return;
			}
		}
		Map<String, Object> riga = new LinkedHashMap<>(celle);
		riga.put("posto", posto);
		riga.put("da", da);
		riga.put("a", a);
		righe.add(riga);
	}

}
