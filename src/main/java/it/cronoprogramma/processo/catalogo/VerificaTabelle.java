package it.cronoprogramma.processo.catalogo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.catalogo.TabellaLetta.Riga;

import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/**
 * Says what is wrong with a set of tables, before anybody opens a candidatura by them.
 * All tables are looked at together, because the rows of one table may lie in several
 * files and name rows of another.
 */
final class VerificaTabelle {

	/** In addresses of the API and in columns of the candidature. */
	private static final Pattern CODICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

	private static final Set<String> TERMINI = Stream.of(TipoTermine.values())
		.map(TipoTermine::codice)
		.collect(Collectors.toCollection(LinkedHashSet::new));

	private final List<TabellaLetta> tabelle;

	private final Map<String, List<Riga>> righe = new HashMap<>();

	private final List<String> problemi = new ArrayList<>();

	/** What cannot be read must not look as if it were missing. */
	private boolean tuttoLetto = true;

	private VerificaTabelle(Collection<TabellaLetta> tabelle) {
		this.tabelle = tabelle.stream()
			.sorted(Comparator.comparing((TabellaLetta t) -> Tabelle.TUTTE.indexOf(t.famiglia()))
				.thenComparing(TabellaLetta::chiave))
			.toList();
	}

	/**
	 * Checks tables that are to be the only ones.
	 * @param tabelle all tables as they would be
	 * @return what is wrong and what is expected, in Italian, naming file, table and row;
	 * empty if nothing is wrong
	 */
	static List<String> problemi(Collection<TabellaLetta> tabelle) {
		VerificaTabelle verifica = new VerificaTabelle(tabelle);
		verifica.verifica();
		return List.copyOf(verifica.problemi);
	}

	/**
	 * Checks that nobody is left behind: an avviso with candidature stays, and stays what
	 * it was.
	 * @param prima the tables as they are
	 * @param dopo the tables as they would be
	 * @param candidature how many candidature there are, by avviso
	 * @param toglibili whether an avviso without candidature may go
	 * @return what is wrong and what is expected, in Italian; empty if nothing is wrong
	 */
	static List<String> spariti(Collection<TabellaLetta> prima, Collection<TabellaLetta> dopo,
			Map<String, Integer> candidature, boolean toglibili) {
		Map<String, String> nuovi = pacchetti(dopo);
		List<String> problemi = new ArrayList<>();
		pacchetti(prima).forEach((avviso, pacchetto) -> {
			int quante = candidature.getOrDefault(avviso, 0);
			String nuovo = nuovi.get(avviso);
			if (nuovo == null && quante > 0) {
				problemi.add("La tabella non contiene più l'avviso «%s», che ha %s: rimetta la sua riga."
					.formatted(avviso, (quante == 1) ? "1 candidatura" : quante + " candidature"));
			}
			else if (nuovo == null && !toglibili) {
				problemi.add(("La tabella non contiene più l'avviso «%s», che finora c'era: rimetta la sua riga. Se "
						+ "vuole toglierlo, lo dichiari quando carica il file: non ha candidature.")
					.formatted(avviso));
			}
			else if (quante > 0 && nuovo != null && !pacchetto.isEmpty() && !nuovo.isEmpty()
					&& !nuovo.equals(pacchetto)) {
				problemi.add(
						"L'avviso «%s» ha già candidature del pacchetto «%s» e la tabella lo fa diventare «%s»: rimetta «%s»."
							.formatted(avviso, pacchetto, nuovo, pacchetto));
			}
		});
		return problemi;
	}

	/** By avviso; an empty text where the table does not say it. */
	private static Map<String, String> pacchetti(Collection<TabellaLetta> tabelle) {
		Map<String, String> pacchetti = new TreeMap<>();
		tabelle.stream()
			.filter((t) -> t.famiglia().equals(Tabelle.AVVISI))
			.flatMap((t) -> t.righe().stream())
			.forEach((r) -> r.testi(0).forEach((a) -> pacchetti.put(a, r.valore("pacchetto").orElse(""))));
		return pacchetti;
	}

