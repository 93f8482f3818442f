package it.cronoprogramma.pec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is read in messages that were written well, badly, wrapped again, sealed or never
 * were messages.
 */
class LetturaPecTest {

	private static final Path ESEMPI = Path.of("src", "test", "resources", "pec");

	private static final String DTD = "dtd.pnrr@pec.governo.it";

	@TempDir
	private Path cartella;

	static PecLetta leggi(String esempio) {
		return leggi(ESEMPI.resolve(esempio));
	}

	private static PecLetta leggi(Path file) {
		try {
			return LetturaPec.leggi(file, Set.of(DTD)::contains);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private PecLetta leggi(byte[] messaggio) throws IOException {
		return leggi(Files.write(this.cartella.resolve("messaggio.eml"), messaggio));
	}

	static Stream<Path> esempi() throws IOException {
		return Files.list(ESEMPI).sorted();
	}

	@Test
	void unaBustaDiTrasporto() {
		PecLetta pec = leggi("ammissibilita.eml");
		assertThat(pec.tipo()).isEqualTo(TipoMessaggio.POSTA_CERTIFICATA);
		assertThat(pec.mittente()).isEqualTo(DTD);
		assertThat(pec.destinatari()).containsExactly("comune.crema@pec.example.it");
		assertThat(pec.oggetto()).isEqualTo("Avviso Misura 1.4.1 - Esito della candidatura");
		assertThat(pec.identificativo()).isEqualTo("opec2022.20220819091205.12345.01.1.10@pec.example.org");
		assertThat(pec.busta()).isEqualTo("2022-08-19T07:12:05Z");
		assertThat(pec.ricezione()).isEqualTo("2022-08-19T07:12:41Z");
		assertThat(pec.allegati()).containsExactly("comunicazione.pdf");
		assertThat(pec.corpo()).startsWith("Spett.le Comune di Crema");
		assertThat(pec.testo()).contains("c_d142").doesNotContain("JVBERi");
		assertThat(pec.avvertenze()).isEmpty();
	}

	@Test
	void unaPaginaInUnAltraCodificaEIlDaticertInBase64() {
		PecLetta pec = leggi("decreto.eml");
		assertThat(pec.oggetto()).isEqualTo("Notifica decreto di finanziamento");
		assertThat(pec.busta()).isEqualTo("2022-08-22T08:00:00Z");
		assertThat(pec.testo())
			.contains("Notifica decreto di finanziamento - città", "B91F 2200 0690 006", "città beneficiaria")
			.doesNotContain("color");
	}

	@ParameterizedTest
	@CsvSource({ "daticert-malformato.eml, opec2022.malformato.1@pec.example.org",
			"daticert-entita.eml, opec2022.entita.1@pec.example.org",
			"confini-rotti.eml, opec2022.confini.1@pec.example.org", "tronca.eml, opec2022.tronca.1@pec.example.org",
			"opaca.eml, opec2022.opaca.1@pec.example.org", "opaca-a-pezzi.eml, opec2022.opaca.1@pec.example.org",
			"senza-daticert.eml, opec2022.senza.1@pec.example.org", "inoltrata.eml, opec2022.inoltro.1@pec.example.org",
			"inoltrata-base64.eml, opec2022.inoltro.1@pec.example.org",
			"busta-nella-busta.eml, opec2022.inoltro.1@pec.example.org",
			"senza-zona.eml, opec2022.zona.1@pec.example.org" })
	void comunqueSiaRidottaSiSaQualeEDaQuando(String esempio, String identificativo) {
		PecLetta pec = leggi(esempio);
		assertThat(pec.tipo()).isEqualTo(TipoMessaggio.POSTA_CERTIFICATA);
		assertThat(pec.identificativo()).isEqualTo(identificativo);
		assertThat(pec.mittente()).isEqualTo(DTD);
		assertThat(pec.busta()).isEqualTo("2022-08-19T07:12:05Z");
		assertThat(pec.ricezione()).isEqualTo("2022-08-19T07:12:41Z");
	}

	@Test
	void nessunaEntitaSiCercaNeSiMoltiplica() {
		PecLetta pec = leggi("daticert-entita.eml");
		assertThat(pec.oggetto()).isEqualTo("Esito &xxe; &b;");
		assertThat(pec.avvertenze()).anySatisfy((a) -> assertThat(a).contains("malformato"));
	}

	@Test
	void unaCodificaSbagliataSiLeggeLoStesso() {
		assertThat(leggi("daticert-codifica.eml").oggetto()).isEqualTo("Ammissibilità della candidatura");
		assertThat(leggi("daticert-dice-latino.eml").oggetto()).isEqualTo("Ammissibilità della candidatura");
		assertThat(leggi("daticert-malformato.eml").oggetto()).isEqualTo("Esito & ammissibilità <b>1.4.1</b> & altro");
	}

	@Test
	void chiInoltraDiceIlProtocolloELaSuaDataNonConta() {
		PecLetta pec = leggi("inoltrata.eml").ricevuta(Instant.parse("2022-08-22T06:31:00Z"));
		assertThat(pec.livello()).isEqualTo(1);
		assertThat(pec.protocollo()).isEqualTo("4321/2022");
		assertThat(pec.ricezione()).isEqualTo("2022-08-19T07:12:41Z");
		assertThat(pec.avvertenze()).anySatisfy((a) -> assertThat(a).contains("inoltrata"));
		assertThat(leggi("busta-nella-busta.eml").livello()).isEqualTo(2);
		assertThat(leggi("busta-nella-busta.eml").protocollo()).isEqualTo("4321/2022");
	}

	@Test
	void laCasellaSaMeglioQuandoEArrivata() {
		PecLetta pec = leggi("ammissibilita.eml");
		assertThat(pec.ricevuta(Instant.parse("2022-08-19T07:12:43Z")).ricezione()).isEqualTo("2022-08-19T07:12:43Z");
		assertThat(pec.ricevuta(Instant.parse("2022-08-19T07:12:00Z")).ricezione()).isEqualTo("2022-08-19T07:12:41Z");
		assertThat(pec.ricevuta((Instant) null)).isEqualTo(pec);
	}

	@ParameterizedTest
	@CsvSource({ "ricevuta-consegna.eml, avvenuta-consegna", "ricevuta-accettazione.eml, accettazione" })
	void leRicevuteSonoRicevuteQualunqueCosaContengano(String esempio, String quale) {
		PecLetta pec = leggi(esempio);
		assertThat(pec.tipo()).isEqualTo(TipoMessaggio.RICEVUTA);
		assertThat(pec.ricevuta()).isEqualTo(quale);
	}

	@ParameterizedTest
	@CsvSource({ "anomalia.eml, ANOMALIA, qualcuno@example.com", "ordinaria.eml, ORDINARIO, truffa@example.com",
			"mittente-sconosciuto.eml, POSTA_CERTIFICATA, ufficio@pec.example.com", "cifrata.eml, ILLEGGIBILE,",
			"non-posta.eml, ILLEGGIBILE," })
	void cioCheNonEUnaNotificaDelDipartimento(String esempio, TipoMessaggio tipo, String mittente) {
		PecLetta pec = leggi(esempio);
		assertThat(pec.tipo()).isEqualTo(tipo);
		if (mittente != null) {
			assertThat(pec.mittente()).isEqualTo(mittente);
		}
	}

	@Test
	void cioCheEChiusoSiDice() {
		assertThat(leggi("cifrata.eml").avvertenze()).anySatisfy((a) -> assertThat(a).contains("smime.p7m"));
		assertThat(leggi("opaca.eml").testo()).contains("c_d142");
		assertThat(leggi("opaca-a-pezzi.eml").testo()).contains("c_d142");
	}

	@Test
	void nelleIntestazioniNonSiNascondeNulla() {
		PecLetta pec = leggi("intestazioni.eml");
		assertThat(pec.oggetto()).isEqualTo("Esito Bcc: tutti@example.com 1.4.1 otterroc");
		assertThat(Testo.righe(pec.testo(), 10_000)).doesNotContain("\u0000", "\u202e", "\r");
	}

	@Test
	void seIGiorniSonoDueSceglieUnaPersona() {
		PecLetta pec = leggi("mezzanotte.eml");
		PropostaNotifica p = PropostaNotifica.di(pec.busta(), pec.ricezione());
		assertThat(p.proposta()).isEqualTo("2022-08-19T22:03:10Z");
		assertThat(p.busta()).isEqualTo("2022-08-19T21:58:40Z");
		assertThat(p.daScegliere()).isTrue();
		PecLetta altra = leggi("ammissibilita.eml");
		assertThat(PropostaNotifica.di(altra.busta(), altra.ricezione()).daScegliere()).isFalse();
		assertThat(PropostaNotifica.di(pec.busta(), null).proposta()).isEqualTo(pec.busta());
		assertThat(PropostaNotifica.di(pec.ricezione(), pec.busta()).proposta()).isEqualTo(pec.ricezione());
		assertThat(PropostaNotifica.di(null, null).daScegliere()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("esempi")
	void unMessaggioTagliatoOvunqueSiLeggeSenzaErrori(Path esempio) throws IOException {
		byte[] intero = Files.readAllBytes(esempio);
		for (int fine = 0; fine < intero.length; fine += 797) {
			byte[] pezzo = java.util.Arrays.copyOf(intero, fine);
			assertThat(leggi(pezzo)).isNotNull();
		}
		byte[] guasto = intero.clone();
		for (int i = 13; i < guasto.length; i += 61) {
			guasto[i] ^= 0x55;
		}
		assertThat(leggi(guasto)).isNotNull();
	}

	@Test
	void trentaMegaNonStannoInMemoria() throws IOException {
		String messaggio = Files.readString(ESEMPI.resolve("ammissibilita.eml"));
		int dove = messaggio.indexOf("JVBERi");
		Path file = this.cartella.resolve("grande.eml");
		try (OutputStream uscita = Files.newOutputStream(file)) {
			uscita.write(messaggio.substring(0, dove).getBytes(StandardCharsets.UTF_8));
			byte[] riga = ("A".repeat(76) + "\n").getBytes(StandardCharsets.UTF_8);
			for (int i = 0; i < 30 * 1024 * 1024 / riga.length; i++) {
				uscita.write(riga);
			}
			uscita.write(messaggio.substring(dove).getBytes(StandardCharsets.UTF_8));
		}
		long prima = usata();
		PecLetta pec = leggi(file);
		assertThat(pec.identificativo()).startsWith("opec2022");
		assertThat(pec.allegati()).containsExactly("comunicazione.pdf");
		assertThat(usata() - prima).as("byte rimasti").isLessThan(8L << 20);
	}

	private static long usata() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	@Test
	void messaggiDentroMessaggiFinoInFondo() throws IOException {
		String dentro = "Subject: fondo\n\nciao";
		for (int i = 0; i < 40; i++) {
			dentro = "Subject: livello\nContent-Type: message/rfc822\n\n" + dentro;
		}
		assertThat(leggi(dentro.getBytes(StandardCharsets.UTF_8)).avvertenze())
			.anySatisfy((a) -> assertThat(a).contains("uno dentro l'altro"));
		StringBuilder molte = new StringBuilder("Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n");
		for (int i = 0; i < 5000; i++) {
			molte.append("--b\nContent-Type: text/plain\n\nx\n");
		}
		assertThat(leggi(molte.append("--b--").toString().getBytes(StandardCharsets.UTF_8)).avvertenze())
			.anySatisfy((a) -> assertThat(a).contains("parti"));
	}

}
