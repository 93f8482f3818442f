package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What each misura lets an ente choose, and what a choice is worth.
 */
class ComposizioneTest {

	private static final FasciaImporto CLOUD = new FasciaImporto("fino a 2.500", euro("6000"), "Canone", euro("1528"),
			"Trasferimento", euro("4603"), "Aggiornamento", 7, 9, null, List.of(), null);

	private static final FasciaImporto PAGOPA = new FasciaImporto("fino a 5.000", euro("0"), "", euro("607"),
			"Servizio pagoPA", null, "", 3, 117, 50, List.of(), null);

	private static final FasciaImporto FISSO = new FasciaImporto("tutte", euro("14000"), "Integrazione", null, "", null,
			"", 0, 0, null, List.of(), null);

	private static final FasciaImporto DAL_DECRETO = new FasciaImporto("tutte", null, "", null, "", null, "", 0, null,
			null, List.of(euro("4326.40"), euro("9506.14")), null);

	private static final Ente ENTE = new Ente("E1", "Comune di Prova", "c_a000", "000001", 2000, null);

	@ParameterizedTest
	@CsvSource({ "7,0,16696", "0,9,47427", "3,5,33599" })
	void ilCloudCostaSecondoLaModalita(int trasferiti, int aggiornati, String importo) {
		assertThat(componi(Pacchetto.CLOUD, cloud(trasferiti, aggiornati), CLOUD).importo()).contains(euro(importo));
	}

	@Test
	void sottoIlMinimoOSopraIlMassimoSiRifiuta() {
		rifiuta("Servizi scelti: 6. Per la fascia fino a 2.500 abitanti l'avviso ne ammette da 7 a 9",
				() -> componi(Pacchetto.CLOUD, cloud(6, 0), CLOUD));
		rifiuta("Servizi scelti: 10.", () -> componi(Pacchetto.CLOUD, cloud(5, 5), CLOUD));
		rifiuta("Servizi scelti: 2.", () -> componi(Pacchetto.PAGOPA, nominati("a", "b"), PAGOPA));
	}

	@Test
	void lUltimoServizioAmmessoSiAmmette() {
		List<ServizioFinanziato> servizi = new ArrayList<>();
		for (int i = 0; i < 117; i++) {
			servizi.add(servizio("servizio " + i, null));
		}
		assertThat(componi(Pacchetto.PAGOPA, servizi, PAGOPA).importo()).contains(euro("71019"));
		servizi.add(servizio("uno di troppo", null));
		rifiuta("Servizi scelti: 118. Per la fascia fino a 5.000 abitanti l'avviso ne ammette da 3 a 117",
				() -> componi(Pacchetto.PAGOPA, servizi, PAGOPA));
	}

	@Test
	void unServizioScrittoDueVolteSiRifiuta() {
		rifiuta("Il servizio «TARI» è scelto due volte",
				() -> componi(Pacchetto.PAGOPA, nominati("Tari", "Imu", "TARI"), PAGOPA));
		List<ServizioFinanziato> inEntrambi = new ArrayList<>(cloud(7, 0));
		inEntrambi.add(servizio("trasferito 1", Modalita.AGGIORNAMENTO));
		rifiuta("è scelto due volte", () -> componi(Pacchetto.CLOUD, inEntrambi, CLOUD));
	}

	@ParameterizedTest
	@CsvSource({ "Città metropolitana,citta-metropolitana", "9/0301105TS/  Mensa,9-0301105ts-mensa", "«Tari»,tari",
			"PROTOCOLLO,protocollo" })
	void ilCodiceNonDistingueMaiuscoleAccentiEPunteggiatura(String nome, String codice) {
		assertThat(ServizioFinanziato.codice(nome)).isEqualTo(codice);
	}

	@Test
	void ilCodiceDiUnNomeLungoStaNellaColonnaEDistingue() {
		String uno = ServizioFinanziato.codice("x".repeat(90) + "1");
		String altro = ServizioFinanziato.codice("x".repeat(90) + "2");
		assertThat(uno).hasSizeLessThanOrEqualTo(80).isNotEqualTo(altro);
		rifiuta("serve almeno una lettera o una cifra", () -> ServizioFinanziato.codice("---"));
	}