	private void verifica() {
		for (TabellaLetta tabella : this.tabelle) {
			int prima = this.problemi.size();
			struttura(tabella);
			if (this.problemi.size() > prima) {
				this.tuttoLetto = false;
				continue;
			}
			for (Riga riga : tabella.righe()) {
				if (riga(riga)) {
					this.righe.computeIfAbsent(tabella.famiglia(), (f) -> new ArrayList<>()).add(riga);
				}
				else {
					this.tuttoLetto = false;
				}
			}
		}
		for (String nome : Tabelle.TUTTE) {
			if (this.tabelle.stream().noneMatch((t) -> t.chiave().equals(nome))) {
				this.problemi.add("Manca la tabella «" + nome + "»: senza, l'applicazione non sa leggere gli avvisi.");
			}
		}
		for (String nome : List.of(Tabelle.AVVISI, Tabelle.SERVIZI, Tabelle.CRITERI, Tabelle.FLUSSI, Tabelle.PROMEMORIA,
				Tabelle.ESCALATION)) {
			doppi(nome);
		}
		fasce(Tabelle.IMPORTI);
		fasce(Tabelle.CRONOPROGRAMMA);
		if (this.tuttoLetto) {
			rimandi();
		}
	}

	// The table

	private void struttura(TabellaLetta tabella) {
		Optional<DecisionTable> griglia = tabella.griglia();
		if (griglia.isEmpty()) {
			no(tabella.dove(),
					"non è una tabella di decisione; serve una tabella con le colonne descritte nella guida");
			return;
		}
		if (griglia.get().getHitPolicy() != HitPolicy.UNIQUE || griglia.get().getAggregation() != null) {
			no(tabella.dove(), "la «hit policy» è %s; serve UNIQUE, perché a ogni domanda risponda una riga sola",
					griglia.get().getHitPolicy());
		}
		if (tabella.decisione().getCamundaHistoryTimeToLiveString() == null) {
			no(tabella.dove(), "manca «History time to live»; serve una durata, per esempio P3650D");
		}
		List<String> ingressi = Tabelle.ingressi(tabella.famiglia());
		if (!tabella.ingressi().equals(ingressi)) {
			no(tabella.dove(), "le colonne di ingresso sono: %s; servono, in quest'ordine: %s",
					elenco(tabella.ingressi()), elenco(ingressi));
		}
		else {
			List<Input> colonne = List.copyOf(griglia.get().getInputs());
			for (int i = 0; i < colonne.size(); i++) {
				String tipo = ingressi.get(i).equals("popolazione") ? "integer" : "string";
				tipo(tabella, ingressi.get(i), tipo, colonne.get(i).getInputExpression().getTypeRef());
				lingua(tabella, ingressi.get(i), colonne.get(i).getInputExpression().getExpressionLanguage());
			}
		}
		Map<String, Contenuto> uscite = Tabelle.uscite(tabella.famiglia());
		List<String> trovate = tabella.uscite();
		uscite.keySet()
			.stream()
			.filter((u) -> !trovate.contains(u))
			.forEach((u) -> no(tabella.dove(), "manca la colonna di uscita «%s»", u));
		Set<String> viste = new LinkedHashSet<>();
		for (Output uscita : griglia.get().getOutputs()) {
			String nome = Objects.requireNonNullElse(uscita.getName(), "");
			if (!uscite.containsKey(nome)) {
				no(tabella.dove(), "la colonna di uscita «%s» non è prevista; le colonne sono: %s", nome,
						elenco(uscite.keySet()));
			}
			else if (!viste.add(nome)) {
				no(tabella.dove(), "la colonna di uscita «%s» c'è due volte", nome);
			}
			else {
				tipo(tabella, nome, uscite.get(nome).tipo(), uscita.getTypeRef());
				if (uscita.getDefaultOutputEntry() != null) {
					no(tabella.dove(), "la colonna «%s» ha un valore predefinito; lo tolga e lo scriva nelle righe",
							nome);
				}
			}
		}
	}

	private void tipo(TabellaLetta tabella, String colonna, String serve, String trovato) {
		if (!serve.equals(trovato)) {
			no(tabella.dove(), "la colonna «%s» %s; serve il tipo %s", colonna,
					(trovato == null) ? "non dice di che tipo è" : "è di tipo " + trovato, serve);
		}
	}

	/** Anything but FEEL would be a program. */
	private void lingua(TabellaLetta tabella, String dove, String lingua) {
		if (lingua != null && !lingua.equalsIgnoreCase("feel")) {
			no(tabella.dove(), "la colonna «%s» usa il linguaggio «%s»; serve FEEL", dove, lingua);
		}
	}

	// The row

