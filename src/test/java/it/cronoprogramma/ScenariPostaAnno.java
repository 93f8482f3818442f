package it.cronoprogramma;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.cronoprogramma.AnnoDiPosta.Persone;
import it.cronoprogramma.AnnoDiPosta.Termine;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.notifica.MessaggioRepository;
import it.cronoprogramma.notifica.Preferenza;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Linea;
import it.cronoprogramma.prova.MailLetta;
import it.cronoprogramma.prova.Vita;
import it.cronoprogramma.termine.Roma;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.util.HtmlUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Months of simulated days: candidature are opened, terms are met, moved and missed,
 * people are away, read once a week, do not want to hear, have addresses that refuse.
 * What has reached whom on which day is held against {@link AnnoDiPosta}, both as the
 * database knows it and as it stands in the mails that the server has taken.
 */
abstract class ScenariPostaAnno {

	private static final List<String> AVVISI = List.of("1.4.1-comuni-2022-04", "1.4.3-app-io-comuni-2022-04",
			"1.4.3-pagopa-comuni-2022-04", "1.4.4-spid-cie-comuni-2022-04", "1.2-comuni-2022-04",
			"1.4.1-comuni-2022-09", "1.4.3-app-io-comuni-2022-09", "1.4.3-pagopa-comuni-2022-09",
			"1.4.4-spid-cie-comuni-2022-09");

	/** How many of them were open in June; the others are from September on. */
	private static final int DI_GIUGNO = 5;

	private static final String RTD = "rtd@gestione.example";

	private static final String RESPONSABILE = "responsabile@gestione.example";

	private static final Pattern RIGA = Pattern.compile(
			"<h3[^>]*>([^<]+)</h3>.*?(entro|scaduto) "
					+ "<(?:strong|span)[^>]*>\\S+ (\\d\\d/\\d\\d/\\d{4})<.*?Candidatura <span>(C\\d+)</span>",
			Pattern.DOTALL);

