package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import it.cronoprogramma.termine.CalcoloTermine.Passo;
import it.cronoprogramma.termine.Computo.Modo;
import it.cronoprogramma.termine.Differimento.Tipo;

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
	 * @param portale the last reading of the portal
	 * @param successivo the last act registered after that reading, if there is one
	 * @return Italian sentences
	 */
	String di(Computo computo, List<Passo> passi, DateTermine senzaTetto, DateTermine date, LocalDate tetto,
			Optional<Differimento> portale, Optional<Differimento> successivo) {
		StringBuilder testo = new StringBuilder();
		int ultimo = passi.size() - 1;
		int mesi = 0;
		for (int i = 0; i <= ultimo; i++) {
			Passo passo = passi.get(i);
			mesi += mesi(passo);
			testo.append((i > 0) ? " " : "")
				.append((i > 0) ? differimento(passo, inTutto(computo, passi.get(0), mesi, passo))
						: inizio(computo, passo))
				.append((i < ultimo) ? conNome(passo.civile()) : fine(computo, passi, senzaTetto, date))
				.append('.');
		}
		if (!date.legale().equals(senzaTetto.legale())) {
			testo.append(tetto(tetto, date));
		}
		portale.ifPresent((letta) -> testo.append(portale(letta, successivo, date.legale())));
		return testo.append(promemoria(computo, passi, date)).toString();
	}

	private static String inizio(Computo computo, Passo primo) {
		if (giornoFissato(primo)) {
			Differimento d = primo.atti().get(0);
			return d.tipo().nome() + " (" + d.attoConData() + "): ";
		}
		if (computo.modo() == Modo.DATA) {
			return maiuscola(oppure(computo.evento(), "termine")) + ": ";
		}
		String senza = primo.atti().isEmpty() ? ""
				: ", senza contare quelli " + elenco(primo.atti().stream().map((d) -> "della " + citato(d)).toList());
		return computo.termine().inParole() + " " + articolato("dal", computo.decorrenza()) + " ("
				+ oppure(computo.evento(), "decorrenza") + ")" + senza + ": "
				+ ((computo.modo() == Modo.PERIODO) ? "fino a " : "");
	}

	private static String differimento(Passo passo, String inTutto) {
		String atti = maiuscola(elenco(passo.atti().stream().map(Spiegazione::citato).toList()));
		if (passo.giorni() == 0) {
			return atti + inTutto + ": ";
		}
		return atti + ": " + Unita.GIORNI.conta(passo.giorni()) + " in più"
				+ (siSovrappongono(passo.atti()) ? " (i giorni comuni contano una volta sola)" : "") + ", ";
	}

	// Who adds the months to the date before would not get where the count gets
	private static String inTutto(Computo computo, Passo primo, int mesiDegliAtti, Passo passo) {
		boolean fissato = giornoFissato(primo) || computo.termine() == null;
		boolean aMesi = !fissato && computo.termine().unita() == Unita.MESI;
		int mesi = mesiDegliAtti + (aMesi ? computo.termine().quantita() : 0);
		return (mesi(passo) == 0 || mesi == mesi(passo)) ? "" : ", in tutto " + Unita.MESI.conta(mesi) + " "
				+ articolato("dal", aMesi ? computo.decorrenza() : primo.civile());
	}

	private static int mesi(Passo passo) {
		return passo.atti().stream().filter((d) -> d.tipo() == Tipo.MESI).mapToInt(Differimento::quantita).sum();
	}

	private static boolean giornoFissato(Passo primo) {
		return primo.atti().stream().anyMatch((d) -> d.tipo().fissa());
	}

	private static boolean siSovrappongono(List<Differimento> sospensioni) {
		return sospensioni.stream()
			.anyMatch((una) -> sospensioni.stream()
				.anyMatch((altra) -> altra != una && !altra.dal().isAfter(una.al()) && !una.dal().isAfter(altra.al())));
	}

	private String fine(Computo computo, List<Passo> passi, DateTermine senzaTetto, DateTermine date) {
		LocalDate civile = senzaTetto.civile();
		if (!date.civile().equals(civile)) {
			return conNome(civile);
		}
		if (computo.modo() == Modo.PERIODO) {
			return GIORNO.format(civile) + ", quel giorno compreso";
		}
		boolean fissato = giornoFissato(passi.get(0));
		if (passi.size() == 1 && (fissato || computo.modo() == Modo.DATA)) {
			return conNome(civile) + (fissato ? ", che non slitta" : ", data fissa che non slitta")
					+ (this.calendario.festivo(civile) ? ", anche se festivo" : "");
		}
		return scadenza(civile, senzaTetto.legale());
	}

	private static String tetto(LocalDate tetto, DateTermine date) {
		String scade = GIORNO.format(date.legale());
		return tetto.isBefore(date.decorrenza())
				? " Il termine ultimo del PNRR, " + giorno(tetto) + ", era già passato: scade il giorno stesso della"
						+ " decorrenza, " + scade + "."
				: " Il termine ultimo del PNRR viene prima: scade " + scade + ".";
	}

	private static String portale(Differimento letta, Optional<Differimento> successivo, LocalDate legale) {
		if (successivo.isPresent()) {
			return " La data letta sul portale " + articolato("il", letta.dataAtto()) + " (" + GIORNO.format(letta.al())
					+ ") non tiene conto dell'ultimo atto registrato (" + successivo.get().attoConData()
					+ "): va riletta.";
		}
		long scarto = ChronoUnit.DAYS.between(legale, letta.al());
		String confronto = (scarto == 0) ? ", come la legge"
				: ", " + Unita.GIORNI.conta(Math.abs(scarto))
						+ (letta.al().isBefore(legale) ? " prima della" : " dopo la")
						+ " data di legge: vale quella del portale";
		return " Il portale mostra " + GIORNO.format(letta.al()) + " (" + letta.atto() + ", letta "
				+ articolato("il", letta.dataAtto()) + ")" + confronto + ".";
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

	private static String promemoria(Computo computo, List<Passo> passi, DateTermine date) {
		String prudenziale = GIORNO.format(date.prudenziale());
		if (!date.prudenziale().isBefore(date.governante())) {
			return "";
		}
		if (date.prudenziale().isBefore(date.civile())) {
			return " Contando " + comePrudenza(computo, passi) + " il termine cade " + prudenziale
					+ ": i promemoria seguono questa data.";
		}
		if (date.portale() == null) {
			return " Il portale potrebbe non contare lo slittamento: i promemoria seguono " + prudenziale + ".";
		}
		return " I promemoria seguono la data più vicina, " + prudenziale + ".";
	}

	private static String comePrudenza(Computo computo, List<Passo> passi) {
		Unita unita = (giornoFissato(passi.get(0)) || computo.termine() == null) ? null : computo.termine().unita();
		boolean mesi = unita == Unita.MESI || passi.stream().anyMatch((passo) -> mesi(passo) > 0);
		return ((unita == Unita.LAVORATIVI) ? "anche i sabati" : "")
				+ ((unita == Unita.LAVORATIVI && mesi) ? " e " : "") + (mesi ? "mesi di 30 giorni" : "");
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

	/**
	 * A day in digits after its article, as it is read aloud: dall'otto, dall'undici.
	 * @param articolo {@code il}, {@code dal} or {@code al}
	 * @param giorno the day
	 * @return for example {@code dal 20/02/2023} or {@code dall'08/03/2023}
	 */
	static String articolato(String articolo, LocalDate giorno) {
		boolean vocale = giorno.getDayOfMonth() == 8 || giorno.getDayOfMonth() == 11;
		String eliso = "il".equals(articolo) ? "l'" : articolo + "l'";
		return (vocale ? eliso : articolo + " ") + DATA.format(giorno);
	}

	private static String citato(Differimento d) {
		return d.inParole() + " (" + d.attoConData() + ")";
	}

	private static String oppure(String evento, String altrimenti) {
		return (evento == null || evento.isBlank()) ? altrimenti : evento.strip();
	}

	private static String maiuscola(String testo) {
		return Character.toUpperCase(testo.charAt(0)) + testo.substring(1);
	}

}
