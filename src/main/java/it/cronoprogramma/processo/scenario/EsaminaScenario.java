package it.cronoprogramma.processo.scenario;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Scenario;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.ScenarioEnti;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.EsameScenario;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Esaminare lo scenario: avviso by avviso for one population, ente by ente for several.
 * It is worked out anew whenever it is looked at, by the tables as they are.
 */
@Component("esaminaScenario")
class EsaminaScenario extends RegolaModulo {

	private final Ufficio ufficio;

	EsaminaScenario(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		String giorno = EsameScenario.APERTI_IL.leggi(task);
		LocalDate aperti = (giorno == null) ? null : LocalDate.parse(giorno);
		Map<String, Object> dati = new LinkedHashMap<>();
		dati.put("descrizione", EsameScenario.DESCRIZIONE.leggi(task));
		Integer popolazione = EsameScenario.POPOLAZIONE.leggi(task);
		List<Ente> enti = enti(EsameScenario.ENTE_ID.leggi(task));
		if (popolazione == null && enti.size() > 1) {
			perEnte(enti, aperti, dati);
		}
		else {
			perAvviso((popolazione != null) ? popolazione : enti.get(0).popolazione(), aperti, dati);
		}
		return dati;
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		// to have looked at it is all
	}

	/** One ente by its id, or those of a gestione. */
	private List<Ente> enti(String id) {
		return this.ufficio.entiVisibili()
			.stream()
			.filter((e) -> e.id().equals(id) || id.equals(e.gestione()))
			.toList();
	}

	private void perAvviso(int popolazione, LocalDate aperti, Map<String, Object> dati) {
		Scenario s = Scenario.di(this.ufficio.catalogo(), popolazione, aperti);
		dati.put("righe",
				s.voci()
					.stream()
					.map((v) -> Map.of("avviso", v.avviso().titolo(), "fascia", v.fascia().fascia(), "pieno",
							v.inParole(), "importo", v.importo().map(Parole::euro).orElse("–")))
					.toList());
		totali(s.totale(), s.opportunita(), dati);
	}

	private void perEnte(List<Ente> enti, LocalDate aperti, Map<String, Object> dati) {
		ScenarioEnti scenario = ScenarioEnti.di(this.ufficio.catalogo(), enti, aperti);
		dati.put("enti",
				scenario.righe()
					.stream()
					.map((r) -> Map.of("ente", r.ente().nome(), "popolazione", Parole.intero(r.ente().popolazione()),
							"opportunita", Parole.euro(r.opportunita()), "totale", Parole.euro(r.totale())))
					.toList());
		totali(scenario.totale(), scenario.opportunita(), dati);
	}

	private static void totali(BigDecimal totale, BigDecimal opportunita, Map<String, Object> dati) {
		dati.put("totale", Parole.euro(totale));
		dati.put("opportunita", (opportunita.signum() == 0) ? "" : Parole.euro(opportunita));
		dati.put("avvertenza",
				"Di ogni pacchetto conta un solo avviso, quello che dà di più. Dove nessuna fonte dà gli "
						+ "importi l'avviso non entra nella somma.");
	}

}
