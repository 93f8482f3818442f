package it.cronoprogramma.candidatura;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What somebody must be engaged for: the site, a service, or the package where it has no
 * parts (the portal's steps «Assegnazione attività» and «Caricamento contratti», dominio
 * 2.1 C). One activity may have several contracts and one contract several activities
 * (FAQ 02/004/014).
 *
 * @param codice {@code sito}, the code of a service, or {@code pacchetto}
 * @param nome its name
 */
public record Attivita(String codice, String nome) {

	/** The comune's web site. */
	public static final Attivita SITO = new Attivita("sito", "Sito internet");

	/** The whole of a package without services. */
	public static final Attivita PACCHETTO = new Attivita("pacchetto", "Intero pacchetto");

	private static final int NOMINATE = 10;

	/**
	 * The activities of a package.
	 * @param pacchetto what the avviso finances
	 * @param servizi the services chosen
	 * @return the site first, then the services as they come; never empty
	 */
	public static List<Attivita> di(Pacchetto pacchetto, List<ServizioFinanziato> servizi) {
		List<Attivita> attivita = new ArrayList<>();
		if (pacchetto.sito()) {
			attivita.add(SITO);
		}
		servizi.forEach((s) -> attivita.add(new Attivita(s.servizio(), s.nome())));
		return attivita.isEmpty() ? List.of(PACCHETTO) : List.copyOf(attivita);
	}

	/**
	 * Those that nobody has been engaged for yet.
	 * @param tutte the activities of the package
	 * @param contratti the acts recorded
	 * @return what no contract covers, in the same order
	 */
	public static List<Attivita> scoperte(List<Attivita> tutte, Collection<Contratto> contratti) {
		Set<String> coperte = contratti.stream()
			.filter(Contratto::ingaggia)
			.flatMap((k) -> k.attivita().stream())
			.map(Attivita::codice)
			.collect(Collectors.toSet());
		return tutte.stream().filter((a) -> !coperte.contains(a.codice())).toList();
	}

	/**
	 * What a new act covers.
	 * @param scelte the codes that somebody chose; none means what is still without a
	 * contract or, where nothing is, everything
	 * @param tutte the activities of the package
	 * @param scoperte those without a contract
	 * @return the activities, in the order of the package
	 * @throws Rifiuto if a code is not one of the package's
	 */
	public static List<Attivita> scelte(Collection<String> scelte, List<Attivita> tutte, List<Attivita> scoperte) {
		if (scelte.isEmpty()) {
			return scoperte.isEmpty() ? tutte : scoperte;
		}
		Set<String> ignote = new TreeSet<>(scelte);
		tutte.forEach((a) -> ignote.remove(a.codice()));
		if (!ignote.isEmpty()) {
			throw Rifiuto.nonValido(
					"Attività «%s» non prevista dal pacchetto di questa candidatura: la scelga " + "dall'elenco.",
					String.join("», «", ignote));
		}
		return tutte.stream().filter((a) -> scelte.contains(a.codice())).toList();
	}

	/**
	 * Activities in a sentence.
	 * @param attivita the activities
	 * @return the names of the first ten with commas between them, and how many more
	 * there are: a package may hold more than a hundred
	 */
	public static String inParole(Collection<Attivita> attivita) {
		String nomi = attivita.stream().limit(NOMINATE).map(Attivita::nome).collect(Collectors.joining(", "));
		int altre = attivita.size() - NOMINATE;
		return (altre <= 0) ? nomi : nomi + ((altre == 1) ? " e un'altra" : " e altre " + altre);
	}

}
