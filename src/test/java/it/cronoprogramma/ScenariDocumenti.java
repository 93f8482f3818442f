package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Documento;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.RigaStoria;
import it.cronoprogramma.candidatura.TipoDocumento;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FileDiProva;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Documents by real HTTP, on both databases: what goes in comes out byte by byte, and
 * what must not go in leaves no trace.
 */
abstract class ScenariDocumenti extends ScenariSuDueDatabase {

	private static final Pattern DOCUMENTO = Pattern
		.compile("/candidature/C\\d+/documenti/([0-9a-f-]{36})\" download[^>]*>(?:<s>)?([^<]+)<");

	private static final int MEGA = 1 << 20;

	private Ente comune;

	private Sessione operatore;

	private String codice;

	private String pagina;

	ScenariDocumenti(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeEach
	void unaCandidatura() {
		this.comune = this.app.nuovoComune(3000);
		this.codice = this.app.nuovaCandidatura(this.comune.id(), this.comune, APRILE);
		this.operatore = Sessione.di(this.app, this.comune.id());
		this.pagina = "/candidature/" + this.codice;
	}

	// In and out

	@Test
	void caricareVedereScaricare() throws Exception {
		byte[] pdf = FileDiProva.pdf("città");
		HttpResponse<String> r = carica("altro", "Città però € (1).pdf", pdf);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(302);
		assertThat(r.headers().firstValue("Location")).get().asString().endsWith(this.pagina + "#documenti");
		String vista = this.operatore.get(this.pagina).body();
		String impronta = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
		assertThat(vista).contains("«Città però € (1).pdf» è tra i documenti", impronta,
				">" + impronta.substring(0, 12) + "<", "Altro documento", pdf.length + " byte, PDF",
				"da " + this.comune.id() + ", il 25/05/2022 alle 09:0");

		HttpResponse<byte[]> scaricato = this.operatore.scarica(documenti().get("Città però € (1).pdf"));
		assertThat(scaricato.statusCode()).isEqualTo(200);
		assertThat(scaricato.body()).isEqualTo(pdf);
		assertThat(scaricato.headers().firstValue("Content-Type")).contains("application/pdf");
		assertThat(scaricato.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
		assertThat(scaricato.headers().firstValue("Content-Disposition")).get()
			.asString()
			.startsWith("attachment;")
			.contains("filename*=UTF-8''Citt%C3%A0%20per%C3%B2%20%E2%82%AC%20%281%29.pdf");
		RigaStoria riga = ultima();
		assertThat(riga.autore().chi()).isEqualTo(this.comune.id());
		assertThat(riga.voce().fatto()).isEqualTo("Documento caricato");
		assertThat(riga.voce().atto()).isEqualTo("Altro documento: Città però € (1).pdf");
		assertThat(riga.voce().dopo()).contains("SHA-256 " + impronta);
	}

	/** The largest that goes in, to the byte; and one byte more. */
	@Test
	void ventiMegabyte() throws Exception {
		byte[] grande = new byte[20 * MEGA];
		new Random(42).nextBytes(grande);
		byte[] inizio = FileDiProva.pdf("grande");
		System.arraycopy(inizio, 0, grande, 0, inizio.length);
		assertThat(carica("pec", "grande.pdf", grande).statusCode()).isEqualTo(302);
		assertThat(this.operatore.scarica(documenti().get("grande.pdf")).body()).isEqualTo(grande);
		assertThat(this.app.bean(JdbcClient.class)
			.sql("SELECT MAX(OCTET_LENGTH(contenuto)) FROM documento_parte")
			.query(Integer.class)
			.single()).isEqualTo(256 * 1024);
		Documento d = elenco().get(0);
		assertThat(d.dimensione()).isEqualTo(grande.length);
		assertThat(d.sha256()).isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(grande)));
		if (this.suPostgres) {
			memoria(d);
		}

		for (int troppi : new int[] { 20 * MEGA + 1, 40 * MEGA }) {
			HttpResponse<String> r = carica("pec", "troppo.pdf", java.util.Arrays.copyOf(grande, troppi));
			assertThat(r.statusCode()).as(troppi + " byte").isEqualTo(302);
			assertThat(r.headers().firstValue("Location")).get().asString().endsWith(this.pagina + "?troppo=si");
			r = this.operatore.get(this.pagina + "?troppo=si");
			assertThat(r.statusCode()).isEqualTo(413);
			assertThat(r.body()).contains("role=\"alert\"", "Il documento è troppo grande: al massimo 20 MB");
			assertThat(elenco()).hasSize(1);
		}
	}