	/**
	 * Checks a row by itself.
	 * @return whether it can be told which question it answers
	 */
	private boolean riga(Riga riga) {
		TabellaLetta tabella = riga.tabella();
		List<String> ingressi = Tabelle.ingressi(tabella.famiglia());
		Map<String, Contenuto> uscite = Tabelle.uscite(tabella.famiglia());
		if (riga.regola().getInputEntries().size() != ingressi.size()
				|| riga.regola().getOutputEntries().size() != uscite.size()) {
			no(riga.dove(), "le caselle sono %s; servono %s, una per colonna",
					riga.regola().getInputEntries().size() + riga.regola().getOutputEntries().size(),
					ingressi.size() + uscite.size());
			return false;
		}
		for (UnaryTests c : riga.regola().getInputEntries()) {
			lingua(riga, c.getExpressionLanguage());
		}
		for (LiteralExpression c : riga.regola().getOutputEntries()) {
			lingua(riga, c.getExpressionLanguage());
		}
		int prima = this.problemi.size();
		for (int i = 0; i < ingressi.size(); i++) {
			ingresso(riga, ingressi.get(i), riga.ingressi().get(i));
		}
		boolean letta = this.problemi.size() == prima;
		prima = this.problemi.size();
		uscite.forEach((colonna, contenuto) -> contenuto.difetto(riga.uscite().get(colonna))
			.ifPresent((difetto) -> no(riga.dove(), "colonna «%s»: %s", colonna, difetto)));
		if (this.problemi.size() == prima) {
			switch (tabella.famiglia()) {
				case Tabelle.AVVISI -> avviso(riga);
				case Tabelle.IMPORTI -> importo(riga);
				case Tabelle.ESCALATION -> escalation(riga);
				default -> {
				}
			}
		}
		return letta;
	}

	private void lingua(Riga riga, String lingua) {
		if (lingua != null && !lingua.equalsIgnoreCase("feel")) {
			no(riga.dove(), "una casella usa il linguaggio «%s»; serve FEEL", lingua);
		}
	}

	private void ingresso(Riga riga, String colonna, String cella) {
		if (colonna.equals("popolazione")) {
			try {
				Abitanti.leggi(cella);
			}
			catch (IllegalArgumentException ex) {
				no(riga.dove(), "colonna «popolazione»: %s", ex.getMessage());
			}
			return;
		}
		Optional<List<String>> testi = Casella.testi(cella);
		if (testi.isEmpty()) {
			no(riga.dove(), "colonna «%s»: %s; serve un testo tra virgolette, o più d'uno con la virgola in mezzo",
					colonna, cella.isEmpty() ? "la casella è vuota" : "«" + cella + "» non si legge");
			return;
		}
		for (String testo : testi.get()) {
			switch (colonna) {
				case "pacchetto" -> Contenuto.PACCHETTO.difetto("\"" + testo + "\"")
					.ifPresent((difetto) -> no(riga.dove(), "colonna «pacchetto»: %s", difetto));
				case "termine" -> {
					if (!TERMINI.contains(testo)) {
						no(riga.dove(), "colonna «termine»: «%s» non è un termine; serve uno di: %s", testo,
								elenco(TERMINI));
					}
				}
				default -> {
					if (!CODICE.matcher(testo).matches() || testo.length() > 60) {
						no(riga.dove(),
								"colonna «%s»: «%s» non è un codice; servono al massimo 60 lettere non accentate, cifre, punti e trattini, senza spazi",
								colonna, testo);
					}
				}
			}
		}
	}

	private void avviso(Riga riga) {
		LocalDate apertura = LocalDate.parse(riga.valore("apertura").orElseThrow());
		LocalDate chiusura = LocalDate.parse(riga.valore("chiusura").orElseThrow());
		if (chiusura.isBefore(apertura)) {
			no(riga.dove(), "colonna «chiusura»: %s viene prima dell'apertura, %s; serve un giorno uguale o successivo",
					chiusura, apertura);
		}
		Pacchetto pacchetto = Pacchetto.trova(riga.valore("pacchetto").orElseThrow()).orElseThrow();
		String processo = riga.valore("processo").orElseThrow();
		if (!processo.equals(pacchetto.processo())) {
			no(riga.dove(), "colonna «processo»: «%s» non è il processo del pacchetto «%s»; serve «%s»", processo,
					pacchetto.codice(), pacchetto.processo());
		}
		String misura = riga.valore("misura").orElseThrow();
		if (!(pacchetto.codice() + "-").startsWith(misura + "-")) {
			no(riga.dove(), "colonna «misura»: «%s» non è la misura del pacchetto «%s», che comincia con la sua",
					misura, pacchetto.codice());
		}
	}