	@Test
	void laModalitaEQuellaDellaMisura() {
		rifiuta("la modalità non è quella",
				() -> componi(Pacchetto.CLOUD, nominati("a", "b", "c", "d", "e", "f", "g"), CLOUD));
		rifiuta("la modalità non è quella",
				() -> componi(Pacchetto.PAGOPA, List.of(servizio("a", Modalita.MESSAGGI)), PAGOPA));
	}

	@Test
	void leNotificheHannoSempreLeViolazioniStradali() {
		FasciaImporto due = new FasciaImporto("fino a 5.000", euro("23147"), "Notifiche", null, "", null, "", 2, 2,
				null, List.of(), null);
		rifiuta("010101P", () -> componi(Pacchetto.NOTIFICHE, nominati("a", "b"), due));
		ServizioFinanziato obbligatorio = ServizioFinanziato.scelto(Composizione.VIOLAZIONI_STRADALI, "Violazioni",
				null, Avvio.DA_AVVIARE);
		assertThat(componi(Pacchetto.NOTIFICHE, List.of(obbligatorio, servizio("altro", null)), due).importo())
			.contains(euro("23147"));
		rifiuta("esattamente 2", () -> componi(Pacchetto.NOTIFICHE, List.of(obbligatorio), due));
	}

	@Test
	void aUnPacchettoDiServiziNeServeAlmenoUno() {
		rifiuta("Nessun servizio è indicato", () -> componi(Pacchetto.PDND, List.of(), FISSO));
	}

	@Test
	void ogniSceltaVaFatta() {
		rifiuta("Indichi lo scenario di partenza", () -> componi(Pacchetto.SPID_CIE, List.of(), FISSO));
		rifiuta("Indichi come si adotta ANSC", () -> componi(Pacchetto.ANSC, List.of(), FISSO));
		rifiuta("Il sito è obbligatorio", () -> componi(Pacchetto.ESPERIENZA_CITTADINO, List.of(), FISSO));
		Candidatura c = bozza();
		c.componi(new Composizione(Pacchetto.SPID_CIE, List.of(), null, ScenarioPartenza.SOLO_CIE, Protocollo.SAML2,
				null, null), List.of(), FISSO);
		assertThat(c.importo()).contains(euro("14000"));
		assertThat(c.prendiNuoveVoci()).extracting(VoceStoria::atto).contains("solo CIE, SAML2 con piano formativo");
	}

	@ParameterizedTest
	@EnumSource
	void gliScenariDiconoCheCosaManca(ScenarioPartenza scenario) {
		assertThat(scenario.mancaSpid() || scenario.mancaCie()).as("qualcosa manca sempre").isTrue();
		assertThat(scenario.mancaSpid()).isEqualTo(scenario != ScenarioPartenza.SOLO_SPID);
		assertThat(scenario.mancaCie()).isEqualTo(scenario != ScenarioPartenza.SOLO_CIE);
		assertThat(ScenarioPartenza.leggi(scenario.codice())).isEqualTo(scenario);
	}

	@Test
	void senzaImportiPubblicatiValeQuelloLetto() {
		rifiuta("scriva il contributo che il portale mostra", () -> componi(Pacchetto.ANNCSU, List.of(), DAL_DECRETO));
		rifiuta("gli importi pubblicati sono solo 4326,40 €; 9506,14 €", () -> letto("4326.41"));
		assertThat(letto("4326.40").importo()).contains(euro("4326.40"));
		rifiuta("Nessuna fonte pubblica dà gli importi", () -> DAL_DECRETO.calcola(0));
	}

	@Test
	void ilDecretoCorreggeUnImportoLetto() {
		Candidatura c = conCup(letto("4326.40"));
		c.finanzia(decreto("9506.14", LocalDate.parse("2025-11-02")), avviso(DecorrenzaCompletamento.DECRETO),
				DAL_DECRETO, oggi());
		assertThat(c.importo()).contains(euro("9506.14"));
		assertThat(c.prendiNuoveVoci()).extracting(VoceStoria::prima).contains("4.326,40 €");
	}

