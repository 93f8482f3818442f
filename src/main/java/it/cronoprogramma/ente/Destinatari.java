package it.cronoprogramma.ente;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Who is written to about an ente. Its referenti, each from the day that is recorded; in
 * place of one who is away, whoever stands in for him; nobody whose user is deactivated.
 * In place of and not beside: a reminder to somebody who is away looks delivered and is
 * read by nobody, and of two who get the same each leaves it to the other.
 */
public final class Destinatari {

	private Destinatari() {
	}

	/**
	 * The addresses that reminders of an ente go to on a day.
	 * @param ente the ente that holds the candidatura
	 * @param gestione its gestione, or {@code null}
	 * @param referenti its referenti
	 * @param sostituzioni substitutions, of whatever person, ente and day
	 * @param spento whether a user is deactivated
	 * @param giorno the day in Rome
	 * @return addresses, each once whatever its case, in order; none if nobody is there
	 */
	public static Set<String> indirizzi(String ente, String gestione, List<Referente> referenti,
			List<Sostituzione> sostituzioni, Predicate<String> spento, LocalDate giorno) {
		List<Sostituzione> valide = sostituzioni.stream()
			.filter((s) -> s.vale(giorno) && s.riguarda(ente, gestione))
			// the one made for this ente goes before the one made for many
			.sorted(Comparator.comparing((Sostituzione s) -> s.ente() == null)
				.thenComparing((Sostituzione s) -> s.gestione() == null)
				.thenComparing(Sostituzione::dal))
			.toList();
		Set<String> indirizzi = new TreeSet<>();
		Set<String> visti = new HashSet<>();
		for (Referente r : referenti) {
			if (r.dal() != null && r.dal().isAfter(giorno)) {
				continue;
			}
			Persona chi = new Persona(r.utente(), r.nome(), r.email());
			presente(chi, valide, spento).ifPresent((p) -> {
				if (visti.add(p.email().toLowerCase(Locale.ROOT))) {
					indirizzi.add(p.email());
				}
			});
		}
		return indirizzi;
	}

	/**
	 * Whoever is there for somebody: himself, or at the end of the chain the last who is
	 * not away. A chain that comes back to where it began, or ends with somebody who can
	 * not enter any more, leaves things with the last who can: nothing is lost.
	 */
	private static Optional<Persona> presente(Persona chi, List<Sostituzione> valide, Predicate<String> spento) {
		Persona ultimo = attivo(chi, spento) ? chi : null;
		Persona ora = chi;
		Set<Sostituzione> percorse = new HashSet<>();
		while (true) {
			Persona assente = ora;
			Optional<Sostituzione> s = valide.stream().filter((v) -> v.assente().stessa(assente)).findFirst();
			if (s.isEmpty()) {
				return Optional.ofNullable(ultimo);
			}
			if (!percorse.add(s.get())) {
				return Optional.ofNullable(attivo(chi, spento) ? chi : ultimo);
			}
			ora = s.get().sostituto();
			if (attivo(ora, spento)) {
				ultimo = ora;
			}
		}
	}

	private static boolean attivo(Persona chi, Predicate<String> spento) {
		return chi.utente() == null || !spento.test(chi.utente());
	}

}
