package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
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

	String calcolo(LocalDate decorrenza, Termine termine, String evento, LocalDate civile, LocalDate prudenziale,
			LocalDate legale) {
		return termine.inParole() + " " + dal(decorrenza) + " (" + oppure(evento, "decorrenza") + "): "
				+ scadenza(civile, legale) + "." + promemoria(civile, prudenziale, legale);
	}

	String fissa(LocalDate giorno, String evento) {
		String festivo = this.calendario.festivo(giorno) ? ", anche se festivo" : "";
		return maiuscola(oppure(evento, "termine")) + ": " + conNome(giorno) + ", data fissa che non slitta" + festivo
				+ ".";
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

	private String promemoria(LocalDate civile, LocalDate prudenziale, LocalDate legale) {
		if (prudenziale.isBefore(civile)) {
			return " Contando mesi di 30 giorni il termine cade " + GIORNO.format(prudenziale)
					+ ": i promemoria seguono questa data.";
		}
		if (civile.isBefore(legale)) {
			return " Il portale potrebbe non contare lo slittamento: i promemoria seguono " + GIORNO.format(prudenziale)
					+ ".";
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