	@Test
	void ilCompletamentoDallaPubblicazioneDelDecreto() {
		Avviso avviso = avviso(DecorrenzaCompletamento.DECRETO);
		rifiuta("ne indichi il giorno",
				() -> conCup(letto("4326.40")).finanzia(decreto("4326.40", null), avviso, DAL_DECRETO, oggi()));
		rifiuta("non può precedere decreto", () -> conCup(letto("4326.40"))
			.finanzia(decreto("4326.40", LocalDate.parse("2025-10-31")), avviso, DAL_DECRETO, oggi()));
		Candidatura c = conCup(letto("4326.40"));
		c.finanzia(decreto("4326.40", LocalDate.parse("2025-11-02")), avviso, DAL_DECRETO, oggi());
		Cronoprogramma sei = new Cronoprogramma(Termine.giorni(5), Termine.mesi(3), Termine.mesi(6), Termine.mesi(6),
				false);
		assertThat(Decorrenze.di(TipoTermine.LIMITE, c, avviso, sei).decorrenza()).isEqualTo("2025-11-02");
		assertThat(Decorrenze.di(TipoTermine.CONTRATTUALIZZAZIONE, c, avviso, sei).decorrenza())
			.isEqualTo("2025-11-05");
		c.concludiContratti(
				List.of(ContrattoProva.del(LocalDate.parse("2025-12-01"), TipoAtto.STIPULA_MEPA,
						List.of(Attivita.PACCHETTO))),
				List.of(Attivita.PACCHETTO), DecorrenzaCompletamento.DECRETO, null, oggi());
		assertThat(Decorrenze.di(TipoTermine.COMPLETAMENTO, c, avviso, sei)).satisfies((computo) -> {
			assertThat(computo.decorrenza()).isEqualTo("2025-11-02");
			assertThat(computo.evento()).isEqualTo("pubblicazione del decreto di finanziamento");
		});
	}

	@Test
	void iTerminiDellAllegatoPrendonoIlPostoDiQuelliDellaTabella() {
		Cronoprogramma tabella = new Cronoprogramma(Termine.giorni(5), Termine.mesi(6), Termine.mesi(15),
				Termine.mesi(15), true);
		TerminiAllegato letti = new TerminiAllegato(null, TerminiAllegato.termine(270, "giorni"), null);
		assertThat(letti.su(tabella)).isEqualTo(
				new Cronoprogramma(Termine.giorni(5), Termine.mesi(6), Termine.giorni(270), Termine.mesi(15), true));
		assertThat(letti.inParole()).contains("completamento 270 giorni");
		assertThat(TerminiAllegato.DELLA_TABELLA.su(tabella)).isEqualTo(tabella);
		assertThat(TerminiAllegato.DELLA_TABELLA.inParole()).isEmpty();
		assertThat(TerminiAllegato.termine(null, "mesi")).isNull();
		rifiuta("serve un numero da 1 a 60", () -> TerminiAllegato.termine(61, "mesi"));
		rifiuta("serve un numero da 1 a 1800", () -> TerminiAllegato.termine(0, "giorni"));
		rifiuta("Unità «anni» sconosciuta", () -> TerminiAllegato.termine(1, "anni"));
	}

	@Test
	void iServiziSiAttivanoPocoPerVolta() {
		Candidatura c = realizzata();
		ServizioFinanziato servizio = servizio("Tari", null);
		rifiuta("Nessun servizio è indicato",
				() -> c.attiva(List.of(), LocalDate.parse("2025-12-05"), "IUV", List.of(), oggi()));
		rifiuta("è nel futuro",
				() -> c.attiva(List.of(servizio), LocalDate.parse("2030-01-01"), "IUV", List.of(), oggi()));
		assertThat(c.attiva(List.of(servizio), LocalDate.parse("2025-12-05"), "IUV 1", List.of(), oggi()))
			.singleElement()
			.satisfies((s) -> {
				assertThat(s.verificato()).isTrue();
				assertThat(s.url()).isEqualTo("IUV 1");
				assertThat(s.online()).isEqualTo("2025-12-05");
			});
	}

	@Test
	void unAdempimentoNonStaNelFuturo() {
		Candidatura c = realizzata();
		rifiuta("Data di strade e numeri civici validati 01/01/2030: è nel futuro", () -> c
			.registra(new Adempimento(TipoAdempimento.CIVICI, LocalDate.parse("2030-01-01"), "prot. 1", null), oggi()));
		rifiuta("Data di SPID integrato 01/01/2030", () -> c
			.registra(new Adempimento(TipoAdempimento.SPID, LocalDate.parse("2030-01-01"), "prot. 1", null), oggi()));
		c.prendiNuoveVoci();
		c.registra(new Adempimento(TipoAdempimento.CIVICI, LocalDate.parse("2025-12-05"), "prot. 1", null), oggi());
		assertThat(c.prendiNuoveVoci()).singleElement()
			.isEqualTo(new VoceStoria("Strade e numeri civici validati", "prot. 1", null, "05/12/2025"));
	}

