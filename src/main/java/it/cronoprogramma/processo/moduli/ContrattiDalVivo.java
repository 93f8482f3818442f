package it.cronoprogramma.processo.moduli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.Attivita;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.processo.Ufficio;

import org.springframework.stereotype.Component;

/**
 * The activities in the form of an addendum, which follow the candidatura chosen above
 * them. A start form cannot ask the server again, so it carries all of them.
 */
@Component
class ContrattiDalVivo {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Ufficio ufficio;

	ContrattiDalVivo(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	/**
	 * Whether an addendum can be recorded: the contracts are concluded, the candidatura
	 * is not over.
	 * @param c the candidatura
	 * @return whether it may be chosen
	 */
	static boolean contrattualizzata(Candidatura c) {
		return c.contrattualizzata().isPresent() && !c.fase().finita();
	}

	/**
	 * The activities of the {@code candidatura} chosen.
	 * @param enti ids of the enti that the user may see
	 * @return a FEEL expression that gives a list of choices
	 */
	String attivita(Collection<String> enti) {
		List<Map<String, String>> righe = new ArrayList<>();
		List<Candidatura> candidature = this.ufficio.candidature()
			.diEnti(enti)
			.stream()
			.filter(ContrattiDalVivo::contrattualizzata)
			.toList();
		Map<String, List<ServizioFinanziato>> servizi = this.ufficio.candidature()
			.servizi(candidature.stream().map(Candidatura::codice).toList());
		candidature.forEach((c) -> Attivita
			.di(this.ufficio.catalogo().avviso(c.avviso()).pacchetto(), servizi.getOrDefault(c.codice(), List.of()))
			.forEach((a) -> righe.add(Map.of("di", c.codice(), "value", a.codice(), "label", a.nome()))));
		return "=" + feel(righe) + "[di = candidatura]";
	}

	/** What is JSON is FEEL too. */
	private static String feel(Object valore) {
		try {
			return JSON.writeValueAsString(valore);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