	/** Sixteen half-read documents: were they whole in memory, they would be 320 MB. */
	private void memoria(Documento d) throws IOException {
		DocumentoRepository documenti = this.app.bean(DocumentoRepository.class);
		long prima = usata();
		List<InputStream> aperti = new ArrayList<>();
		for (int i = 0; i < 16; i++) {
			InputStream contenuto = documenti.apri(d);
			contenuto.skipNBytes(10 * MEGA);
			aperti.add(contenuto);
		}
		assertThat(usata() - prima).isLessThan(40L * MEGA);
		for (InputStream contenuto : aperti) {
			assertThat(contenuto.read()).isNotNegative();
			contenuto.close();
		}
	}

	private static long usata() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Test
	void ritirareNonCancella() {
		byte[] pdf = FileDiProva.pdf("sbagliato");
		carica("cre", "sbagliato.pdf", pdf);
		String documento = documenti().get("sbagliato.pdf");
		assertThat(ritira(this.operatore, documento, "  ").statusCode()).isEqualTo(302);
		assertThat(this.operatore.get(this.pagina).body()).contains("role=\"alert\"",
				"Per ritirare «sbagliato.pdf» scriva il motivo");
		assertThat(elenco().get(0).valido()).isTrue();

		assertThat(ritira(this.operatore, documento, "È di un altro comune").statusCode()).isEqualTo(302);
		String vista = this.operatore.get(this.pagina).body();
		assertThat(vista).contains("«sbagliato.pdf» è stato ritirato", "<s>sbagliato.pdf</s>",
				"da " + this.comune.id() + ", il 25/05/2022", "È di un altro comune");
		assertThat(this.operatore.scarica(documento).body()).isEqualTo(pdf);
		assertThat(ultima().voce()).isEqualTo(
				new VoceStoria("Documento ritirato", "Certificato di regolare esecuzione (CRE): sbagliato.pdf, SHA-256 "
						+ elenco().get(0).sha256Corto() + "…", null, "È di un altro comune"));
		ritira(this.operatore, documento, "di nuovo");
		assertThat(this.operatore.get(this.pagina).body()).contains("«sbagliato.pdf» è già stato ritirato");
		assertThat(elenco().get(0).ritiro().motivo()).isEqualTo("È di un altro comune");
		assertThat(carica("cre", "sbagliato.pdf", pdf).statusCode()).as("ritirato, si può ricaricare").isEqualTo(302);
	}

	@Test
	void loStessoFileDueVolte() {
		assertThat(carica("pec", "pec.eml", "From: a\nDate: oggi\n\nx".getBytes(StandardCharsets.UTF_8)).statusCode())
			.isEqualTo(302);
		rifiuta("Questo file è già tra i documenti, con lo stesso tipo: «pec.eml»", "pec", "altro nome.eml",
				"From: a\nDate: oggi\n\nx".getBytes(StandardCharsets.UTF_8));
	}

	// What must not get in

	@Test
	void quelloCheNonEntra() {
		rifiuta("Non ha scelto nessun file", "altro", "", new byte[0]);
		rifiuta("«vuoto.pdf» è vuoto (0 byte)", "altro", "vuoto.pdf", new byte[0]);
		rifiuta("i file .exe non si possono caricare", "altro", "a.exe", FileDiProva.pdf("x"));
		rifiuta("non è un file PDF", "altro", "a.pdf", FileDiProva.docx());
		rifiuta("contiene un programma", "altro", "a.pdf", "MZ\u0090\0".getBytes(StandardCharsets.ISO_8859_1));
		rifiuta("contiene macro", "altro", "a.docx", FileDiProva.docx("word/vbaProject.bin"));
		rifiuta("contiene un percorso", "altro", "../../etc/a.pdf", FileDiProva.pdf("x"));
		rifiuta("non si vedono", "altro", "a\u202efdp.pdf", FileDiProva.pdf("x"));
		rifiuta("non si vedono", "altro", "a\u0007.pdf", FileDiProva.pdf("x"));
		rifiuta("al massimo 150", "altro", "a".repeat(150) + ".pdf", FileDiProva.pdf("x"));
		rifiuta("Scelga dall&#39;elenco che cosa è", "", "a.pdf", FileDiProva.pdf("x"));
		rifiuta("Tipo di documento «&lt;b&gt;» sconosciuto", "<b>", "a.pdf", FileDiProva.pdf("x"));
		HttpResponse<String> r = this.operatore.carica(this.pagina + "/documenti",
				Map.of("_csrf", this.operatore.token(), "tipo", "contratto", "contratto", "di-un-altro"),
				Map.of("a.pdf", FileDiProva.pdf("x")));
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(r.body()).contains("Il contratto scelto non è di questa candidatura");
		r = this.operatore.manda("POST", this.pagina + "/documenti", "application/x-www-form-urlencoded",
				"tipo=altro&_csrf=" + this.operatore.token());
		assertThat(r.statusCode()).isEqualTo(422);
		assertThat(elenco()).isEmpty();
		assertThat(this.operatore.get(this.pagina + "/documenti").headers().firstValue("Location")).get()
			.asString()
			.endsWith(this.pagina + "#documenti");
	}

