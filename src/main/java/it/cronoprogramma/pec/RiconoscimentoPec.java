package it.cronoprogramma.pec;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Stato;

/**
 * Which candidatura a PEC speaks of (dominio 6.4): by the CUP or the candidatura's
 * number, else by ente (code of the IPA, name, address) and avviso. What fits more than
 * one, or contradicts itself, is left to a person: a term that starts on the wrong
 * candidatura is worse than one more question.
 */
final class RiconoscimentoPec {

	private static final Pattern CUP = Pattern
		.compile("(?i)(?<![a-z0-9])[b-j][ .-]?[1-9][ .-]?[1-9][ .-]?[b-j](?:[ .-]?[0-9]){11}(?![a-z0-9])");

	private static final Pattern NUMERO = Pattern.compile(
			"(?i)\\bcandidatura\\s+(?:n\\.?|nr\\.?|num\\.?|numero|n°|codice|id)?\\s*:?\\s*([a-z]?[0-9][a-z0-9/._-]{2,40})");

	private static final Pattern IPA = Pattern.compile("(?<![a-z0-9_-])c_[a-z][0-9]{3}(?![a-z0-9_-])");

	private static final Pattern COMUNE = Pattern.compile(" comune di ([a-z]{3,}) ");

	private static final Set<String> MESI = Set.of("gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno",
			"luglio", "agosto", "settembre", "ottobre", "novembre", "dicembre");

	/** What tells one avviso of a measure from another, however its title is written. */
	private static final List<String> SEGNI = List.of("app io", "pagopa", "spid", "cie", "ansc", "anncsu",
			"piattaforma digitale nazionale dati", "notifiche", "cloud");

	private static final int ELENCATE_AL_PIU = 12;

	private final String testo;

	private final String piano;

	private final List<Candidata> candidate;

	private final boolean diUnEnte;

	private RiconoscimentoPec(String testo, List<Candidata> candidate, boolean diUnEnte) {
		this.diUnEnte = diUnEnte;
		this.testo = testo;
		this.piano = Testo.confrontabile(testo);
		this.candidate = candidate;
	}

	/**
	 * Looks for the candidatura.
	 * @param pec the message
	 * @param atto what it notifies
	 * @param candidate all that it may be of: those of the enti whose PEC it may be
	 * @param diUnEnte whether the mailbox is that of one ente, which then need not be
	 * named
	 * @return the candidatura, or why there is none
	 */
	static Esito riconosci(PecLetta pec, AttoNotificato atto, Collection<Candidata> candidate, boolean diUnEnte) {
		return new RiconoscimentoPec(pec.testo(), List.copyOf(candidate), diUnEnte).cerca(pec.destinatari(), atto);
	}

	private Esito cerca(List<String> destinatari, AttoNotificato atto) {
		Set<String> cup = cup();
		List<Candidata> perCup = con((c) -> cup.contains(c.cup()));
		Set<String> numeri = numeri();
		List<Candidata> perNumero = con((c) -> numeri.contains(c.codice().toLowerCase(Locale.ROOT))
				|| c.protocolloInvio() != null && numeri.contains(c.protocolloInvio().toLowerCase(Locale.ROOT)));
		Set<String> enti = enti(destinatari);
		if (!perCup.isEmpty() || !perNumero.isEmpty()) {
			Set<Candidata> insieme = new LinkedHashSet<>(perCup);
			insieme.addAll(perNumero);
			return certo(sole(List.copyOf(insieme), atto), enti,
					perCup.isEmpty() ? "il numero della candidatura" : "il CUP " + perCup.get(0).cup());
		}
		if (enti.isEmpty()) {
			String altro = altroEnte();
			if (altro != null || !this.diUnEnte) {
				return (altro != null) ? contraria("Parla di un altro ente (" + altro + ").", List.of()) : nessuna(
						"Non vi si trova il CUP, né il nome o il codice IPA di un ente conosciuto.", List.of());
			}
			enti = entiDelleCandidate();
		}
		Set<String> suoi = enti;
		List<Candidata> degliEnti = con((c) -> suoi.contains(c.ente()));
		if (!cup.isEmpty() && degliEnti.stream().noneMatch((c) -> c.cup() == null)) {
			return contraria("Il CUP " + cup.iterator().next() + " non è di nessuna candidatura conosciuta.",
					degliEnti);
		}
		return perAvviso(degliEnti.stream().filter((c) -> cup.isEmpty() || c.cup() == null).toList(), atto);
	}

	private Esito certo(List<Candidata> trovate, Set<String> enti, String come) {
		if (trovate.size() > 1) {
			return nessuna("Riguarda più candidature.", trovate);
		}
		Candidata c = trovate.get(0);
		if (!enti.isEmpty() && !enti.contains(c.ente())) {
			List<Candidata> anche = new ArrayList<>(trovate);
			anche.addAll(con((altra) -> enti.contains(altra.ente())));
			return contraria("Si contraddice: " + come + " è di " + c.nomeEnte() + ", ma nomina un altro ente.", anche);
		}
		return new Esito(c.codice(), "Riconosciuta per " + come + ".", List.of(c.codice()), false);
	}

