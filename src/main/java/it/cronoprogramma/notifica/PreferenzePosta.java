package it.cronoprogramma.notifica;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the owner of an address wants to be written to, as a page asks him.
 */
@Service
public class PreferenzePosta {

	/** For how many days a candidatura may be muted at most. */
	public static final int GIORNI_MASSIMI = 90;

	/** Each working day. */
	public static final String GIORNALIERA = "giornaliera";

	/** Once a week. */
	public static final String SETTIMANALE = "settimanale";

	private static final Pattern NUMERO = Pattern.compile("[0-9]{1,3}");

	private final MessaggioRepository messaggi;

	private final Clock orologio;

	PreferenzePosta(MessaggioRepository messaggi, Clock orologio) {
		this.messaggi = messaggi;
		this.orologio = orologio;
	}

	/**
	 * What somebody has chosen.
	 * @param indirizzo his address, in whatever case
	 * @return his choice, or that of all
	 */
	public Preferenza di(String indirizzo) {
		return this.messaggi.preferenza(indirizzo);
	}

	/**
	 * Of what somebody does not want to hear today.
	 * @param indirizzo his address, in whatever case
	 * @return the last day by code of the candidatura, in the order of the codes
	 */
	public Map<String, LocalDate> silenzi(String indirizzo) {
		return this.messaggi.silenzi(indirizzo, oggi());
	}

	/**
	 * Records what somebody chooses.
	 * @param indirizzo his address, in whatever case
	 * @param cadenza {@value #GIORNALIERA} or {@value #SETTIMANALE}
	 * @param giorno the weekday of the one mail a week, 1 Monday to 5 Friday
	 * @param riepilogo whether he wants the weekly summary, {@code null} to leave it
	 * @return what he has chosen
	 * @throws Rifiuto if that is no choice
	 */
	@Transactional
	public Preferenza scegli(String indirizzo, String cadenza, String giorno, Boolean riepilogo) {
		Preferenza nuova = new Preferenza(settimanale(cadenza, giorno),
				(riepilogo != null) ? riepilogo : di(indirizzo).riepilogo());
		this.messaggi.preferisce(indirizzo, nuova);
		return nuova;
	}

	/**
	 * Mutes a candidatura.
	 * @param indirizzo his address, in whatever case
	 * @param candidatura the code of one that he may see
	 * @param giorni for how many days, as somebody wrote it
	 * @return the last day of silence
	 * @throws Rifiuto if that is no number of days
	 */
	@Transactional
	public LocalDate taci(String indirizzo, String candidatura, String giorni) {
		LocalDate fino = oggi().plusDays(giorni(giorni));
		this.messaggi.tace(indirizzo, candidatura, fino);
		return fino;
	}

	/**
	 * Lets him hear of a candidatura again.
	 * @param indirizzo his address, in whatever case
	 * @param candidatura its code
	 * @throws Rifiuto if it was not muted
	 */
	@Transactional
	public void riattiva(String indirizzo, String candidatura) {
		if (!silenzi(indirizzo).containsKey(candidatura)) {
			throw Rifiuto.nonTrovato("La candidatura «%s» non è tra quelle silenziate.", candidatura);
		}
		this.messaggi.tace(indirizzo, candidatura, null);
	}

	/**
	 * What somebody has chosen, in words.
	 * @param p his choice
	 * @return e.g. {@code una mail la settimana, il martedì}
	 */
	public static String inParole(Preferenza p) {
		return (p.settimanale() == null) ? "una mail ogni giorno lavorativo"
				: "una mail la settimana, il " + nome(p.settimanale());
	}

	/**
	 * The weekdays that can be chosen.
	 * @return names by number
	 */
	public static Map<String, String> giorniDellaSettimana() {
		Map<String, String> giorni = new LinkedHashMap<>();
		lavorativi().forEach((g) -> giorni.put(String.valueOf(g.getValue()), nome(g)));
		return giorni;
	}

	static int giorni(String scritti) {
		String testo = (scritti == null) ? "" : scritti.strip();
		int giorni = NUMERO.matcher(testo).matches() ? Integer.parseInt(testo) : 0;
		if (giorni < 1 || giorni > GIORNI_MASSIMI) {
			throw Rifiuto.nonValido("Per quanti giorni? Scriva un numero da 1 a %s.", GIORNI_MASSIMI);
		}
		return giorni;
	}

	static DayOfWeek settimanale(String cadenza, String giorno) {
		if (GIORNALIERA.equals(cadenza)) {
			return null;
		}
		if (!SETTIMANALE.equals(cadenza)) {
			throw Rifiuto.nonValido("Scelga se ricevere la mail ogni giorno o una volta la settimana.");
		}
		return lavorativi().stream()
			.filter((g) -> String.valueOf(g.getValue()).equals(giorno))
			.findFirst()
			.orElseThrow(() -> Rifiuto.nonValido("Scelga in che giorno della settimana, dal lunedì al venerdì."));
	}

	private static List<DayOfWeek> lavorativi() {
		return Arrays.stream(DayOfWeek.values()).filter((g) -> g.compareTo(DayOfWeek.FRIDAY) <= 0).toList();
	}

	private static String nome(DayOfWeek g) {
		return g.getDisplayName(TextStyle.FULL, Locale.ITALIAN);
	}

	private LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

}