	private void importo(Riga riga) {
		voce(riga, "fisso", "voceFisso");
		voce(riga, "servizio", "voceServizio");
		voce(riga, "aggiornamento", "voceAggiornamento");
		if (riga.valore("aggiornamento").isPresent() && riga.valore("servizio").isEmpty()) {
			no(riga.dove(),
					"colonna «servizio»: la casella è vuota ma «aggiornamento» no; servono entrambi gli importi");
		}
		if (riga.valore("fisso").isEmpty()
				&& (riga.valore("servizio").isPresent() || riga.valore("aggiornamento").isPresent())) {
			no(riga.dove(),
					"colonna «fisso»: la casella è vuota, cioè l'importo è quello del decreto, ma c'è un importo per servizio; serve 0 se non c'è una parte fissa");
		}
		int minimo = Integer.parseInt(riga.valore("minServizi").orElseThrow());
		int massimo = riga.valore("maxServizi").map(Integer::valueOf).orElse(Integer.MAX_VALUE);
		if (minimo > massimo) {
			no(riga.dove(), "colonna «maxServizi»: %s è meno del minimo, %s; serve un numero uguale o maggiore",
					massimo, minimo);
		}
		riga.valore("serviziScenario").map(Integer::valueOf).ifPresent((n) -> {
			if (minimo <= massimo && (n < minimo || n > massimo)) {
				no(riga.dove(),
						"colonna «serviziScenario»: %s è fuori dai servizi che la fascia ammette; serve da %s a %s", n,
						minimo, massimo);
			}
		});
	}

	private void voce(Riga riga, String importo, String voce) {
		boolean qualcosa = riga.valore(importo).map(BigDecimal::new).filter((i) -> i.signum() > 0).isPresent();
		if (qualcosa && riga.valore(voce).isEmpty()) {
			no(riga.dove(), "colonna «%s»: la casella è vuota ma «%s» no; serve che cosa paga l'importo", voce,
					importo);
		}
	}

	/** Whoever stands higher is not called before whoever stands below him. */
	private void escalation(Riga riga) {
		List<String> scala = List.of("segretario", "rtd", "responsabile");
		String sotto = null;
		for (String gradino : scala) {
			Optional<Integer> giorni = riga.valore(gradino).map(Integer::valueOf);
			if (sotto != null && giorni.isPresent()) {
				Optional<Integer> prima = riga.valore(sotto).map(Integer::valueOf);
				if (prima.isEmpty() || prima.get() < giorni.get()) {
					no(riga.dove(),
							"colonna «%s»: %s giorni prima, ma «%s» %s; serve un numero uguale o minore, o la casella vuota",
							gradino, giorni.get(), sotto,
							prima.map((p) -> "solo %s giorni prima".formatted(p)).orElse("solo a termine scaduto"));
				}
			}
			sotto = gradino;
		}
	}

	// The rows together

	/** Two rows for one question: the engine would answer with an error. */
	private void doppi(String nome) {
		Map<String, Riga> viste = new HashMap<>();
		for (Riga riga : righe(nome)) {
			for (String chiave : chiavi(riga)) {
				Riga altra = viste.putIfAbsent(chiave, riga);
				if (altra != null) {
					no(riga.dove(), "«%s» c'è già: è %s; serve una riga sola", chiave, luogo(altra, riga));
				}
			}
		}
	}

	private static List<String> chiavi(Riga riga) {
		return (riga.ingressi().size() < 2) ? riga.testi(0)
				: riga.testi(0)
					.stream()
					.flatMap((prima) -> riga.testi(1).stream().map((seconda) -> prima + ", " + seconda))
					.toList();
	}

	private void fasce(String nome) {
		Map<String, List<Fascia>> perAvviso = new LinkedHashMap<>();
		for (Riga riga : righe(nome)) {
			Abitanti abitanti = Abitanti.leggi(riga.ingressi().get(1));
			riga.testi(0)
				.forEach((a) -> perAvviso.computeIfAbsent(a, (x) -> new ArrayList<>()).add(new Fascia(abitanti, riga)));
		}
		perAvviso.forEach(this::fasce);
	}