	@Test
	void senzaTokenNulla() {
		HttpResponse<String> r = this.operatore.carica(this.pagina + "/documenti",
				Map.of("_csrf", "inventato", "tipo", "altro"), Map.of("a.pdf", FileDiProva.pdf("x")));
		assertThat(r.statusCode()).isEqualTo(403);
		assertThat(elenco()).isEmpty();
	}

	/** If the story cannot be told, the document is not there either. */
	@Test
	void documentoEStoriaInsieme() {
		DocumentoRepository documenti = this.app.bean(DocumentoRepository.class);
		Autore troppoLungo = new Autore("x".repeat(101), this.app.bean(java.time.Clock.class).instant());
		int righe = this.app.bean(CandidaturaRepository.class).righeDiStoria(this.codice);
		assertThatThrownBy(() -> documenti.carica(this.codice, TipoDocumento.ALTRO, null, FileDiProva.pdf("a.pdf", "x"),
				troppoLungo))
			.isInstanceOf(RuntimeException.class);
		assertThat(elenco()).isEmpty();
		assertThat(this.app.bean(CandidaturaRepository.class).righeDiStoria(this.codice)).isEqualTo(righe);
	}

	// Who sees what

	@Test
	void diUnAltroEnteNonEsisteNulla() {
		carica("altro", "riservato.pdf", FileDiProva.pdf("riservato"));
		String documento = documenti().get("riservato.pdf");
		Ente altro = this.app.nuovoComune(3000);
		String suo = this.app.nuovaCandidatura(altro.id(), altro, APRILE);
		Sessione estraneo = Sessione.di(this.app, altro.id());
		for (String percorso : List.of("", "/documenti", "/dossier.pdf", "/storia.pdf", "/storia.csv")) {
			HttpResponse<String> r = estraneo.get(this.pagina + percorso);
			HttpResponse<String> mancante = estraneo.get("/candidature/C999999" + percorso);
			assertThat(r.statusCode()).as(percorso).isEqualTo(404);
			assertThat(mancante.statusCode()).isEqualTo(404);
			assertThat(r.body()).isEqualTo(mancante.body().replace("C999999", this.codice));
		}
		assertThat(estraneo.get(documento).statusCode()).isEqualTo(404);
		// its id under a candidatura of his own
		String sotto = documento.replace(this.codice, suo);
		assertThat(estraneo.get(sotto).body())
			.isEqualTo(estraneo.get(sotto.substring(0, sotto.length() - 12) + "000000000000").body())
			.contains("Il documento non esiste");
		assertThat(ritira(estraneo, documento, "x").statusCode()).isEqualTo(404);
		assertThat(ritira(estraneo, sotto, "x").statusCode()).isEqualTo(404);
		assertThat(estraneo
			.carica(this.pagina + "/documenti", Map.of("_csrf", estraneo.token(), "tipo", "altro"),
					Map.of("a.pdf", FileDiProva.pdf("x")))
			.statusCode()).isEqualTo(404);
		assertThat(elenco()).singleElement().matches(Documento::valido);
		assertThat(estraneo.get("/candidature").body()).contains(suo).doesNotContain(this.codice);
		assertThat(this.operatore.get("/candidature").body()).contains(this.codice).doesNotContain(suo);
		for (String assurdo : List.of("x", "C1%27", "C000001x", "%3Cb%3E", "C99999999999999999999")) {
			HttpResponse<String> r = this.operatore.get("/candidature/" + assurdo);
			assertThat(r.statusCode()).as(assurdo).isEqualTo(404);
			assertThat(r.body()).doesNotContain("<b>");
		}
	}

	// The story, page by page

