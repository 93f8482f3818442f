package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Which reminders are to reach whom on which day, by a plain walk over days and terms: of
 * the application it knows the rows of the terms and the two tables, and nothing else.
 * The rules are told anew here so that the application's own can be held against them.
 */
final class AnnoDiPosta {

	private static final Set<MonthDay> FESTE = Set.of(MonthDay.of(1, 1), MonthDay.of(1, 6), MonthDay.of(4, 25),
			MonthDay.of(5, 1), MonthDay.of(6, 2), MonthDay.of(8, 15), MonthDay.of(11, 1), MonthDay.of(12, 8),
			MonthDay.of(12, 25), MonthDay.of(12, 26));

	/** Easter Mondays of the years that are walked over. */
	private static final Set<LocalDate> LUNEDI_DELL_ANGELO = Set.of(LocalDate.of(2022, 4, 18),
			LocalDate.of(2023, 4, 10), LocalDate.of(2024, 4, 1));

	private final Map<String, List<Integer>> giorni = new HashMap<>();

	private final Map<String, Map<String, Integer>> scale = new HashMap<>();

	private final Map<LocalDate, List<Termine>> fotografie;

	private final Map<String, Persone> persone;

	private final Set<String> segnati = new HashSet<>();

	private final List<Aperto> aperti = new ArrayList<>();

	/** Reminder, address and day, as the database should know them. */
	final TreeMap<String, Integer> inviati = new TreeMap<>();

	/** Term, address and day, as they should stand in the mails. */
	final TreeMap<String, Integer> scritti = new TreeMap<>();

	/**
	 * A walk.
	 * @param fotografie the terms as they are from ten in the morning of a day on
	 * @param persone who is there, by candidatura
	 * @throws IOException if a table cannot be read
	 */
	AnnoDiPosta(Map<LocalDate, List<Termine>> fotografie, Map<String, Persone> persone) throws IOException {
		this.fotografie = fotografie;
		this.persone = persone;
		tabella("promemoria").forEach((r) -> this.giorni.put(r.get("termine"),
				java.util.Arrays.stream(r.get("giorni").split(",")).map(String::strip).map(Integer::valueOf).toList()));
		tabella("escalation").forEach((r) -> {
			Map<String, Integer> scala = new HashMap<>();
			r.forEach((nome, valore) -> {
				if (!nome.equals("termine") && !valore.isEmpty()) {
					scala.put(nome, Integer.valueOf(valore));
				}
			});
			this.scale.put(r.get("termine"), scala);
		});
	}

