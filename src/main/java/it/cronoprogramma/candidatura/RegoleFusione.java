package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;

import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * Which ente may take the place of which, and what follows for the candidature (dominio
 * 2.7, last point; docs/adr/0013).
 */
public final class RegoleFusione {

	private static final LocalDate PRIMO_GIORNO = LocalDate.of(2000, 1, 1);

	/** Dominio 5.4: seen in the published data, new style included. */
	private static final Pattern CODICE_IPA = Pattern.compile("[A-Za-z0-9_-]{2,12}");

	private static final Pattern CODICE_ISTAT = Pattern.compile("[0-9]{6}|N/D");

	private static final int ABITANTI_MASSIMI = 10_000_000;

	private RegoleFusione() {
	}

	/**
	 * Checks that an ente may take the place of another.
	 * @param vecchio the ente that ceases to be
	 * @param nuovo the ente that takes its place
	 * @param giorno from which day
	 * @param dataAtto the date of the act
	 * @param precedenti what is registered of enti that have gone into {@code vecchio}
	 * @param autore who registers it, and when
	 * @throws Rifiuto if it cannot be
	 */
	public static void controlla(Ente vecchio, Ente nuovo, LocalDate giorno, LocalDate dataAtto,
			List<EventoEnte> precedenti, Autore autore) {
		if (vecchio.id().equals(nuovo.id())) {
			throw Rifiuto.nonValido("%s non può subentrare a sé stesso: scelga due enti diversi.", vecchio.nome());
		}
		if (vecchio.soppresso()) {
			throw Rifiuto.conflitto("%s è già soppresso dal %s: le sue candidature sono di %s.", vecchio.nome(),
					Parole.giorno(vecchio.confluito().giorno()), vecchio.confluito().nome());
		}
		if (nuovo.soppresso()) {
			throw Rifiuto.conflitto("%s è soppresso dal %s: al suo posto indichi %s.", nuovo.nome(),
					Parole.giorno(nuovo.confluito().giorno()), nuovo.confluito().nome());
		}
		if (giorno.isAfter(autore.oggi())) {
			throw Rifiuto.nonValido(
					"Giorno di effetto %s: è nel futuro, oggi è il %s. Registri l'evento da quel giorno.",
					Parole.giorno(giorno), Parole.giorno(autore.oggi()));
		}
		if (giorno.isBefore(PRIMO_GIORNO)) {
			throw Rifiuto.nonValido("Giorno di effetto %s: troppo lontano nel passato.", Parole.giorno(giorno));
		}
		precedenti.stream().filter((e) -> e.giorno().isAfter(giorno)).findFirst().ifPresent((e) -> {
			throw Rifiuto.nonValido(
					"Giorno di effetto %s: %s esisteva ancora il %s, quando è subentrato a un altro ente.",
					Parole.giorno(giorno), vecchio.nome(), Parole.giorno(e.giorno()));
		});
		RegoleDifferimento.dataAtto(dataAtto, autore);
	}

	/**
	 * Checks what is told of an ente that is not known yet.
	 * @param ente the ente
	 * @throws Rifiuto if a code cannot be one, or nobody lives there
	 */
	public static void controllaNuovo(Ente ente) {
		if (!CODICE_IPA.matcher(ente.codiceIpa()).matches()) {
			throw Rifiuto.nonValido(
					"Codice IPA «%s» non valido: da 2 a 12 lettere, cifre, trattini, per esempio c_m432.",
					ente.codiceIpa());
		}
		if (!CODICE_ISTAT.matcher(ente.codiceIstat()).matches()) {
			throw Rifiuto.nonValido("Codice ISTAT «%s» non valido: sei cifre, per esempio 019035; se non è ancora "
					+ "assegnato lasci il campo vuoto.", ente.codiceIstat());
		}
		if (ente.popolazione() < 1 || ente.popolazione() > ABITANTI_MASSIMI) {
			throw Rifiuto.nonValido("Popolazione %s: indichi gli abitanti, da 1 a %s.", ente.popolazione(),
					Parole.intero(ABITANTI_MASSIMI));
		}
	}

	/**
	 * Checks an address that reminders go to.
	 * @param email the address
	 * @throws Rifiuto if no mail can be sent to it
	 */
	public static void controllaIndirizzo(String email) {
		if (!Campi.indirizzo(email)) {
			throw Rifiuto.nonValido("Indirizzo «%s» non valido: serve un solo indirizzo e-mail, per esempio "
					+ "segretario@comune.example.", email);
		}
	}

	/**
	 * Checks that a candidatura may be opened for an ente.
	 * @param ente the ente
	 * @throws Rifiuto if the ente is no more
	 */
	public static void apribile(Ente ente) {
		if (ente.soppresso()) {
			throw Rifiuto.conflitto("%s è soppresso dal %s ed è confluito in %s: la candidatura si apre per quello.",
					ente.nome(), Parole.giorno(ente.confluito().giorno()), ente.confluito().nome());
		}
	}

	/**
	 * What the story of a candidatura tells of a merger.
	 * @param prima whose it was
	 * @param dopo the same ente after the merger
	 * @param evento the merger
	 * @return the line
	 */
	public static VoceStoria voce(Ente prima, Ente dopo, EventoEnte evento) {
		return new VoceStoria("Ente", inParole(evento), prima.nomeOggi(), dopo.nomeOggi());
	}

	private static String inParole(EventoEnte e) {
		return "%s dal %s, %s del %s".formatted(e.tipo().nome(), Parole.giorno(e.giorno()), e.atto(),
				Parole.giorno(e.dataAtto()));
	}

}
