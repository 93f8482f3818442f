package it.cronoprogramma.processo.catalogo;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The good tables with one thing spoiled: each problem is found, and is named with file,
 * table, row and what is expected.
 */
class VerificaTabelleTest {

	private static final String M = "nuovo-avviso.dmn";

	private static final String X = "1.4.1-comuni-2027-01";

	private final FileTabelle file = FileTabelle.buone().con(M, FileTabelle.modello());

	@Test
	void leTabelleDellApplicazioneVannoBene() {
		assertThat(FileTabelle.buone().problemi()).isEmpty();
	}

	@Test
	void conIlModelloVannoBene() {
		assertThat(this.file.problemi()).isEmpty();
	}

	// One cell

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
			"Avvisi_Avviso_Titolo | \"\" | colonna «titolo»: la casella è vuota; serve un testo",
			"Avvisi_Avviso_Titolo | titolo | «titolo» non è un testo tra virgolette",
			"Avvisi_Avviso_Titolo | \"a\" + \"b\" | non è un testo tra virgolette",
			"Avvisi_Avviso_Misura | \"1.4.3\" | «1.4.3» non è la misura del pacchetto «1.4.1»",
			"Avvisi_Avviso_Pacchetto | \"1.4.2\" | «1.4.2»: serve uno di: 1.2, 1.3.1-pdnd,",
			"Avvisi_Avviso_Processo | \"avviso-1-2\" | «avviso-1-2» non è il processo del pacchetto «1.4.1»; serve «avviso-1-4-1»",
			"Avvisi_Avviso_Apertura | \"18/01/2027\" | «18/01/2027»: serve un giorno che esiste, come anno-mese-giorno",
			"Avvisi_Avviso_Chiusura | \"2027-02-30\" | «2027-02-30»: serve un giorno che esiste",
			"Avvisi_Avviso_Chiusura | \"0027-03-19\" | «0027-03-19»: serve un giorno che esiste",
			"Avvisi_Avviso_Chiusura | \"2027-01-17\" | 2027-01-17 viene prima dell'apertura, 2027-01-18",
			"Avvisi_Avviso_Chiusura | date(\"2027-03-19\") | non è un testo tra virgolette; serve un giorno",
			"Avvisi_Avviso_ErogazioneDal | \"presto\" | «presto»: serve un giorno",
			"Avvisi_Avviso_AvviataDal | \"2020\" | «2020»: serve un giorno",
			"Avvisi_Avviso_DecorrenzaCompletamento | \"ultimo\" | «ultimo»: serve uno di: ULTIMO, PRIMO, MANUALE, DECRETO",
			"Importi_FinoA5000_Fascia | \"una fascia con un nome molto, davvero molto lungo\" | al massimo 40 caratteri",
			"Importi_FinoA5000_Fisso | 28.902,00 | «28.902,00»: serve un importo da zero in su",
			"Importi_FinoA5000_Fisso | -1 | «-1»: serve un importo",
			"Importi_FinoA5000_Fisso | 1.234 | «1.234»: serve un importo da zero in su, con al massimo due decimali",
			"Importi_FinoA5000_Fisso | \"28902\" | «\"28902\"»: serve un importo",
			"Importi_FinoA5000_Fisso | 1e9 | «1e9»: serve un importo",
			"Importi_FinoA5000_Fisso | '' | cioè l'importo è quello del decreto, ma c'è un importo per servizio",
			"Importi_FinoA5000_VoceFisso | \"\" | colonna «voceFisso»: la casella è vuota ma «fisso» no",
			"Importi_FinoA5000_VoceServizio | \"\" | colonna «voceServizio»: la casella è vuota ma «servizio» no",
			"Importi_FinoA5000_MinServizi | '' | colonna «minServizi»: la casella è vuota; serve un numero intero",
			"Importi_FinoA5000_MinServizi | 1.5 | «1.5»: serve un numero intero da zero in su",
			"Importi_FinoA5000_MinServizi | 5 | colonna «maxServizi»: 4 è meno del minimo, 5",
			"Importi_FinoA5000_ServiziScenario | 9 | colonna «serviziScenario»: 9 è fuori dai servizi che la fascia ammette; serve da 0 a 4",
			"Importi_FinoA5000_Ammessi | \"1234,56\" | «1234,56»: serve un elenco di importi separati da un punto e virgola",
			"Importi_FinoA5000_Ammessi | \"12; dodici\" | «12; dodici»: serve un elenco di importi",
			"Importi_FinoA5000_Massimo | tanto | «tanto»: serve un importo",
			"Cronoprogramma_Tutti_Cup | \"5 giorni\" | «5 giorni»: serve una durata in giorni o in mesi: PnD o PnM",
			"Cronoprogramma_Tutti_Limite | \"\" | colonna «limite»: la casella è vuota; serve una durata",
			"Cronoprogramma_Tutti_Completamento | \"P1Y\" | «P1Y»: serve una durata",
			"Cronoprogramma_Tutti_Confermare | \"sì\" | «sì»: serve si oppure niente" })
	void unaCasella(String casella, String testo, String atteso) {
		this.file.casella(M, "Regola_" + casella, testo);
		assertThat(this.file.problemi()).singleElement()
			.asString()
			.startsWith("nuovo-avviso.dmn, tabella «")
			.contains("riga 1 (" + X, "; regola Regola_" + casella.replaceFirst("_[A-Za-z]+$", ""), atteso)
			.endsWith(".");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
			"avvisi.dmn | Regola_Cloud_2022_04_Avviso | '' | colonna «avviso»: la casella è vuota",
			"avvisi.dmn | Regola_Cloud_2022_04_Avviso | - | colonna «avviso»: «-» non si legge; serve un testo tra virgolette",
			"avvisi.dmn | Regola_Cloud_2022_04_Avviso | not(\"x\") | non si legge",
			"avvisi.dmn | Regola_Cloud_2022_04_Avviso | \"con spazi\" | «con spazi» non è un codice",
			"avvisi.dmn | Regola_Cloud_2022_04_Avviso | \"../x\" | «../x» non è un codice",
			"servizi.dmn | Regola_PagareImu_Pacchetto | \"1.4\" | colonna «pacchetto»: «1.4»: serve uno di",
			"servizi.dmn | Regola_PagareImu_Flusso | \"altro\" | «altro» non è nella tabella «flussi»; serve uno di: permessi-autorizzazioni,",
			"servizi.dmn | Regola_PagareImu_Ordine | due | colonna «ordine»: «due»: serve un numero intero",
			"servizi.dmn | Regola_PagareImu_Codice | \"pagare-cimp\" | «1.4.1, pagare-cimp» c'è già",
			"flussi.dmn | Regola_PagamentiDovuti_Nome | \"\" | colonna «nome»: la casella è vuota",
			"criteri.dmn | Regola_C_SI_1_1_Oggetto | \"Sito\" | «Sito»: serve uno di: sito, servizio, progetto",
			"criteri.dmn | Regola_C_SI_1_1_Codice | \"C.SI.1.2\" | «1.4.1, C.SI.1.2» c'è già",
			"promemoria.dmn | Regola_Cup_Termine | \"cip\" | «cip» non è un termine; serve uno di: domanda, cup,",
			"promemoria.dmn | Regola_Cup_Termine | \"domanda\" | «domanda» c'è già",
			"promemoria.dmn | Regola_Cup_Giorni | \"1,2\" | «1,2»: serve un elenco di giorni interi separati da una virgola",
			"promemoria.dmn | Regola_Cup_Giorni | \"due\" | «due»: serve un elenco di giorni interi",
			"escalation.dmn | Scala_Cup_Termine | \"domanda\" | «domanda» c'è già",
			"escalation.dmn | Scala_Cup_Segretario | presto | «presto»: serve un numero intero da zero in su",
			"escalation.dmn | Scala_Cup_Rtd | 3 | colonna «rtd»: 3 giorni prima, ma «segretario» solo 2 giorni prima",
			"escalation.dmn | Scala_Cup_Rtd | '' | colonna «responsabile»: 0 giorni prima, ma «rtd» solo a termine scaduto" })
	void unaCasellaDelleAltreTabelle(String nome, String casella, String testo, String atteso) {
		this.file.casella(nome, casella, testo);
		assertThat(this.file.problemi()).isNotEmpty()
			.anySatisfy((p) -> assertThat(p).startsWith(nome + ", tabella «").contains("riga ", "; regola ", atteso));
	}

	// Fasce

	@Test
	void unBuco() {
		this.file.casella(M, "Regola_Importi_FinoA5000_Popolazione", "[1..3000]");
		assertThat(this.file.problemi()).singleElement()
			.asString()
			.isEqualTo("nuovo-avviso.dmn, tabella «importi-NUOVO»: per l'avviso «" + X
					+ "» da 3.001 a 5.000 abitanti non c'è nessuna fascia; serve una fascia per ogni popolazione da 1 in su.");
	}

	@Test
	void unaSovrapposizione() {
		this.file.casella(M, "Regola_Importi_FinoA5000_Popolazione", "[1..6000]");
		assertThat(this.file.problemi()).singleElement()
			.asString()
			.contains("riga 1 (" + X + ", abitanti [1..6000]; regola Regola_Importi_FinoA5000)",
					"per l'avviso «" + X + "» vale anche, da 5.001 a 6.000 abitanti, la riga 2 (" + X
							+ ", abitanti > 5000; regola Regola_Importi_Oltre5000)");
	}

	@Test
	void allInizioEAllaFine() {
		this.file.casella(M, "Regola_Importi_FinoA5000_Popolazione", "[2..5000]")
			.casella(M, "Regola_Importi_Oltre5000_Popolazione", "[5001..250000]");
		assertThat(this.file.problemi()).hasSize(2)
			.anyMatch((p) -> p.contains("per 1 abitante non c'è"))
			.anyMatch((p) -> p.contains("da 250.001 abitanti in su non c'è nessuna fascia"));
	}

	@Test
	void traTabelleDiUnAltroFile() {
		this.file.casella(M, "Regola_Cronoprogramma_Tutti_Avviso", "\"" + X + "\",\"1.4.1-comuni-2022-04\"");
		assertThat(this.file.problemi()).isNotEmpty()
			.allSatisfy((p) -> assertThat(p).contains("cronoprogramma.dmn, tabella «cronoprogramma»",
					"per l'avviso «1.4.1-comuni-2022-04» vale anche,",
					"nuovo-avviso.dmn, tabella «cronoprogramma-NUOVO»"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "-", "< 5000", "<= 5000", "[0..5000]", "> -1", ">= 0", "0", "[1..5.000]",
			"[1..10],[20..30]", "not([1..5])", "\"5000\"", "popolazione > 3", "[9..3]", "]4..5[", "[1..]", "null",
			"> 99999999999" })
	void fasceCheNonSiLeggono(String cella) {
		assertThatIllegalArgumentException().isThrownBy(() -> Abitanti.leggi(cella))
			.withMessageContaining("serve una sola fascia, con i numeri senza punti e a partire da 1: [1..5000]");
		this.file.casella(M, "Regola_Importi_FinoA5000_Popolazione", cella);
		assertThat(this.file.problemi()).singleElement()
			.asString()
			.contains("riga 1 (" + X + ", abitanti ", "colonna «popolazione»: ");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "[1..5000] | 1 | 5000", "[ 1 .. 5000 ] | 1 | 5000", "]0..5000] | 1 | 5000",
					"(5000..20001) | 5001 | 20000", "[5..6[ | 5 | 5", "> 5000 | 5001 | 2147483647",
					">5000 | 5001 | 2147483647", ">= 1 | 1 | 2147483647", "7 | 7 | 7" })
	void fasceCheSiLeggono(String cella, int da, int a) {
		assertThat(Abitanti.leggi(cella)).isEqualTo(new Abitanti(da, a));
	}

	// Rows that refer to rows

	@Test
	void unAvvisoSenzaImportiOSenzaTermini() {
		assertThat(FileTabelle.buone()
			.con(M, FileTabelle.modello().replace("importi-NUOVO", "altro").replace("cronoprogramma-NUOVO", "ancora"))
			.problemi())
			.containsExactly(
					"nuovo-avviso.dmn, tabella «avvisi-NUOVO», riga 1 (" + X
							+ "; regola Regola_Avvisi_Avviso): l'avviso «" + X
							+ "» non ha righe nella tabella «importi»; serve almeno una fascia.",
					"nuovo-avviso.dmn, tabella «avvisi-NUOVO», riga 1 (" + X
							+ "; regola Regola_Avvisi_Avviso): l'avviso «" + X
							+ "» non ha righe nella tabella «cronoprogramma»; serve almeno una fascia.");
	}

	@Test
	void righeDiUnAvvisoCheNonCE() {
		assertThat(FileTabelle.buone().con(M, FileTabelle.modello().replace("avvisi-NUOVO", "altro")).problemi())
			.hasSize(2)
			.allSatisfy((p) -> assertThat(p).contains("l'avviso «" + X + "» non è nella tabella «avvisi»"));
	}

	@Test
	void unAvvisoDueVolte() {
		this.file.con("copia.dmn", FileTabelle.modello().replace("-NUOVO", "-copia"));
		assertThat(this.file.problemi())
			.anySatisfy((p) -> assertThat(p).contains("copia.dmn, tabella «avvisi-copia», riga 1",
					"«" + X + "» c'è già: è la riga 1", "nuovo-avviso.dmn, tabella «avvisi-NUOVO»"));
		assertThat(this.file.problemi()).anySatisfy((p) -> assertThat(p).contains("importi-copia", "vale anche"));
	}

	// The table

	@Test
	void unTermineConPromemoriaHaLaSuaScala() {
		this.file.casella("escalation.dmn", "Scala_Cup_Termine", "\"mantenimento\"");
		assertThat(this.file.problemi()).singleElement()
			.asString()
			.contains("promemoria.dmn", "il termine «cup» non è nella tabella «escalation»");
	}

	@Test
	void unaTabellaCheManca() {
		assertThat(this.file.senza("promemoria.dmn").problemi()).singleElement()
			.asString()
			.startsWith("Manca la tabella «promemoria»");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\'', value = {
			"'hitPolicy=\"UNIQUE\"' | 'hitPolicy=\"FIRST\"' | la «hit policy» è FIRST; serve UNIQUE",
			"' camunda:historyTimeToLive=\"P3650D\"' | '' | manca «History time to live»",
			"'name=\"misura\"' | 'name=\"misure\"' | manca la colonna di uscita «misura»",
			"'name=\"misura\"' | 'name=\"misure\"' | la colonna di uscita «misure» non è prevista",
			"'name=\"misura\"' | 'name=\"titolo\"' | la colonna di uscita «titolo» c'è due volte",
			"'name=\"fisso\" typeRef=\"double\"' | 'name=\"fisso\" typeRef=\"string\"' | la colonna «fisso» è di tipo string; serve il tipo double",
			"'name=\"fisso\" typeRef=\"double\"' | 'name=\"fisso\"' | la colonna «fisso» non dice di che tipo è; serve il tipo double",
			"'<text>avviso</text>' | '<text>bando</text>' | le colonne di ingresso sono: bando; servono, in quest'ordine: avviso",
			"'<text>popolazione</text>' | '<text>abitanti</text>' | servono, in quest'ordine: avviso, popolazione",
			"'typeRef=\"integer\">' | 'typeRef=\"string\">' | la colonna «popolazione» è di tipo string; serve il tipo integer",
			"'<inputEntry id=\"Regola_Avvisi_Avviso_Codice\"' | '<inputEntry id=\"X\" expressionLanguage=\"juel\"' | usa il linguaggio «juel»; serve FEEL",
			"'<outputEntry id=\"Regola_Avvisi_Avviso_Titolo\"' | '<outputEntry id=\"X\" expressionLanguage=\"javascript\"' | usa il linguaggio «javascript»; serve FEEL" })
	void laTabella(String vecchio, String nuovo, String atteso) {
		this.file.cambia(M, vecchio, nuovo);
		assertThat(this.file.problemi()).isNotEmpty()
			.allSatisfy((p) -> assertThat(p).startsWith("nuovo-avviso.dmn, tabella «"))
			.anySatisfy((p) -> assertThat(p).contains(atteso));
	}

	@Test
	void unaRigaSenzaUnaCasella() {
		String xml = FileTabelle.modello();
		int da = xml.indexOf("<outputEntry id=\"Regola_Avvisi_Avviso_Misura\"");
		int a = xml.indexOf("</outputEntry>", da) + "</outputEntry>".length();
		this.file.con(M, xml.substring(0, da) + xml.substring(a));
		assertThat(this.file.problemi()).singleElement().asString().contains("le caselle sono 12; servono 13");
	}

	@Test
	void nonEUnaTabella() {
		String xml = FileTabelle.modello();
		int da = xml.indexOf("<decisionTable id=\"Tabella_Avvisi\"");
		int a = xml.indexOf("</decisionTable>", da) + "</decisionTable>".length();
		this.file.con(M, xml.substring(0, da) + "<literalExpression id=\"L\"><text>1</text></literalExpression>"
				+ xml.substring(a));
		assertThat(this.file.problemi()).anySatisfy((p) -> assertThat(p).contains("non è una tabella di decisione"));
	}

	// What was there before

	@Test
	void chiHaCandidatureNonSparisce() {
		List<TabellaLetta> prima = this.file.lette();
		List<TabellaLetta> dopo = FileTabelle.buone().lette();
		assertThat(VerificaTabelle.spariti(prima, dopo, Map.of(X, 3), true)).singleElement()
			.asString()
			.startsWith("La tabella non contiene più l'avviso «" + X + "», che ha 3 candidature");
		assertThat(VerificaTabelle.spariti(prima, dopo, Map.of(X, 1), false)).singleElement()
			.asString()
			.contains("che ha 1 candidatura:");
		assertThat(VerificaTabelle.spariti(prima, dopo, Map.of(), false)).singleElement()
			.asString()
			.contains("«" + X + "», che finora c'era");
		assertThat(VerificaTabelle.spariti(prima, dopo, Map.of(), true)).isEmpty();
		assertThat(VerificaTabelle.spariti(dopo, prima, Map.of(), false)).isEmpty();
	}

	@Test
	void chiHaCandidatureNonCambiaPacchetto() {
		List<TabellaLetta> prima = this.file.lette();
		List<TabellaLetta> dopo = this.file.casella(M, "Regola_Avvisi_Avviso_Pacchetto", "\"1.2\"").lette();
		assertThat(VerificaTabelle.spariti(prima, dopo, Map.of(X, 3), true)).singleElement()
			.asString()
			.contains("«" + X + "» ha già candidature del pacchetto «1.4.1»", "«1.2»");
		assertThat(VerificaTabelle.spariti(prima, dopo, Map.of(), true)).isEmpty();
	}

	@Test
	void seNeMostranoVenti() {
		List<String> problemi = IntStream.range(0, 23).mapToObj((i) -> "problema " + i).toList();
		assertThat(new TabelleRifiutate(problemi)).hasMessageContaining("problema 19")
			.hasMessageNotContaining("problema 20")
			.hasMessageEndingWith("\ne altri 3");
	}

}
