package it.cronoprogramma.opendata;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import it.cronoprogramma.prova.FilePubblicato;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Which files and which rows can be taken, and what is said of the others.
 */
class LetturaFileTest {

	private static final String CUP = "G61F22000720006";

	private static final Path VERI = Path.of("..", "shared", "opendata");

	@Test
	void leStesseRigheInCsvEInJsonConEsenzaMisura() throws IOException {
		FilePubblicato file = new FilePubblicato().riga("c_m348", CUP, "ente", "Comune di \"La Valletta\", Brianza");
		Letto venti = leggi(file.csv());
		Letto diciannove = leggi(file.senzaMisura().csv());
		assertThat(venti.buone()).singleElement().satisfies((r) -> {
			assertThat(r.ente()).isEqualTo("Comune di \"La Valletta\", Brianza");
			assertThat(r.misura()).isEqualTo("1.4.1");
			assertThat(r.importo()).isEqualTo(new BigDecimal("79922.00"));
			assertThat(r.inviata()).isEqualTo("2022-04-26T15:30:48Z");
			assertThat(r.finanziata()).isEqualTo("2022-08-19");
			assertThat(r.cup()).isEqualTo(CUP);
			assertThat(r.stato()).isEqualTo(StatoPubblicato.A);
			assertThat(r.riga()).isEqualTo(2);
		});
		assertThat(diciannove.buone()).isEqualTo(venti.buone());
		assertThat(leggi(file.json()).buone()).usingRecursiveFieldByFieldElementComparatorIgnoringFields("riga")
			.isEqualTo(venti.buone());
	}

	/** What stands around the rows: a byte order mark, CRLF, semicolons, blank lines. */
	@Test
	void comeLoSalvanoGliAltri() throws IOException {
		String csv = new FilePubblicato().riga("c_d142", CUP).csv();
		assertThat(leggi("\ufeff" + csv).buone()).hasSize(1);
		assertThat(leggi(csv.replace("\n", "\r\n")).buone()).hasSize(1);
		assertThat(leggi(csv.replace(",", ";")).buone()).hasSize(1);
		assertThat(leggi(csv.replace("\n", "\n\n")).buone()).hasSize(1);
		assertThat(leggi(csv.stripTrailing()).buone()).hasSize(1);
	}

