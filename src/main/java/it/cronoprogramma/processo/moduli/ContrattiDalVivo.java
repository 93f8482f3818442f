package it.cronoprogramma.processo.moduli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.Attivita;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Fornitore;
import it.cronoprogramma.candidatura.FornitoreRepository;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;

import org.springframework.stereotype.Component;

/**
 * The lists of the form of an addendum that follow what is chosen above them: suppliers
 * by the kind of soggetto, activities by candidatura. A start form cannot ask the server
 * again, so it carries all of them.
 */
@Component
class ContrattiDalVivo {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final Ufficio ufficio;

	private final FornitoreRepository fornitori;

	ContrattiDalVivo(Ufficio ufficio, FornitoreRepository fornitori) {
		this.ufficio = ufficio;
		this.fornitori = fornitori;
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
	 * The suppliers known to some enti, staff where {@code soggetto} says so.
	 * @param enti the enti that the user may see
	 * @return a FEEL expression that gives a list of choices
	 */
	String fornitori(List<Ente> enti) {
		Map<String, String> nomi = enti.stream().collect(Collectors.toMap(Ente::id, Ente::nome));
		List<Fornitore> noti = this.fornitori.noti(nomi.keySet());
		List<Map<String, String>> esterni = nuovo();
		List<Map<String, String>> interni = nuovo();
		for (Fornitore f : noti) {
			if (f.interno()) {
				interni.add(scelta(f.id(), f.nome() + " · " + nomi.get(f.ambito())));
			}
			else {
				esterni.add(scelta(f.id(), f.conIdentificativo()));
			}
		}
		return "=if soggetto = \"personale-interno\" then " + feel(interni) + " else " + feel(esterni);
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

	private static List<Map<String, String>> nuovo() {
		List<Map<String, String>> scelte = new ArrayList<>();
		scelte.add(scelta("nuovo", "Nuovo: lo scrivo qui sotto"));
		return scelte;
	}

	private static Map<String, String> scelta(String valore, String etichetta) {
		return Map.of("value", valore, "label", etichetta);
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
