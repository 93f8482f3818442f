package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Puts a counted term into Italian sentences. The anchor stands in brackets after its
 * date, because it comes without an article and no preposition suits them all.
 */
final class Spiegazione {

	private static final DateTimeFormatter DATA = DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ITALIAN);

	private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("EEEE dd/MM/uuuu", Locale.ITALIAN);

	private final CalendarioFestivita calendario;

	Spiegazione(CalendarioFestivita calendario) {
		this.calendario = calendario;
	}

	/**
	 * The whole story of a term's dates.
	 * @param computo the term before any act
	 * @param passi the count step by step; the first is the term itself, or the act that
	 * set a day
	 * @param senzaTetto the dates before the cap
	 * @param date the dates
	 * @param tetto the cap, or {@code null}
	 * @param portale the last reading of the portal, or {@code null}
	 * @param attuale whether that reading governs
	 * @return Italian sentences
	 */
	String di(Computo computo, List<CalcoloTermine.Passo> passi, DateTermine senzaTetto, DateTermine date,
			LocalDate tetto, Differimento portale, boolean attuale) {
		StringBuilder testo = new StringBuilder();
		CalcoloTermine.Passo primo = passi.get(0);
		boolean mossa = passi.size() > 1;
		if (!primo.atti().isEmpty()) {
			testo.append(passo(primo));
		}
		else if (computo.modo() == Computo.Modo.DATA) {
			testo.append(maiuscola(oppure(computo.evento(), "termine")))
				.append(": ")
				.append(conNome(primo.civile()))
				.append(", data fissa che non slitta")
				.append(this.calendario.festivo(primo.civile()) ? ", anche se festivo" : "");
		}
		else {
			testo.append(computo.termine().inParole())
				.append(' ')
				.append(dal(computo.decorrenza()))
				.append(" (")
				.append(oppure(computo.evento(), "decorrenza"))
				.append("): ")
				.append(mossa ? GIORNO.format(primo.civile()) : fine(computo, senzaTetto));
		}
		testo.append('.');
		if (mossa) {
			passi.subList(1, passi.size()).forEach((passo) -> testo.append(' ').append(passo(passo)).append('.'));
			testo.append(" Scade ").append(scadenza(senzaTetto.civile(), senzaTetto.legale())).append('.');
		}
		if (!date.legale().equals(senzaTetto.legale())) {
			testo.append(" Il termine ultimo del PNRR, ")
				.append(giorno(tetto))
				.append(tetto.isBefore(date.decorrenza()) ? ", è già passato: " : ", non si supera: ")
				.append(GIORNO.format(date.legale()))
				.append('.');
		}
		testo.append(promemoria(date, computo.termine()));
		if (portale != null) {
			testo.append(portale(portale, attuale, date.legale()));
		}
		return testo.toString();
	}

	private String fine(Computo computo, DateTermine date) {
		return (computo.modo() == Computo.Modo.PERIODO) ? GIORNO.format(date.civile()) + ", compreso"
				: scadenza(date.civile(), date.legale());
	}

	private static String passo(CalcoloTermine.Passo passo) {
		if (passo.atti().size() == 1 && passo.giorni() == 0) {
			Differimento d = passo.atti().get(0);
			return maiuscola(d.inParole()) + " (" + d.attoConData() + ")"
					+ (d.tipo().fissa() ? ", che non slitta" : ": " + GIORNO.format(passo.civile()));
		}
		List<String> sospensioni = passo.atti()
			.stream()
			.map((d) -> d.inParole() + " (" + d.attoConData() + ")")
			.toList();
		return maiuscola(elenco(sospensioni)) + ": " + Unita.GIORNI.conta(Math.toIntExact(passo.giorni())) + " in più"
				+ ((sospensioni.size() > 1) ? ", i giorni comuni una volta sola" : "") + ", "
				+ GIORNO.format(passo.civile());
	}

	private static String portale(Differimento portale, boolean attuale, LocalDate legale) {
		if (!attuale) {
			return " La data letta sul portale il " + giorno(portale.dataAtto()) + " (" + giorno(portale.al())
					+ ") è di prima dell'ultimo differimento: va riletta.";
		}
		long scarto = ChronoUnit.DAYS.between(legale, portale.al());
		String confronto = (scarto == 0) ? ", come quella di legge"
				: ", " + Unita.GIORNI.conta(Math.toIntExact(Math.abs(scarto)))
						+ ((scarto < 0) ? " prima di quella di legge" : " dopo quella di legge");
		return " Il portale mostra " + GIORNO.format(portale.al()) + " (" + portale.atto() + ", letta il "
				+ giorno(portale.dataAtto()) + ")" + confronto + ": vale questa data.";
	}

	private String scadenza(LocalDate civile, LocalDate legale) {
		boolean sabato = legale.getDayOfWeek() == DayOfWeek.SATURDAY;
		if (civile.equals(legale)) {
			return GIORNO.format(legale) + ", non festivo"
					+ (sabato ? ": il sabato non fa slittare il termine (Cons. Stato 6443/2019)" : "");
		}
		List<String> saltati = civile.datesUntil(legale).map(this::saltato).toList();
		return elenco(saltati) + ((saltati.size() == 1) ? ", festivo" : ", festivi") + ": slitta a "
				+ GIORNO.format(legale) + " (art. 2963 c.c.)"
				+ (sabato ? ", che non è festivo (Cons. Stato 6443/2019)" : "");
	}

	private String promemoria(DateTermine date, Termine termine) {
		if (date.prudenziale().isBefore(date.civile())) {
			boolean lavorativi = termine != null && termine.unita() == Unita.LAVORATIVI;
			return " Contando " + (lavorativi ? "anche i sabati" : "mesi di 30 giorni") + " il termine cade "
					+ GIORNO.format(date.prudenziale()) + ": i promemoria seguono questa data.";
		}
		if (date.civile().isBefore(date.legale())) {
			return " Il portale potrebbe non contare lo slittamento: i promemoria seguono "
					+ GIORNO.format(date.prudenziale()) + ".";
		}
		return "";
	}

	// Only the policy moves a term from a day that is not festivo
	private String saltato(LocalDate giorno) {
		return this.calendario.festivo(giorno) ? conNome(giorno) : GIORNO.format(giorno) + " (trattato come festivo)";
	}

	private String conNome(LocalDate giorno) {
		String nome = this.calendario.nome(giorno).orElse("");
		return switch (nome) {
			case "", "domenica" -> GIORNO.format(giorno);
			default -> GIORNO.format(giorno) + " (" + nome + ")";
		};
	}

	private static String elenco(List<String> voci) {
		int ultima = voci.size() - 1;
		return (ultima == 0) ? voci.get(0) : String.join(", ", voci.subList(0, ultima)) + " e " + voci.get(ultima);
	}

	/**
	 * A day in digits.
	 * @param giorno the day
	 * @return for example {@code 20/02/2023}
	 */
	static String giorno(LocalDate giorno) {
		return DATA.format(giorno);
	}

	// Read aloud: dall'otto, dall'undici
	private static String dal(LocalDate giorno) {
		boolean vocale = giorno.getDayOfMonth() == 8 || giorno.getDayOfMonth() == 11;
		return (vocale ? "dall'" : "dal ") + DATA.format(giorno);
	}

	private static String oppure(String evento, String altrimenti) {
		return (evento == null || evento.isBlank()) ? altrimenti : evento.strip();
	}

	private static String maiuscola(String testo) {
		return Character.toUpperCase(testo.charAt(0)) + testo.substring(1);
	}

}