	private static final DateTimeFormatter DATA = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.ITALY);

	private final int comuni;

	private final int candidature;

	private final LocalDate dal;

	private final LocalDate al;

	private final TreeMap<LocalDate, List<Runnable>> azioni = new TreeMap<>();

	private final Map<LocalDate, List<Termine>> fotografie = new HashMap<>();

	private final Map<String, Persone> persone = new HashMap<>();

	private final TreeMap<String, Integer> letti = new TreeMap<>();

	private int mail;

	private GreenMail posta;

	private Linea linea;

	private Applicazione app;

	/**
	 * So many comuni with so many candidature each.
	 * @param comuni how many
	 * @param candidature how many each, at most nine
	 * @param dal the first day
	 * @param al the last day
	 */
	ScenariPostaAnno(int comuni, int candidature, String dal, String al) {
		this.comuni = comuni;
		this.candidature = candidature;
		this.dal = LocalDate.parse(dal);
		this.al = LocalDate.parse(al);
	}

	@Test
	void ognunoHaCioCheDeveNelGiornoGiusto() throws Exception {
		long inizio = System.nanoTime();
		this.posta = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
		this.posta.start();
		try (Linea l = new Linea(this.posta.getSmtp().getPort());
				Applicazione a = Applicazione.avvia(this.dal.toString(), "spring.mail.host=127.0.0.1",
						"spring.mail.port=" + l.porta(), "cronoprogramma.posta.giro=08:30")) {
			this.linea = l;
			this.app = a;
			prepara();
			cammina();
			controlla(inizio);
		}
		finally {
			this.posta.stop();
		}
	}

	private void prepara() {
		for (int i = 0; i < this.comuni; i++) {
			Ente comune = this.app.nuovoComune("Comune di Nome" + i, 2000);
			Persone p = persone(i, comune);
			for (int j = 0; j < this.candidature; j++) {
				candidatura(i * this.candidature + j, comune, AVVISI.get(j),
						(j < DI_GIUGNO) ? this.dal.plusDays((i * 7 + j * 5) % 40)
								: LocalDate.parse("2022-09-20").plusDays((i * 7 + j * 5) % 40),
						p);
			}
		}
	}

	private Persone persone(int i, Ente comune) {
		Persone p = new Persone();
		String dominio = "@" + comune.id().toLowerCase(Locale.ROOT) + ".example";
		p.segretario = "referente" + dominio;
		p.ufficio = RTD;
		p.responsabile = RESPONSABILE;
		if (i % 3 == 2) {
			// the segretario is alone
			return p;
		}
		String dirigente = "dirigente" + dominio;
		String ufficio = "ufficio" + dominio;
		p.referenti = List.of(dirigente, ufficio);
		PersoneRepository repository = this.app.bean(PersoneRepository.class);
		repository.inserisci(referente("I", TipoReferente.INDIVIDUATO, comune, dirigente));
		repository.inserisci(referente("A", TipoReferente.ALTRO, comune, ufficio));
		if (i % 3 == 0) {
			p.settimanale = dirigente;
			p.giorno = DayOfWeek.WEDNESDAY;
			this.app.bean(MessaggioRepository.class).preferisce(dirigente, new Preferenza(p.giorno, true));
			p.assente = ufficio;
			p.sostituto = "vice" + dominio;
			p.assenteDal = this.dal.plusDays(130);
			p.assenteAl = p.assenteDal.plusDays(13);
			repository.inserisci(new Sostituzione("S" + comune.id(), new Persona(null, "Ufficio", ufficio),
					new Persona(null, "Vice", p.sostituto), comune.id(), null, p.assenteDal, p.assenteAl));
		}
		else {
			p.rifiuta = dirigente;
			p.rifiutaDopo = this.dal.plusDays(150);
			il(p.rifiutaDopo, () -> this.linea.rifiuta(rifiutano()));
			p.zitto = ufficio;
			p.zittoDal = this.dal.plusDays(121);
			p.fino = p.zittoDal.plusDays(45);
		}
		return p;
	}

	private String[] rifiutano() {
		return this.persone.values()
			.stream()
			.map((p) -> p.rifiuta)
			.filter((r) -> r != null)
			.distinct()
			.toArray(String[]::new);
	}

	private static Referente referente(String id, TipoReferente tipo, Ente comune, String indirizzo) {
		return new Referente(id + comune.id(), comune.id(), tipo, indirizzo, indirizzo, null, null, null, null);
	}

	/** What becomes of a candidatura, by its number. */
	private void candidatura(int k, Ente comune, String avviso, LocalDate giorno, Persone p) {
		il(giorno, () -> {
			Vita vita = new Vita(this.app, comune, avviso);
			String c = vita.codice();
			this.persone.put(c, p);
			if (p.zitto != null && p.muta == null) {
				p.muta = c;
				il(p.zittoDal.minusDays(1), () -> this.app.bean(MessaggioRepository.class).tace(p.zitto, c, p.fino));
			}
			if (k % 5 == 4) {
				// the CUP waits: two days, or until it is missed
				vita.fino("inserisciCup");
				il(giorno.plusDays((k % 10 == 4) ? 4 : 20), () -> vita.fino("registraContratto"));
			}
			else {
				vita.fino("registraContratto");
			}
			if (k % 5 == 0) {
				il(giorno.plusDays(125), () -> contratto(vita));
			}
			if (k % 5 == 1) {
				il(giorno.plusDays(135), () -> proroga(c));
			}
		});
	}

	private void contratto(Vita vita) {
		if (this.app.attivitaAperte(vita.codice()).contains("registraContratto")) {
			vita.fai(this.app.attivita(vita.codice(), "registraContratto"));
		}
	}

	private void proroga(String c) {
		String oggi = this.app.oggi().toString();
		this.app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "automatica", "giorni", 30,
						"atto", "Decreto " + c, "dataAtto", oggi, "ambito", "una", "candidatura", c));
		long numero = this.app.bean(DifferimentoRepository.class).elenco(List.of("gestione1"), 1).get(0).numero();
		this.app.compila("rtd", "D%06d".formatted(numero), "confermaDifferimento", Map.of("decisione", "conferma"));
	}

	private void il(LocalDate giorno, Runnable azione) {
		this.azioni.computeIfAbsent(giorno, (g) -> new ArrayList<>()).add(azione);
	}

	/** Whatever is done is done at ten; at a minute past ten the terms are looked at. */
	private void cammina() throws Exception {
		for (LocalDate d = this.dal; !d.isAfter(this.al); d = d.plusDays(1)) {
			List<Runnable> oggi = this.azioni.get(d);
			if (oggi != null) {
				this.app.alle(d + "T10:00");
				for (int i = 0; i < oggi.size(); i++) {
					oggi.get(i).run();
				}
				this.app.alle(d + "T10:01");
				this.fotografie.put(d, termini());
			}
			if (d.getDayOfMonth() == 1) {
				this.app.alle(d + "T11:00");
				leggi();
			}
		}
		this.app.alle(this.al + "T23:59:59.900");
		leggi();
	}

	private List<Termine> termini() {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT id, candidatura, termine, prudenziale, governante, stato FROM scadenza")
			.query((rs, n) -> new Termine(rs.getString("id"), rs.getString("candidatura"), rs.getString("termine"),
					rs.getObject("prudenziale", LocalDate.class), rs.getObject("governante", LocalDate.class),
					List.of("APERTA", "SCADUTA").contains(rs.getString("stato"))))
			.list();
	}

	/** What has arrived since the last time, the weekly summaries aside. */
	private void leggi() throws Exception {
		Map<String, String> codici = Stream.of(TipoTermine.values())
			.collect(Collectors.toMap(TipoTermine::nome, TipoTermine::codice));
		for (MailLetta m : MailLetta.di(this.posta.getReceivedMessages())) {
			if (m.oggetto().startsWith("La settimana")) {
				continue;
			}
			this.mail++;
			String giorno = giorno(m.inviata().toInstant());
			Matcher righe = RIGA.matcher(m.html());
			int quante = 0;
			while (righe.find()) {
				this.letti.merge(String.join("|", righe.group(4), codici.get(HtmlUtils.htmlUnescape(righe.group(1))),
						LocalDate.parse(righe.group(3), DATA).toString(), righe.group(2), m.destinatari().get(0),
						giorno), 1, Integer::sum);
				quante++;
			}
			assertThat(quante).as(m.oggetto()).isPositive();
		}
		this.posta.purgeEmailFromAllMailboxes();
	}

	private void controlla(long inizio) throws IOException {
		TreeMap<String, Integer> inviati = new TreeMap<>();
		this.app.bean(JdbcClient.class).sql("""
				SELECT s.candidatura, s.termine, p.evento, p.governante, d.email, d.inviato
				FROM promemoria_destinatario d JOIN promemoria p ON p.id = d.promemoria
					JOIN scadenza s ON s.id = p.scadenza
				WHERE d.inviato IS NOT NULL""").query((rs) -> {
			inviati.merge(String.join("|", rs.getString("candidatura"), rs.getString("termine"), rs.getString("evento"),
					rs.getObject("governante", LocalDate.class).toString(), rs.getString("email"),
					giorno(rs.getObject("inviato", OffsetDateTime.class).toInstant())), 1, Integer::sum);
		});
		double secondi = (System.nanoTime() - inizio) / 1e9;
		AnnoDiPosta anno = new AnnoDiPosta(this.fotografie, this.persone);
		anno.cammina(this.dal, this.al);
		System.out.printf(Locale.ROOT,
				"%d comuni per %d candidature, dal %s al %s: %d promemoria a qualcuno attesi, %d inviati; "
						+ "%d righe in %d mail attese %d; per evento %s; %.0f s%n",
				this.comuni, this.candidature, this.dal, this.al, quanti(anno.inviati), quanti(inviati),
				quanti(this.letti), this.mail, quanti(anno.scritti), perEvento(inviati), secondi);
		assertThat(differenza(inviati, anno.inviati)).as("inviati e non attesi").isEmpty();
		assertThat(differenza(anno.inviati, inviati)).as("attesi e non inviati").isEmpty();
		assertThat(differenza(this.letti, anno.scritti)).as("letti e non attesi").isEmpty();
		assertThat(differenza(anno.scritti, this.letti)).as("attesi e non letti").isEmpty();
		Set<String> accaduti = new HashSet<>(perEvento(inviati).keySet());
		assertThat(accaduti).contains("PROMEMORIA", "SCADENZA", "SOLLECITO");
		assertThat(inviati.keySet()).as("il sostituto").anyMatch((i) -> i.contains("|vice@"));
		assertThat(this.app.bean(MessaggioRepository.class).abitudini().respinti()).as("chi rifiuta").isNotEmpty();
	}

	/** The clock goes on: what was due a second before midnight may leave after it. */
	private static String giorno(Instant quando) {
		return Roma.giorno(quando.minus(Duration.ofHours(1))).toString();
	}

	private static int quanti(Map<String, Integer> righe) {
		return righe.values().stream().mapToInt(Integer::intValue).sum();
	}

	private static Map<String, Integer> perEvento(Map<String, Integer> inviati) {
		Map<String, Integer> perEvento = new TreeMap<>();
		inviati.forEach((riga, n) -> perEvento.merge(riga.split("\\|")[2].replaceAll("-\\d+$", ""), n, Integer::sum));
		return perEvento;
	}

	/** What the one has more of than the other. */
	private static List<String> differenza(Map<String, Integer> uno, Map<String, Integer> altro) {
		return uno.entrySet()
			.stream()
			.filter((e) -> e.getValue() > altro.getOrDefault(e.getKey(), 0))
			.map((e) -> e.getKey() + " " + e.getValue() + " invece di " + altro.getOrDefault(e.getKey(), 0))
			.toList();
	}

}