	private Esito perAvviso(List<Candidata> degliEnti, AttoNotificato atto) {
		if (degliEnti.isEmpty()) {
			return nessuna("L'ente non ha candidature a cui possa riferirsi.", degliEnti);
		}
		Map<Integer, List<Candidata>> perGrado = degliEnti.stream()
			.collect(Collectors.groupingBy((c) -> grado(c.titoloAvviso(), c.misura())));
		for (int grado : new int[] { 3, 2 }) {
			if (perGrado.containsKey(grado)) {
				List<Candidata> trovate = sole(perGrado.get(grado), atto);
				return (trovate.size() > 1) ? nessuna("Ente e avviso sono di più candidature.", trovate)
						: new Esito(trovate.get(0).codice(),
								"Riconosciuta per ente e avviso (" + trovate.get(0).nomeEnte() + ", "
										+ trovate.get(0).titoloAvviso() + ")"
										+ ((grado == 2) ? "; non dice di quale mese è l'avviso" : "") + ".",
								List.of(trovate.get(0).codice()), false);
			}
		}
		boolean diAltroAvviso = Pattern.compile("\\b1\\.\\d(\\.\\d)?\\b").matcher(this.testo).find();
		if (diAltroAvviso) {
			return contraria("L'avviso che nomina non è di nessuna candidatura dell'ente.", degliEnti);
		}
		List<Candidata> attese = degliEnti.stream().filter((c) -> attende(c, atto)).toList();
		if (attese.size() == 1) {
			return new Esito(attese.get(0).codice(), "Non nomina l'avviso: è la sola candidatura di "
					+ attese.get(0).nomeEnte() + " che attende una PEC così.", List.of(attese.get(0).codice()), false);
		}
		return nessuna("Non nomina l'avviso, e l'ente ha più candidature.", degliEnti);
	}

	/** Of several on one avviso: the living one, then the one that waits for it. */
	private static List<Candidata> sole(List<Candidata> trovate, AttoNotificato atto) {
		List<Candidata> restano = trovate;
		for (Predicate<Candidata> meglio : List.<Predicate<Candidata>>of(Candidata::viva, (c) -> attende(c, atto))) {
			List<Candidata> migliori = restano.stream().filter(meglio).toList();
			if (restano.size() > 1 && !migliori.isEmpty() && unAvviso(restano)) {
				restano = migliori;
			}
		}
		return restano;
	}

	private static boolean unAvviso(List<Candidata> candidate) {
		return candidate.stream().map((c) -> c.ente() + " " + c.titoloAvviso()).distinct().count() == 1;
	}

	private static boolean attende(Candidata c, AttoNotificato atto) {
		return switch (atto) {
			case AMMISSIBILITA -> c.fase() == Stato.INVIATA;
			case DECRETO -> c.fase() == Stato.CUP_INSERITO;
			case DECRETO_RINUNCIA -> !c.fase().finita() && !c.viva();
			case CONTROLLO -> c.fase().dopoErogazione();
			case INTEGRAZIONE, REVOCA -> !c.fase().primaDelDecreto() && !c.fase().finita();
			case ALTRO -> false;
		};
	}

	private Set<String> cup() {
		Set<String> trovati = new LinkedHashSet<>();
		Matcher m = CUP.matcher(this.testo);
		while (m.find()) {
			trovati.add(m.group().replaceAll("[ .-]", "").toUpperCase(Locale.ROOT));
		}
		return trovati;
	}

	private Set<String> numeri() {
		Set<String> trovati = new TreeSet<>();
		Matcher m = NUMERO.matcher(this.testo);
		while (m.find()) {
			trovati.add(m.group(1).replaceAll("[._-]+$", "").toLowerCase(Locale.ROOT));
		}
		return trovati;
	}

	private Set<String> enti(List<String> destinatari) {
		Set<String> trovati = new TreeSet<>();
		String minuscolo = this.testo.toLowerCase(Locale.ROOT);
		Set<String> nomi = new TreeSet<>();
		for (Candidata c : this.candidate) {
			if (c.codiceIpa() != null && Pattern
				.compile("(?<![a-z0-9_-])" + Pattern.quote(c.codiceIpa().toLowerCase(Locale.ROOT)) + "(?![a-z0-9_-])")
				.matcher(minuscolo)
				.find()) {
				trovati.add(c.ente());
			}
			String nome = Testo.confrontabile(c.nomeEnte().replaceAll("\\(.*\\)", ""));
			if (this.piano.contains(nome)) {
				nomi.add(nome);
			}
		}
		// Casaletto is not meant where Casaletto Ceredano is written
		this.candidate.stream().filter((c) -> {
			String nome = Testo.confrontabile(c.nomeEnte().replaceAll("\\(.*\\)", ""));
			return nomi.contains(nome) && nomi.stream()
				.noneMatch((n) -> !n.equals(nome) && n.startsWith(nome)
						&& volte(this.piano, n) >= volte(this.piano, nome));
		}).map(Candidata::ente).forEach(trovati::add);
		if (trovati.isEmpty()) {
			List<List<String>> indirizzi = destinatari.stream().map((d) -> List.of(d.split("[@._-]+"))).toList();
			this.candidate.stream()
				.filter((c) -> indirizzi.stream().anyMatch((i) -> indirizzo(i, c.nomeEnte())))
				.map(Candidata::ente)
				.forEach(trovati::add);
		}
		return trovati;
	}