	/** What the publisher gets wrong without harm (dominio 4.3). */
	@Test
	void stranezzeNote() throws IOException {
		Letto letto = leggi(new FilePubblicato().riga("c_f839", CUP, "provincia", "", "cod_provincia", "063")
			.riga("c_f839x", "B61F22000000006", "provincia", "NA", "cod_provincia", "063")
			.riga("c_f931", "C61F22000720006", "comune", "")
			.riga("C", "D61F22000720006", "cod_comune", "N/D", "numero_finestra_temporale", "1.0")
			.riga("3BEP4ZAX", "e61f 22000720006", "avviso", "1.4.4 Adozione SPID CIE  - Comuni - Aprile 2022", "misura",
					"")
			.riga("c_a001", "CANCELLATO_F61F22000720006")
			.csv());
		assertThat(letto.scarti()).isEmpty();
		assertThat(letto.buone()).extracting(RigaPubblicata::provincia)
			.containsExactly("NA", "NA", "CR", "CR", "CR", "CR");
		assertThat(letto.buone().get(4).avviso()).isEqualTo("1.4.4 Adozione SPID CIE - Comuni - Aprile 2022");
		assertThat(letto.buone().get(4).misura()).isEqualTo("1.4.4");
		assertThat(letto.buone().get(4).cup()).isEqualTo("E61F22000720006");
		assertThat(letto.buone().get(5).cup()).isEqualTo("F61F22000720006");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', nullValues = "-", value = { "codice_ipa|''|manca", "codice_ipa|c d142|codice IPA",
			"ente|''|manca", "tipologia_ente|''|manca", "cod_comune|12|sei cifre", "provincia|Cremona|due lettere",
			"cod_provincia|''|manca", "cod_provincia|19|tre cifre", "regione|''|manca", "cod_regione|x|due cifre",
			"importo_finanziamento|''|manca", "importo_finanziamento|79.922,00|79922.0",
			"importo_finanziamento|-5|importo", "importo_finanziamento|0.0|zero", "importo_finanziamento|NaN|importo",
			"avviso|''|manca", "data_invio_candidatura|None|2022-05-25T14:52", "data_invio_candidatura|''|manca",
			"data_invio_candidatura|2022-02-30T10:00:00.000+0000|2022-05-25T14:52", "data_finanziamento|''|manca",
			"data_finanziamento|19/08/2022|2022-08-19", "data_finanziamento|0022-08-19|2022-08-19",
			"codice_cup|''|manca", "codice_cup|H28122001420005|15 caratteri", "codice_cup|F21F2200449OOO6|15 caratteri",
			"codice_cup|D31F220049440001|15 caratteri", "numero_finestra_temporale|prima|numero",
			"numero_di_protocollo|x|numero", "decreto_finanziamento|''|manca", "stato_candidatura|''|manca",
			"stato_candidatura|X|A, E oppure R", "data_stato_candidatura|''|manca",
			"data_stato_candidatura|2022-13-01|2022-08-19" })
	void ogniCampoSbagliato(String campo, String valore, String motivo) throws IOException {
		Letto letto = leggi(
				new FilePubblicato().riga("c_a001", CUP).riga("c_a002", "B61F22000720006", campo, valore).csv());
		assertThat(letto.buone()).as("le altre entrano").hasSize(1);
		assertThat(letto.scarti()).singleElement().satisfies((s) -> {
			assertThat(s.riga()).isEqualTo(3);
			assertThat(s.campo()).isEqualTo(campo);
			assertThat(s.valore()).isEqualTo(valore);
			assertThat(s.motivo()).contains(motivo);
		});
	}

	@Test
	void righeRovinate() throws IOException {
		FilePubblicato file = new FilePubblicato().riga("c_a001", CUP);
		String buona = file.csv();
		String latina = new FilePubblicato().riga("c_a002", "B61F22000720006", "ente", "Forlì").csv().split("\n")[1];
		byte[] mista = concatena(buona.getBytes(StandardCharsets.UTF_8),
				(latina + "\n").getBytes(StandardCharsets.ISO_8859_1), ("a,b,c\n").getBytes(StandardCharsets.UTF_8),
				(file.csv().split("\n")[1].replace("Comune di c_a001", "\"Comune \"di\" c_a001\"") + "\n")
					.getBytes(StandardCharsets.UTF_8),
				(file.csv().split("\n")[1].replace("Comune di c_a001", "x".repeat(10_000_000)) + "\n")
					.getBytes(StandardCharsets.UTF_8),
				new FilePubblicato().riga("c_a009", "C61F22000720006", "ente", "=2+5+cmd|' /C calc'!A0")
					.csv()
					.split("\n")[1].getBytes(StandardCharsets.UTF_8));
		Letto letto = leggi(new ByteArrayInputStream(mista));
		assertThat(letto.lette()).isEqualTo(6);
		assertThat(letto.scarti()).extracting(Scarto::motivo)
			.anySatisfy((m) -> assertThat(m).contains("UTF-8"))
			.anySatisfy((m) -> assertThat(m).contains("ha 3 campi, l'intestazione ne ha 20"))
			.anySatisfy((m) -> assertThat(m).contains("al massimo 200 caratteri, qui sono 10000000"));
		assertThat(letto.scarti()).allSatisfy((s) -> assertThat(String.valueOf(s.valore())).hasSizeLessThan(201));
		assertThat(letto.buone()).extracting(RigaPubblicata::ente).contains("=2+5+cmd|' /C calc'!A0");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "   \n", "<!DOCTYPE html><html><body>504</body></html>", "{\"result\":\"error\"}",
			"[]", "[1,2]", "[{\"a\":1}]", "nome,cognome\nA,B\n", "PK\u0003\u0004", "\u001f\u008b\b" })
	void nonSonoQuelFile(String contenuto) {
		assertThatThrownBy(() -> leggi(new ByteArrayInputStream(contenuto.getBytes(StandardCharsets.ISO_8859_1))))
			.isInstanceOf(FileRifiutato.class);
	}

	@Test
	void perche() {
		FilePubblicato vuoto = new FilePubblicato();
		assertThatThrownBy(() -> leggi(vuoto.csv())).hasMessageContaining("ha solo l'intestazione");
		assertThatThrownBy(() -> leggi(vuoto.riga("c_a001", CUP).csv().replace("codice_cup", "cup")))
			.hasMessageContaining("Mancano le colonne «codice_cup»");
		assertThatThrownBy(() -> leggi("<html>")).hasMessageContaining("pagina HTML");
		assertThatThrownBy(() -> leggi(vuoto.json().substring(0, 300))).hasMessageContaining("troncato");
		assertThatThrownBy(() -> leggi(new ByteArrayInputStream(vuoto.csv().getBytes(StandardCharsets.UTF_16))))
			.hasMessageContaining("UTF-16");
	}

	/** The control figures of the publisher, on the whole files where they are. */
	@ParameterizedTest
	@CsvSource({ "candidature_finanziate_141_2024-07-12.csv, 9265, 752496100, 4158, 42185667, 90, 1621110",
			"candidature_finanziate_141_2025-01-09.csv, 6541, 665681195, 6721, 127679869, 251, 2941813",
			"candidature_finanziate_145_2026-08-22.csv, 147, 4201851, 6820, 192542580, 740, 18889695" })
	void iFileVeri(String nome, int a, int euroA, int e, int euroE, int r, int euroR) throws IOException {
		Assumptions.assumeTrue(Files.exists(VERI.resolve(nome)), "i file pubblicati non ci sono");
		Letto letto = leggi(Files.newInputStream(VERI.resolve(nome)));
		assertThat(letto.scarti()).isEmpty();
		Map<StatoPubblicato, BigDecimal> euro = new TreeMap<>();
		letto.buone().forEach((riga) -> euro.merge(riga.stato(), riga.importo(), BigDecimal::add));
		assertThat(letto.buone()).filteredOn((riga) -> riga.stato() == StatoPubblicato.A).hasSize(a);
		assertThat(letto.buone()).filteredOn((riga) -> riga.stato() == StatoPubblicato.E).hasSize(e);
		assertThat(letto.buone()).filteredOn((riga) -> riga.stato() == StatoPubblicato.R).hasSize(r);
		assertThat(euro.get(StatoPubblicato.A)).isEqualByComparingTo(BigDecimal.valueOf(euroA));
		assertThat(euro.get(StatoPubblicato.E)).isEqualByComparingTo(BigDecimal.valueOf(euroE));
		assertThat(euro.get(StatoPubblicato.R)).isEqualByComparingTo(BigDecimal.valueOf(euroR));
	}

	private static byte[] concatena(byte[]... parti) {
		java.io.ByteArrayOutputStream insieme = new java.io.ByteArrayOutputStream();
		for (byte[] parte : parti) {
			insieme.writeBytes(parte);
		}
		return insieme.toByteArray();
	}

	private static Letto leggi(String testo) throws IOException {
		return leggi(new ByteArrayInputStream(testo.getBytes(StandardCharsets.UTF_8)));
	}

	private static Letto leggi(InputStream file) throws IOException {
		List<RigaPubblicata> buone = new ArrayList<>();
		List<Scarto> scarti = new ArrayList<>();
		int lette = LetturaFile.leggi(file, buone::add, scarti::add);
		return new Letto(lette, buone, scarti);
	}

	private record Letto(int lette, List<RigaPubblicata> buone, List<Scarto> scarti) {
	}

}