	/** The rows of a table of ours: one input, some outputs. */
	private static List<Map<String, String>> tabella(String nome) throws IOException {
		try (InputStream file = AnnoDiPosta.class.getResourceAsStream("/processes/tabelle/" + nome + ".dmn")) {
			Element radice = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file).getDocumentElement();
			List<String> colonne = new ArrayList<>(List.of("termine"));
			elementi(radice, "output").forEach((o) -> colonne.add(o.getAttribute("name")));
			List<Map<String, String>> righe = new ArrayList<>();
			for (Element regola : elementi(radice, "rule")) {
				List<Element> celle = elementi(regola, "text");
				Map<String, String> riga = new LinkedHashMap<>();
				for (int i = 0; i < colonne.size(); i++) {
					riga.put(colonne.get(i), celle.get(i).getTextContent().replace("\"", "").strip());
				}
				righe.add(riga);
			}
			return righe;
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IOException(ex);
		}
	}

	private static List<Element> elementi(Element in, String nome) {
		NodeList nodi = in.getElementsByTagName(nome);
		List<Element> elementi = new ArrayList<>();
		for (int i = 0; i < nodi.getLength(); i++) {
			elementi.add((Element) nodi.item(i));
		}
		return elementi;
	}

	/**
	 * Walks from day to day.
	 * @param dal the first day, of which only what comes after ten o'clock counts
	 * @param al the last day, included
	 */
	void cammina(LocalDate dal, LocalDate al) {
		List<Termine> ora = this.fotografie.getOrDefault(dal, List.of());
		sera(ora, dal);
		for (LocalDate d = dal.plusDays(1); !d.isAfter(al); d = d.plusDays(1)) {
			mattina(ora, d);
			if (lavorativo(d)) {
				giro(ora, d);
			}
			ora = this.fotografie.getOrDefault(d, ora);
			sera(ora, d);
		}
	}

	/** Eight o'clock: what concerns the CUP is written at once. */
	private void mattina(List<Termine> termini, LocalDate d) {
		List<Lettera> lettere = new ArrayList<>();
		for (Termine t : termini) {
			String evento = t.pendente() ? eventoDelMattino(t, d) : null;
			if (evento == null) {
				continue;
			}
			int nominali = Integer.parseInt(evento.substring(evento.lastIndexOf('-') + 1));
			int mancano = (int) Math.min(nominali, t.governante().toEpochDay() - d.toEpochDay());
			Aperto a = new Aperto(t, evento, mancano, d, evento.startsWith("SOLLECITO"), new HashSet<>());
			if (t.termine().equals("cup") && !a.scaduto) {
				lettere.addAll(subito(a, d));
			}
			else {
				this.aperti.add(a);
			}
		}
		consegna(lettere, d);
	}

	private String eventoDelMattino(Termine t, LocalDate d) {
		if (d.isAfter(t.governante())) {
			for (int giorno = 1; !t.governante().plusDays(giorno).isAfter(d); giorno += 7) {
				if (dopo(t.governante().plusDays(giorno)).equals(d)) {
					return "SOLLECITO-" + giorno;
				}
			}
			return null;
		}
		LocalDate da = t.prudenziale().isBefore(t.governante()) ? t.prudenziale() : t.governante();
		int vicino = Integer.MAX_VALUE;
		for (int n : this.giorni.getOrDefault(t.termine(), List.of())) {
			if (prima(da.minusDays(n)).equals(d)) {
				vicino = Math.min(vicino, n);
			}
		}
		if (vicino < Integer.MAX_VALUE) {
			return "PROMEMORIA-" + vicino;
		}
		return (t.governante().isAfter(t.prudenziale()) && prima(t.governante()).equals(d)) ? "ULTIMO_GIORNO-0" : null;
	}

	/** One second before midnight: the term is missed. */
	private void sera(List<Termine> termini, LocalDate d) {
		List<Lettera> lettere = new ArrayList<>();
		for (Termine t : termini) {
			if (t.pendente() && t.governante().equals(d)) {
				lettere.addAll(subito(new Aperto(t, "SCADENZA-0", 0, d, true, new HashSet<>()), d));
			}
		}
		consegna(lettere, d);
	}

	private List<Lettera> subito(Aperto a, LocalDate d) {
		return destinatari(a, d).keySet().stream().map((i) -> new Lettera(i, List.of(a))).toList();
	}

	/** Half past eight. */
	private void giro(List<Termine> termini, LocalDate d) {
		Map<String, Termine> oggi = new HashMap<>();
		termini.forEach((t) -> oggi.put(t.id(), t));
		Map<String, List<Aperto>> mail = new TreeMap<>();
		for (Aperto a : List.copyOf(this.aperti)) {
			Termine t = oggi.get(a.termine.id());
			boolean finito = !t.pendente() || !t.governante().equals(a.termine.governante());
			if (finito || (!a.scaduto && d.isAfter(t.governante()))) {
				this.aperti.remove(a);
				continue;
			}
			boolean attende = false;
			Map<String, Boolean> chi = destinatari(a, d);
			for (Map.Entry<String, Boolean> uno : chi.entrySet()) {
				if (a.detto.contains(uno.getKey())) {
					continue;
				}
				if (!uno.getValue() && !ultimo(t, d) && trattiene(uno.getKey(), a, d)) {
					attende = true;
				}
				else {
					mail.computeIfAbsent(uno.getKey(), (i) -> new ArrayList<>()).add(a);
				}
			}
			if (!attende) {
				this.aperti.remove(a);
			}
		}
		List<Lettera> lettere = new ArrayList<>();
		mail.forEach((indirizzo, cose) -> lettere.add(new Lettera(indirizzo, cose)));
		consegna(lettere, d);
	}

	/** Nothing comes any more before the term is missed. */
	private boolean ultimo(Termine t, LocalDate d) {
		if (d.isAfter(t.governante())) {
			return false;
		}
		for (LocalDate poi = d.plusDays(1); !poi.isAfter(t.governante()); poi = poi.plusDays(1)) {
			if (eventoDelMattino(t, poi) != null) {
				return false;
			}
		}
		return true;
	}

	private boolean trattiene(String indirizzo, Aperto a, LocalDate d) {
		Persone p = this.persone.get(a.termine.candidatura());
		LocalDate fino = (indirizzo.equals(p.zitto) && a.termine.candidatura().equals(p.muta)) ? p.fino : null;
		if (fino != null && !d.isBefore(p.zittoDal) && !d.isAfter(fino)) {
			return true;
		}
		if (!indirizzo.equals(p.settimanale)) {
			return false;
		}
		// from the day it was raised on, is there a delivery up to now?
		for (LocalDate g = a.sollevato; !g.isAfter(d); g = g.plusDays(1)) {
			for (LocalDate scelto = g.minusDays(6); !scelto.isAfter(g); scelto = scelto.plusDays(1)) {
				if (scelto.getDayOfWeek() == p.giorno && dopo(scelto).equals(g)) {
					return false;
				}
			}
		}
		return true;
	}

	/** Addresses, and whether each is told in place of one that refuses. */
	private Map<String, Boolean> destinatari(Aperto a, LocalDate d) {
		Persone p = this.persone.get(a.termine.candidatura());
		Map<String, Integer> scala = this.scale.getOrDefault(a.termine.termine(), Map.of());
		Set<String> chi = new LinkedHashSet<>();
		for (String r : p.referenti) {
			boolean via = r.equals(p.assente) && !d.isBefore(p.assenteDal) && !d.isAfter(p.assenteAl);
			chi.add(via ? p.sostituto : r);
		}
		if (p.referenti.isEmpty() || a.tocca(scala.get("segretario"))) {
			chi.add(p.segretario);
		}
		if (a.tocca(scala.get("rtd"))) {
			chi.add(p.ufficio);
		}
		if (a.tocca(scala.get("responsabile"))) {
			chi.add(p.responsabile);
		}
		Map<String, Boolean> destinatari = new TreeMap<>();
		boolean rifiuta = false;
		for (String c : chi) {
			if (this.segnati.contains(c)) {
				rifiuta = true;
			}
			else {
				destinatari.put(c, false);
			}
		}
		if (rifiuta) {
			destinatari.put(p.ufficio, true);
		}
		return destinatari;
	}

	/** What has been made up at one time leaves together. */
	private void consegna(List<Lettera> lettere, LocalDate d) {
		for (Lettera l : lettere) {
			l.cose.forEach((a) -> a.detto.add(l.indirizzo));
			Persone p = this.persone.get(l.cose.get(0).termine.candidatura());
			if (l.indirizzo.equals(p.rifiuta) && d.isAfter(p.rifiutaDopo)) {
				this.segnati.add(l.indirizzo);
				scrivi(new Lettera(p.ufficio, l.cose), d);
			}
			else {
				l.cose.forEach(
						(a) -> this.inviati.merge(
								String.join("|", a.termine.candidatura(), a.termine.termine(), a.evento,
										a.termine.governante().toString(), l.indirizzo, d.toString()),
								1, Integer::sum));
				scrivi(l, d);
			}
		}
	}

	private void scrivi(Lettera l, LocalDate d) {
		Set<String> righe = new TreeSet<>();
		l.cose.forEach((a) -> righe.add(String.join("|", a.termine.candidatura(), a.termine.termine(),
				a.termine.governante().toString(), a.scaduto ? "scaduto" : "entro", l.indirizzo, d.toString())));
		righe.forEach((r) -> this.scritti.merge(r, 1, Integer::sum));
	}

	private static boolean lavorativo(LocalDate d) {
		return d.getDayOfWeek() != DayOfWeek.SATURDAY && d.getDayOfWeek() != DayOfWeek.SUNDAY
				&& !FESTE.contains(MonthDay.from(d)) && !LUNEDI_DELL_ANGELO.contains(d);
	}

	private static LocalDate prima(LocalDate d) {
		return lavorativo(d) ? d : prima(d.minusDays(1));
	}

	private static LocalDate dopo(LocalDate d) {
		return lavorativo(d) ? d : dopo(d.plusDays(1));
	}

	/**
	 * A row of the terms.
	 *
	 * @param id its id
	 * @param candidatura the candidatura's code
	 * @param termine which term
	 * @param prudenziale the cautious date
	 * @param governante the governing day
	 * @param pendente whether it is still to be met
	 */
	record Termine(String id, String candidatura, String termine, LocalDate prudenziale, LocalDate governante,
			boolean pendente) {
	}

	/** Who is there for an ente, and what each is like. */
	static final class Persone {

		List<String> referenti = List.of();

		String segretario;

		String ufficio;

		String responsabile;

		String assente;

		String sostituto;

		LocalDate assenteDal;

		LocalDate assenteAl;

		String settimanale;

		DayOfWeek giorno;

		String zitto;

		String muta;

		LocalDate zittoDal;

		LocalDate fino;

		String rifiuta;

		LocalDate rifiutaDopo;

	}

	/** A reminder that is not yet told to all. */
	private record Aperto(Termine termine, String evento, int mancano, LocalDate sollevato, boolean scaduto,
			Set<String> detto) {

		boolean tocca(Integer da) {
			return this.scaduto || (da != null && this.mancano <= da);
		}

	}

	/** One mail. */
	private record Lettera(String indirizzo, List<Aperto> cose) {
	}

}