	@Test
	void gliAdempimentiHannoCodiciPropri() {
		assertThat(TipoAdempimento.values()).extracting(TipoAdempimento::codice).doesNotHaveDuplicates();
		for (TipoAdempimento tipo : TipoAdempimento.values()) {
			assertThat(TipoAdempimento.leggi(tipo.codice())).isEqualTo(tipo);
		}
	}

	private static Candidatura realizzata() {
		Candidatura c = conCup(letto("4326.40"));
		c.finanzia(decreto("4326.40", null), avviso(DecorrenzaCompletamento.ULTIMO), DAL_DECRETO, oggi());
		c.concludiContratti(
				List.of(ContrattoProva.del(LocalDate.parse("2025-12-01"), TipoAtto.STIPULA_MEPA,
						List.of(Attivita.PACCHETTO))),
				List.of(Attivita.PACCHETTO), DecorrenzaCompletamento.ULTIMO, null, oggi());
		return c;
	}

	private static Candidatura conCup(Candidatura c) {
		Avviso avviso = avviso(DecorrenzaCompletamento.ULTIMO);
		c.invia(avviso, avviso.chiusura(), LocalDate.parse("2025-06-01"), LocalTime.NOON, null, oggi());
		c.ammetti(new Notifica(Instant.parse("2025-10-01T09:00:00Z"), "1"), null);
		c.inserisciCup(Cup.leggi("B91F22000690006"), LocalDate.parse("2025-10-02"), Optional.empty(), false, oggi());
		return c;
	}

	private static Decreto decreto(String importo, LocalDate pubblicato) {
		return new Decreto("Decreto 90", LocalDate.parse("2025-11-01"),
				new Notifica(Instant.parse("2025-11-05T10:00:00Z"), "2"), euro(importo), pubblicato,
				TerminiAllegato.DELLA_TABELLA);
	}

	private static Candidatura letto(String importo) {
		Candidatura c = bozza();
		c.componi(new Composizione(Pacchetto.ANNCSU, List.of(), null, null, null, null, euro(importo)), Set.of(),
				DAL_DECRETO);
		return c;
	}

	private static Candidatura componi(Pacchetto pacchetto, List<ServizioFinanziato> servizi, FasciaImporto fascia) {
		Candidatura c = bozza();
		c.componi(new Composizione(pacchetto, servizi, null, null, null, null, null), Set.of(), fascia);
		return c;
	}

	private static Candidatura bozza() {
		return Candidatura.apri("C1", ENTE, avviso(DecorrenzaCompletamento.ULTIMO), FISSO, oggi());
	}

	private static Avviso avviso(DecorrenzaCompletamento decorrenza) {
		return new Avviso("x-comuni-2025-05", "Prova", "x", Pacchetto.ANNCSU, LocalDate.parse("2025-05-30"),
				LocalDate.parse("2025-09-30"), "Comuni", "90/2025", Optional.empty(), Optional.empty(),
				Optional.empty(), decorrenza);
	}

	private static List<ServizioFinanziato> cloud(int trasferiti, int aggiornati) {
		List<ServizioFinanziato> servizi = new ArrayList<>();
		for (int i = 0; i < trasferiti; i++) {
			servizi.add(servizio("trasferito " + i, Modalita.TRASFERIMENTO));
		}
		for (int i = 0; i < aggiornati; i++) {
			servizi.add(servizio("aggiornato " + i, Modalita.AGGIORNAMENTO));
		}
		return servizi;
	}

	private static List<ServizioFinanziato> nominati(String... nomi) {
		return List.of(nomi).stream().map((nome) -> servizio(nome, null)).toList();
	}

	private static ServizioFinanziato servizio(String nome, Modalita modalita) {
		return ServizioFinanziato.scelto(ServizioFinanziato.codice(nome), nome, modalita, Avvio.DA_AVVIARE);
	}

	private static BigDecimal euro(String importo) {
		return new BigDecimal(importo).setScale(2);
	}

	private static Autore oggi() {
		return new Autore("prova", Instant.parse("2026-01-15T12:00:00Z"));
	}

	private static void rifiuta(String messaggio, ThrowingCallable azione) {
		assertThatThrownBy(azione).isInstanceOf(Rifiuto.class).hasMessageContaining(messaggio);
	}

}
