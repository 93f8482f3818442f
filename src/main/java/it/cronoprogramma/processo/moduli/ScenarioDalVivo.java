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
	 * The rows for the value of the form's field {@code popolazione}.
	 * @return a FEEL expression that gives a list of rows
	 */
	String espressione() {
		List<Map<String, Object>> righe = new ArrayList<>();
		int da = 1;
		for (int confine : this.catalogo.confini()) {
			if (confine >= da) {
				righe(da, confine, righe);
				da = confine + 1;
			}
		}
		righe(da, Integer.MAX_VALUE, righe);
		// a row that has grown since stands where it began: the totals come first again
		righe.sort(Comparator.comparing((riga) -> !riga.get("fascia").equals("")));
		try {
			// what is JSON is FEEL too
			return "=" + JSON.writeValueAsString(righe) + "[da <= popolazione and popolazione <= a]";
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void righe(int da, int a, List<Map<String, Object>> righe) {
		Scenario s = Scenario.di(this.catalogo, da, null);
		totale("«Opportunità»: gli avvisi aperti insieme il 25/05/2022", s.opportunita(), da, a, righe);
		totale("In tutto, ogni pacchetto una volta", s.totale(), da, a, righe);
		s.voci()
			.forEach((v) -> righe(v.avviso().titolo(), v.fascia().fascia(), v.inParole(),
					v.importo().map(Parole::euro).orElse("–"), da, a, righe));
	}

	private static void totale(String nome, BigDecimal importo, int da, int a, List<Map<String, Object>> righe) {
		righe(nome, "", "", Parole.euro(importo), da, a, righe);
	}

	/** A row that was the same in the fascia before only grows. */
	private static void righe(String avviso, String fascia, String pieno, String importo, int da, int a,
			List<Map<String, Object>> righe) {
		for (Map<String, Object> riga : righe) {
			if (riga.get("a").equals(da - 1) && riga.get("avviso").equals(avviso) && riga.get("fascia").equals(fascia)
					&& riga.get("pieno").equals(pieno) && riga.get("importo").equals(importo)) {
				riga.put("a", a);
				return;
			}
		}
		Map<String, Object> riga = new LinkedHashMap<>();
		riga.put("da", da);
		riga.put("a", a);
		riga.put("avviso", avviso);
		riga.put("fascia", fascia);
		riga.put("pieno", pieno);
		riga.put("importo", importo);
		righe.add(riga);
	}

}
