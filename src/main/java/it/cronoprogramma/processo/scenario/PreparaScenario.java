package it.cronoprogramma.processo.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.avviso.Scenario;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.EsameScenario;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;

/**
 * Preparare lo scenario: for a population, an ente or all enti of the one who asks.
 */
@Component("preparaScenario")
class PreparaScenario extends ModuloDiAvvio {

	private final Ufficio ufficio;

	PreparaScenario(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Optional<LocalDate> aperti = modulo.giornoFacoltativo("apertiIl", "Solo gli avvisi aperti il");
		List<Ente> enti = this.ufficio.entiVisibili().stream().filter((e) -> !e.soppresso()).toList();
		if (enti.isEmpty()) {
			throw Rifiuto.nonValido("Nessun ente Le è affidato: lo scenario si prepara per i propri enti.");
		}
		ProcessInstantiationBuilder esame = execution.getProcessEngineServices()
			.getRuntimeService()
			.createProcessInstanceByKey(EsameScenario.CHIAVE);
		String perChi = switch (modulo.testo("ambito", "Per chi")) {
			case "popolazione" -> {
				int popolazione = modulo.intero("popolazione", "Popolazione");
				// refuses what no fascia holds before anything is started
				Scenario.di(this.ufficio.catalogo(), popolazione, null);
				esame.setVariable(EsameScenario.POPOLAZIONE.nome(), popolazione);
				esame.setVariable(EsameScenario.ENTE_ID.nome(), tutti(enti));
				yield Parole.intero(popolazione) + " abitanti";
			}
			case "ente" -> {
				Ente ente = ente(modulo.testo("ente", "Ente", 20), enti);
				esame.setVariable(EsameScenario.ENTE_ID.nome(), ente.id());
				yield ente.nome();
			}
			case "tutti" -> {
				esame.setVariable(EsameScenario.ENTE_ID.nome(), tutti(enti));
				yield (enti.size() == 1) ? enti.get(0).nome() : enti.size() + " enti";
			}
			default -> throw Rifiuto.nonValido("Indichi per chi: una popolazione, un ente o tutti i Suoi enti.");
		};
		aperti.ifPresent((giorno) -> esame.setVariable(EsameScenario.APERTI_IL.nome(), giorno.toString()));
		esame
			.setVariable(EsameScenario.DESCRIZIONE.nome(),
					"Scenario per " + perChi + aperti.map((g) -> ", avvisi aperti il " + Parole.giorno(g)).orElse(""))
			.execute();
	}

	private static Ente ente(String id, List<Ente> enti) {
		return enti.stream()
			.filter((e) -> e.id().equals(id))
			.findFirst()
			.orElseThrow(() -> Rifiuto.nonTrovato("L'ente «%s» non esiste.", id));
	}

	/** Who may see it: the one ente, or the gestione. */
	private static String tutti(List<Ente> enti) {
		Ente primo = enti.get(0);
		return (enti.size() == 1 || primo.gestione() == null) ? primo.id() : primo.gestione();
	}

}