	private void fasce(String avviso, List<Fascia> fasce) {
		fasce.sort(Comparator.comparingInt((f) -> f.abitanti.da()));
		Fascia prima = null;
		for (Fascia fascia : fasce) {
			Abitanti a = fascia.abitanti;
			int attesa = (prima == null) ? 1 : oltre(prima.abitanti.a());
			if (prima != null && (prima.abitanti.a() == Abitanti.SENZA_LIMITE || a.da() < attesa)) {
				Abitanti comuni = new Abitanti(a.da(), Math.min(a.a(), prima.abitanti.a()));
				no(prima.riga.dove(),
						"per l'avviso «%s» vale anche, %s, %s; serve una fascia sola per ogni popolazione", avviso,
						comuni.inParole(), luogo(fascia.riga, prima.riga));
			}
			else if (a.da() > attesa) {
				buco(avviso, fascia.riga.tabella(), new Abitanti(attesa, a.da() - 1));
			}
			if (prima == null || a.a() > prima.abitanti.a()) {
				prima = fascia;
			}
		}
		if (prima != null && prima.abitanti.a() != Abitanti.SENZA_LIMITE) {
			buco(avviso, prima.riga.tabella(), new Abitanti(oltre(prima.abitanti.a()), Abitanti.SENZA_LIMITE));
		}
	}

	private void buco(String avviso, TabellaLetta tabella, Abitanti mancanti) {
		if (!this.tuttoLetto) {
			return;
		}
		no(tabella.dove(),
				"per l'avviso «%s» %s non c'è nessuna fascia; serve una fascia per ogni popolazione da 1 in su", avviso,
				mancanti.inParole());
	}

	private static int oltre(int a) {
		return (a == Abitanti.SENZA_LIMITE) ? a : a + 1;
	}

	private void rimandi() {
		Map<String, Riga> avvisi = nominati(Tabelle.AVVISI);
		for (String nome : List.of(Tabelle.IMPORTI, Tabelle.CRONOPROGRAMMA)) {
			Map<String, Riga> conFasce = nominati(nome);
			avvisi.forEach((avviso, riga) -> {
				if (!conFasce.containsKey(avviso)) {
					no(riga.dove(), "l'avviso «%s» non ha righe nella tabella «%s»; serve almeno una fascia", avviso,
							nome);
				}
			});
			conFasce.forEach((avviso, riga) -> {
				if (!avvisi.containsKey(avviso)) {
					no(riga.dove(),
							"l'avviso «%s» non è nella tabella «avvisi»; serve la sua riga, con lo stesso codice",
							avviso);
				}
			});
		}
		Set<String> scale = nominati(Tabelle.ESCALATION).keySet();
		nominati(Tabelle.PROMEMORIA).forEach((termine, riga) -> {
			if (!scale.contains(termine)) {
				no(riga.dove(),
						"il termine «%s» non è nella tabella «escalation»; serve la sua riga, anche con le caselle vuote",
						termine);
			}
		});
		Set<String> flussi = nominati(Tabelle.FLUSSI).keySet();
		for (Riga riga : righe(Tabelle.SERVIZI)) {
			riga.valore("flusso")
				.filter((f) -> !flussi.contains(f))
				.ifPresent((f) -> no(riga.dove(),
						"colonna «flusso»: «%s» non è nella tabella «flussi»; serve uno di: %s", f, elenco(flussi)));
		}
	}

	/** The first row of each text in the first column. */
	private Map<String, Riga> nominati(String nome) {
		Map<String, Riga> nominati = new LinkedHashMap<>();
		righe(nome).forEach((r) -> r.testi(0).forEach((t) -> nominati.putIfAbsent(t, r)));
		return nominati;
	}

	private List<Riga> righe(String nome) {
		return this.righe.getOrDefault(nome, List.of());
	}

	private static String luogo(Riga riga, Riga vista) {
		return riga.tabella().equals(vista.tabella()) ? "la " + riga.breve()
				: "la " + riga.breve() + " di " + riga.tabella().dove();
	}

	private static String elenco(Collection<String> nomi) {
		return nomi.isEmpty() ? "nessuna" : String.join(", ", nomi);
	}

	private void no(String dove, String difetto, Object... argomenti) {
		this.problemi.add(dove + ": " + difetto.formatted(argomenti) + ".");
	}

	/** The populations of one row. */
	private record Fascia(Abitanti abitanti, Riga riga) {
	}

}