	@Test
	void cinquantaRighePerPagina() {
		CandidaturaRepository candidature = this.app.bean(CandidaturaRepository.class);
		List<VoceStoria> voci = new ArrayList<>();
		for (int i = 0; i < 60; i++) {
			voci.add(new VoceStoria("Riga %03d".formatted(i), null, null, null));
		}
		candidature.narra(this.codice, voci, new Autore("operatore", Applicazione.istante("2022-05-26T10:00")));
		String prima = this.operatore.get(this.pagina).body();
		String seconda = this.operatore.get(this.pagina + "?pagina=2").body();
		assertThat(prima).contains("Riga 059", "Riga 010", "Pagina 1 di 2", "?pagina=2#storia")
			.doesNotContain("Riga 009");
		assertThat(seconda).contains("Riga 009", "Candidatura aperta", "Pagina 2 di 2").doesNotContain("Riga 010");
		assertThat(this.operatore.get(this.pagina + "?pagina=99").body()).contains("Pagina 2 di 2");
		assertThat(this.operatore.get(this.pagina + "?pagina=-1").body()).contains("Pagina 1 di 2");
	}

	/** More lines than are read at a time, each once and in order. */
	@Test
	void storiaInCsv() {
		CandidaturaRepository candidature = this.app.bean(CandidaturaRepository.class);
		List<VoceStoria> voci = new ArrayList<>();
		voci.add(new VoceStoria("=1+1", "@SUM(A1)", "-2", "+3; \"virgolette\"\ne a capo"));
		for (int i = 0; i < 1200; i++) {
			voci.add(new VoceStoria("Riga %04d".formatted(i), "perché", null, "bozza"));
		}
		candidature.narra(this.codice, voci, new Autore("operatore", Applicazione.istante("2022-05-26T10:00")));
		HttpResponse<String> r = this.operatore.get(this.pagina + "/storia.csv");
		assertThat(r.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
		assertThat(r.headers().firstValue("Content-Disposition"))
			.contains("attachment; filename=\"storia-" + this.codice + ".csv\"");
		assertThat(r.body()).startsWith("\ufeffquando;chi;fatto;atto;prima;dopo\r\n2022-05-25 09:0")
			.contains("2022-05-26 10:00:00;operatore;'=1+1;'@SUM(A1);'-2;\"'+3; \"\"virgolette\"\"\ne a capo\"\r\n");
		int dove = 0;
		for (int i = 0; i < 1200; i++) {
			String riga = "2022-05-26 10:00:00;operatore;Riga %04d;perché;;bozza\r\n".formatted(i);
			dove = r.body().indexOf(riga, dove);
			assertThat(dove).as(riga).isPositive();
		}
		assertThat(r.body().split("Riga ")).hasSize(1201);
	}

	// Steps

	private HttpResponse<String> carica(String tipo, String nome, byte[] contenuto) {
		return this.operatore.carica(this.pagina + "/documenti", Map.of("_csrf", this.operatore.token(), "tipo", tipo),
				Map.of(nome, contenuto));
	}

	private void rifiuta(String atteso, String tipo, String nome, byte[] contenuto) {
		int prima = elenco().size();
		int righe = this.app.bean(CandidaturaRepository.class).righeDiStoria(this.codice);
		HttpResponse<String> r = carica(tipo, nome, contenuto);
		assertThat(r.statusCode()).as(nome + r.body()).isEqualTo(422);
		assertThat(r.body()).contains("role=\"alert\"", atteso);
		assertThat(elenco()).hasSize(prima);
		assertThat(this.app.bean(CandidaturaRepository.class).righeDiStoria(this.codice)).isEqualTo(righe);
	}

	private static HttpResponse<String> ritira(Sessione s, String documento, String motivo) {
		return s.manda("POST", documento + "/ritira", "application/x-www-form-urlencoded",
				"motivo=" + java.net.URLEncoder.encode(motivo, StandardCharsets.UTF_8) + "&_csrf=" + s.token());
	}

	/** The paths of the documents on the page, by name. */
	private Map<String, String> documenti() {
		Map<String, String> trovati = new java.util.LinkedHashMap<>();
		Matcher m = DOCUMENTO.matcher(this.operatore.get(this.pagina).body());
		while (m.find()) {
			trovati.put(m.group(2), this.pagina + "/documenti/" + m.group(1));
		}
		return trovati;
	}

	private List<Documento> elenco() {
		return this.app.bean(DocumentoRepository.class).elenco(this.codice);
	}

	private RigaStoria ultima() {
		return this.app.bean(CandidaturaRepository.class).storia(this.codice, true, 0, 1).get(0);
	}

}