	private static int volte(String testo, String parola) {
		int volte = 0;
		// words share the blank between them
		for (int dove = testo.indexOf(parola); dove >= 0; dove = testo.indexOf(parola, dove + 1)) {
			volte++;
		}
		return volte;
	}

	/** protocollo@pec.comune.crema.cr.it, comunedicrema@pec.example. */
	private static boolean indirizzo(List<String> pezzi, String nomeEnte) {
		String nome = Testo.confrontabile(nomeEnte).strip();
		if (!nome.startsWith("comune di ")) {
			return false;
		}
		String solo = nome.substring("comune di ".length());
		String unito = solo.replace(" ", "");
		if (pezzi.contains("comune" + unito) || pezzi.contains("comunedi" + unito)) {
			return true;
		}
		List<String> parole = new ArrayList<>(List.of("comune"));
		parole.addAll(List.of(solo.split(" ")));
		return java.util.Collections.indexOfSubList(pezzi, parole) >= 0
				|| java.util.Collections.indexOfSubList(pezzi, List.of("comune", unito)) >= 0;
	}

	/** An ente that is named, and is none of those it may be of. */
	private String altroEnte() {
		Matcher ipa = IPA.matcher(this.testo.toLowerCase(Locale.ROOT));
		if (ipa.find()) {
			return ipa.group();
		}
		Matcher comune = COMUNE.matcher(this.piano);
		return comune.find() ? comune.group().strip() : null;
	}

	private Set<String> entiDelleCandidate() {
		return this.candidate.stream().map(Candidata::ente).collect(Collectors.toCollection(TreeSet::new));
	}

	/**
	 * How well the text names an avviso.
	 * @return 3 measure and month, or the whole title; 2 the measure alone; 0 not at all
	 */
	private int grado(String titoloAvviso, String misura) {
		String titolo = Testo.confrontabile(titoloAvviso);
		if (this.piano.contains(titolo)) {
			return 3;
		}
		boolean nominata = this.piano.contains(" " + misura + " ");
		boolean suoi = SEGNI.stream()
			.filter((s) -> titolo.contains(" " + s + " "))
			.allMatch((s) -> this.piano.contains(" " + s + " "));
		if (!nominata || !suoi) {
			return 0;
		}
		String[] parole = titolo.strip().split(" ");
		for (int i = 0; i + 1 < parole.length; i++) {
			if (MESI.contains(parole[i]) && parole[i + 1].matches("20\\d\\d")) {
				return this.piano.contains(" " + parole[i] + " " + parole[i + 1] + " ") ? 3 : 2;
			}
		}
		return 2;
	}

	private List<Candidata> con(Predicate<Candidata> quali) {
		return this.candidate.stream().filter(quali).toList();
	}

	private static Esito nessuna(String motivo, List<Candidata> possibili) {
		return nessuna(motivo, possibili, false);
	}

	private static Esito contraria(String motivo, List<Candidata> possibili) {
		return nessuna(motivo, possibili, true);
	}

	private static Esito nessuna(String motivo, List<Candidata> possibili, boolean contraria) {
		return new Esito(null, motivo,
				possibili.stream().map(Candidata::codice).distinct().limit(ELENCATE_AL_PIU).toList(), contraria);
	}

	/**
	 * A candidatura that a PEC may speak of.
	 *
	 * @param codice its code
	 * @param ente its ente's id
	 * @param nomeEnte the ente's name
	 * @param codiceIpa the ente's code in the IPA, or {@code null}
	 * @param titoloAvviso the avviso's title
	 * @param misura the measure, e.g. {@code 1.4.1}
	 * @param cup its CUP, or {@code null}
	 * @param protocolloInvio the protocol of its domanda, or {@code null}
	 * @param fase where it stands
	 * @param viva whether it counts for its avviso
	 */
	record Candidata(String codice, String ente, String nomeEnte, String codiceIpa, String titoloAvviso, String misura,
			String cup, String protocolloInvio, Stato fase, boolean viva) {
	}

	/**
	 * What was found.
	 *
	 * @param candidatura its code, {@code null} if none for certain
	 * @param motivo how it was recognised, or why not, one sentence in Italian
	 * @param possibili codes of those it could be
	 * @param contraria whether it speaks of something else than is known: then nobody's
	 * word for a candidatura is taken unseen
	 */
	record Esito(String candidatura, String motivo, List<String> possibili, boolean contraria) {
	}

}
