package it.cronoprogramma.calendario;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;

/**
 * Of which enti somebody follows the terms on a day: those whose referente he is, away or
 * not, and those for whose referente he stands in, or stands in for whoever does. Nothing
 * but reading hangs on it: whom a mail goes to is another question.
 */
final class EntiDelReferente {

	private EntiDelReferente() {
	}

	/**
	 * Those of whom he could follow enti: himself and whoever is away and left things to
	 * him, directly or through others.
	 * @param chi he
	 * @param sostituzioni those that hold on the day
	 * @return the people
	 */
	static Set<Persona> rappresentati(Persona chi, Collection<Sostituzione> sostituzioni) {
		Set<Persona> trovati = new LinkedHashSet<>();
		Deque<Persona> prossimi = new ArrayDeque<>(List.of(chi));
		while (!prossimi.isEmpty()) {
			Persona ora = prossimi.pop();
			if (trovati.add(ora)) {
				sostituzioni.stream()
					.filter((s) -> s.sostituto().stessa(ora))
					.map(Sostituzione::assente)
					.forEach(prossimi::push);
			}
		}
		return trovati;
	}

	/**
	 * The enti whose terms he follows.
	 * @param chi he
	 * @param giorno the day in Rome
	 * @param enti the enti of the referenti
	 * @param referenti the referenti of the people he could follow
	 * @param sostituzioni those that hold on the day
	 * @return ids of enti that live, in order
	 */
	static Set<String> di(Persona chi, LocalDate giorno, Collection<Ente> enti, Collection<Referente> referenti,
			Collection<Sostituzione> sostituzioni) {
		Set<String> suoi = new TreeSet<>();
		for (Ente e : enti) {
			List<Persona> diQuesto = referenti.stream()
				.filter((r) -> r.ente().equals(e.id()) && (r.dal() == null || !r.dal().isAfter(giorno)))
				.map((r) -> new Persona(r.utente(), r.nome(), r.email()))
				.toList();
			if (!e.soppresso() && !diQuesto.isEmpty() && segue(chi, e, diQuesto, sostituzioni, new HashSet<>())) {
				suoi.add(e.id());
			}
		}
		return suoi;
	}

	private static boolean segue(Persona chi, Ente e, List<Persona> referenti, Collection<Sostituzione> sostituzioni,
			Set<Sostituzione> percorse) {
		return referenti.stream().anyMatch(chi::stessa) || sostituzioni.stream()
			.anyMatch((s) -> s.sostituto().stessa(chi) && s.riguarda(e.id(), e.gestione()) && percorse.add(s)
					&& segue(s.assente(), e, referenti, sostituzioni, percorse));
	}

}
