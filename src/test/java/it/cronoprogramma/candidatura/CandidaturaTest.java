package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.DateTermine;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The rules of a candidatura, without database and engine.
 */
class CandidaturaTest {

	private static final LocalDate TERMINE = LocalDate.parse("2023-06-01");

	private static final Avviso AVVISO = new Avviso("1.4.1-comuni-2022-04", "1.4.1 Aprile 2022", "1.4.1",
			Pacchetto.ESPERIENZA_CITTADINO, LocalDate.parse("2022-04-26"), LocalDate.parse("2022-09-02"), "Comuni",
			"32/2022", Optional.of("2204004"), Optional.of(LocalDate.parse("2022-10-15")),
			Optional.of(LocalDate.parse("2020-02-01")), DecorrenzaCompletamento.ULTIMO);

	private static final FasciaImporto FASCIA = new FasciaImporto("fino a 5.000", new BigDecimal("28902.00"), "Sito",
			new BigDecimal("12755.00"), "Servizio", null, "", 0, 4, null, List.of(), null);

	private static final Ente ENTE = new Ente("E1", "Comune di Prova", "c_a000", "000001", 3000, null);

	private static final List<Attivita> SITO = List.of(Attivita.SITO);

	private static final Criterio CRITERIO = new Criterio("C.SI.1.1", "esperienza utente", "Font", "Modello Comuni");

	@Test
	void laDomandaSiInviaFinoAllUltimoSecondo() {
		Candidatura c = composta();
		invia(c, "2022-09-02", "23:59");
		assertThat(c.stato()).isEqualTo(Stato.INVIATA);
		assertThat(c.inviata()).contains(Instant.parse("2022-09-02T21:59:00Z"));
	}

	@Test
	void ilMinutoDopoNo() {
		Candidatura c = composta();
		rifiuta("si è chiuso il 02/09/2022", () -> invia(c, "2022-09-03", "00:00"));
		assertThat(c.stato()).isEqualTo(Stato.BOZZA);
		assertThat(c.inviata()).isEmpty();
	}

	@Test
	void senzaPacchettoNonSiInvia() {
		Candidatura c = Candidatura.apri("C1", ENTE, AVVISO, FASCIA, il("2022-05-01"));
		rifiuta("Il pacchetto non è ancora composto", () -> invia(c, "2022-05-01", "10:00"));
	}

	@ParameterizedTest
	@CsvSource({ "0,28902.00", "1,41657.00", "4,79922.00" })
	void lImportoSegueIlNumeroDiServizi(int servizi, BigDecimal importo) {
		Candidatura c = Candidatura.apri("C1", ENTE, AVVISO, FASCIA, il("2022-05-01"));
		List<String> catalogo = List.of("a", "b", "c", "d", "e");
		c.componi(sito(Avvio.AVVIATA, catalogo.stream().limit(servizi).map(CandidaturaTest::servizio).toList()),
				catalogo, FASCIA);
		assertThat(c.importo()).contains(importo);
	}

	@Test
	void lAttoRifiutatoNonLasciaTraccia() {
		Candidatura c = composta();
		c.prendiNuoveVoci();
		rifiuta("non è tra quelli", () -> c.componi(sito(Avvio.AVVIATA, List.of(servizio("z"))), List.of("a"), FASCIA));
		assertThat(c.prendiNuoveVoci()).isEmpty();
		assertThat(c.importo()).contains(new BigDecimal("28902.00"));
	}

	@Test
	void ogniPassaggioDiStatoHaLaSuaVoce() {
		Candidatura c = finanziata();
		assertThat(c.prendiNuoveVoci()).extracting(VoceStoria::dopo)
			.contains("bozza", "inviata", "ammessa", "CUP inserito", "finanziata");
	}

	/**
	 * Seed 001, "Chiarimenti", D.26 against the site's "è il primo"; dominio 2.7 for
	 * contracts older than the decree, which is notified on 19/8/2022.
	 */
	@ParameterizedTest
	@CsvSource({ "2022-11-02,2023-01-31,2023-01-31,2022-11-02", "2023-01-31,2022-11-02,2023-01-31,2022-11-02",
			"2021-03-01,2020-02-01,2022-08-19,2022-08-19", "2022-08-19,2022-08-18,2022-08-19,2022-08-19",
			"2022-07-01,2022-09-30,2022-09-30,2022-08-19" })
	void ilCompletamentoDecorreDalContrattoCheLAvvisoDice(LocalDate uno, LocalDate altro, LocalDate dallUltimo,
			LocalDate dalPrimo) {
		List<Contratto> contratti = List.of(contratto(uno), contratto(altro));
		Candidatura c = finanziata();
		c.concludiContratti(contratti, SITO, DecorrenzaCompletamento.ULTIMO, null, il("2023-02-01"));
		assertThat(c.decorrenzaCompletamento()).contains(dallUltimo);
		c = finanziata();
		c.concludiContratti(contratti, SITO, DecorrenzaCompletamento.PRIMO, null, il("2023-02-01"));
		assertThat(c.decorrenzaCompletamento()).contains(dalPrimo);
		assertThat(c.contrattualizzata()).as("contrattualizzazione è comunque l'ultimo")
			.contains(uno.isAfter(altro) ? uno : altro);
	}

	@Test
	void oDalGiornoLettoSulPortale() {
		Candidatura c = finanziata();
		List<Contratto> contratti = List.of(contratto(LocalDate.parse("2022-09-01")));
		rifiuta("decorre dal giorno che il portale mostra",
				() -> c.concludiContratti(contratti, SITO, DecorrenzaCompletamento.MANUALE, null, il("2022-12-01")));
		rifiuta("non può precedere notifica del decreto (19/08/2022)", () -> c.concludiContratti(contratti, SITO,
				DecorrenzaCompletamento.MANUALE, LocalDate.parse("2022-08-18"), il("2022-12-01")));
		rifiuta("è nel futuro", () -> c.concludiContratti(contratti, SITO, DecorrenzaCompletamento.MANUALE,
				LocalDate.parse("2022-12-02"), il("2022-12-01")));
		c.concludiContratti(contratti, SITO, DecorrenzaCompletamento.MANUALE, LocalDate.parse("2022-09-10"),
				il("2022-12-01"));
		assertThat(c.decorrenzaCompletamento()).contains(LocalDate.parse("2022-09-10"));
	}

	@Test
	void senzaContrattiNonSiConclude() {
		Candidatura c = finanziata();
		rifiuta("Nessun contratto è registrato",
				() -> c.concludiContratti(List.of(), SITO, DecorrenzaCompletamento.ULTIMO, null, il("2022-12-01")));
	}

	/** The portal's button «Concludi la contrattualizzazione». */
	@Test
	void conUnAttivitaSenzaContrattoNonSiConclude() {
		Candidatura c = finanziata();
		Attivita imu = new Attivita("imu", "Pagare l'IMU");
		List<Contratto> soloSito = List.of(contratto(LocalDate.parse("2022-09-01")));
		rifiuta("Ancora senza contratto: Pagare l'IMU.", () -> c.concludiContratti(soloSito,
				List.of(Attivita.SITO, imu), DecorrenzaCompletamento.ULTIMO, null, il("2022-12-01")));
		assertThat(c.stato()).isEqualTo(Stato.FINANZIATA);
		assertThat(c.contrattualizzata()).isEmpty();
	}

	@Test
	void lAttoRicognitivoNonEUnContratto() {
		Candidatura c = finanziata();
		Contratto atto = ContrattoProva.del(LocalDate.parse("2022-11-01"), TipoAtto.ATTO_RICOGNITIVO, SITO);
		rifiuta("Nessun contratto è registrato",
				() -> c.concludiContratti(List.of(atto), SITO, DecorrenzaCompletamento.ULTIMO, null, il("2022-12-01")));
		c.concludiContratti(List.of(contratto(LocalDate.parse("2022-09-01")), atto), SITO,
				DecorrenzaCompletamento.ULTIMO, null, il("2022-12-01"));
		assertThat(c.contrattualizzata()).as("la sua data non conta").contains(LocalDate.parse("2022-09-01"));
	}

	@Test
	void unAddendumSiAggiungeAContrattiConclusiENonSpostaNulla() {
		Candidatura c = finanziata();
		Contratto addendum = ContrattoProva.addendum(LocalDate.parse("2022-11-01"), TipoAtto.CONTRATTO_FIRMATO, SITO);
		rifiuta("non è conclusa: registri il contratto con l'attività «Registrare un contratto»",
				() -> c.aggiungiAddendum(addendum, AVVISO, il("2022-12-01")));
		concludi(c, LocalDate.parse("2022-09-01"));
		c.prendiNuoveVoci();
		rifiuta("è nel futuro", () -> c.aggiungiAddendum(addendum, AVVISO, il("2022-10-31")));
		c.aggiungiAddendum(addendum, AVVISO, il("2022-12-01"));
		assertThat(c.decorrenzaCompletamento()).contains(LocalDate.parse("2022-09-01"));
		assertThat(c.contrattualizzata()).contains(LocalDate.parse("2022-09-01"));
		assertThat(c.prendiNuoveVoci()).singleElement()
			.isEqualTo(new VoceStoria("Addendum registrato",
					"Contratto firmato da entrambe le parti: Ore in più, per: Sito internet", null,
					"Fornitore, 01/11/2022; il termine di completamento non si sposta"));
		Candidatura revocata = inVerifica();
		revocata.assevera(Esito.NEGATIVO, LocalDate.parse("2022-10-10"), "1", "Spenti", TERMINE, true,
				il("2022-12-01"));
		revocata.revoca("Decreto 7", LocalDate.parse("2022-11-10"), "2", "Spenti", il("2022-12-01"));
		rifiuta("nello stato «revocata»: non si registrano più addenda",
				() -> revocata.aggiungiAddendum(addendum, AVVISO, il("2022-12-01")));
	}

	/** FAQ 02/004/044, 07/010. */
	@Test
	void conUnAttoRicognitivoIlCompletamentoPuoPrecedereIlContratto() {
		Candidatura c = finanziata();
		concludi(c, LocalDate.parse("2022-10-15"));
		c.verificaSito(verifica(true), il("2022-12-01"));
		ThrowingCallable completa = () -> c.completa(LocalDate.parse("2022-10-01"), Pacchetto.ESPERIENZA_CITTADINO,
				List.of(), il("2022-12-01"));
		rifiuta("non può precedere ultimo contratto (15/10/2022). Se è giusta, un atto ricognitivo ne dà ragione",
				completa);
		c.aggiungiAddendum(ContrattoProva.addendum(LocalDate.parse("2022-11-20"), TipoAtto.ATTO_RICOGNITIVO, SITO),
				AVVISO, il("2022-12-01"));
		assertThatCode(completa).doesNotThrowAnyException();
		assertThat(c.stato()).isEqualTo(Stato.IN_VERIFICA);
	}

	@ParameterizedTest
	@CsvSource({ "ORDINE_SERVIZIO,PERSONALE_INTERNO,true", "ORDINE_SERVIZIO,FORNITORE,false",
			"ORDINE_SERVIZIO,IN_HOUSE,false", "CONTRATTO_IN_HOUSE,IN_HOUSE,true", "CONTRATTO_IN_HOUSE,FORNITORE,false",
			"DETERMINA_AFFIDAMENTO,IN_HOUSE,true", "STIPULA_MEPA,FORNITORE,true",
			"STIPULA_MEPA,PERSONALE_INTERNO,false", "ATTO_RICOGNITIVO,PERSONALE_INTERNO,true",
			"ATTO_RICOGNITIVO,FORNITORE,true" })
	void ogniSoggettoHaISuoiAtti(TipoAtto atto, TipoSoggetto soggetto, boolean ammesso) {
		assertThat(atto.per(soggetto)).isEqualTo(ammesso);
		assertThat(atto.per(atto.soggetto())).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "CONTRATTUALIZZAZIONE,2023-02-20,false", "CONTRATTUALIZZAZIONE,2023-02-21,true",
			"DOMANDA,2023-02-21,false", "MANTENIMENTO,2023-02-21,false", "CONTRATTUALIZZAZIONE,,false" })
	void unTermineAdempiutoDopoLaFineEInRitardo(TipoTermine termine, LocalDate adempiuta, boolean ritardo) {
		LocalDate fine = LocalDate.parse("2023-02-20");
		Scadenza s = new Scadenza("1", "C1", termine, "notifica del decreto",
				new DateTermine(LocalDate.parse("2022-08-19"), null, fine, fine, fine, null, "x"),
				Scadenza.StatoScadenza.ADEMPIUTA, Instant.EPOCH, adempiuta);
		assertThat(s.inRitardo()).isEqualTo(ritardo);
		if (ritardo) {
			assertThat(s.ritardoInParole()).isEqualTo("adempiuto in ritardo il 21/02/2023, scadeva il 20/02/2023");
		}
	}

	@ParameterizedTest
	@CsvSource({ "Portali Civici S.r.l.,PORTALI  CIVICI SRL,true", "Società Àncora,societa ancora,true",
			"Alfa,Alfa 2,false" })
	void loStessoNomeScrittoInAltroModo(String uno, String altro, boolean stesso) {
		assertThat(Fornitore.chiave(uno).equals(Fornitore.chiave(altro))).isEqualTo(stesso);
		rifiuta("non è il nome di un fornitore", () -> Fornitore.chiave(" . - "));
	}

	@Test
	void unAttoFuoriPostoSiRifiuta() {
		Candidatura c = finanziata();
		assertThatThrownBy(() -> invia(c, "2022-09-01", "10:00"))
			.isInstanceOfSatisfying(Rifiuto.class, (r) -> assertThat(r.motivo()).isEqualTo(Rifiuto.Motivo.CONFLITTO))
			.hasMessageContaining("è nello stato «finanziata»");
		rifiuta("questa operazione non è possibile ora", c::ritira);
	}

	@Test
	void senzaTutteLeVerificheNonSiCompleta() {
		Candidatura c = finanziata();
		concludi(c, LocalDate.parse("2022-09-01"));
		ServizioFinanziato no = servizio("a");
		rifiuta("Manca la verifica di: sito, a", () -> c.completa(LocalDate.parse("2022-10-01"),
				Pacchetto.ESPERIENZA_CITTADINO, List.of(no), il("2022-12-01")));
		c.verificaSito(verifica(true), il("2022-12-01"));
		rifiuta("Manca la verifica di: a", () -> c.completa(LocalDate.parse("2022-10-01"),
				Pacchetto.ESPERIENZA_CITTADINO, List.of(no), il("2022-12-01")));
		ServizioFinanziato si = c.verificaServizio(no, verifica(true), il("2022-12-01"));
		rifiuta("non può precedere messa in linea del sito", () -> c.completa(LocalDate.parse("2022-09-15"),
				Pacchetto.ESPERIENZA_CITTADINO, List.of(si), il("2022-12-01")));
		c.completa(LocalDate.parse("2022-10-01"), Pacchetto.ESPERIENZA_CITTADINO, List.of(si), il("2022-12-01"));
		assertThat(c.stato()).isEqualTo(Stato.IN_VERIFICA);
	}

	@Test
	void laVerificaSiSalvaAncheAMeta() {
		Candidatura c = finanziata();
		concludi(c, LocalDate.parse("2022-09-01"));
		c.verificaSito(new Verifica(null, null, Set.of(), List.of(CRITERIO), false), il("2022-12-01"));
		assertThat(c.sitoVerificato()).isFalse();
		rifiuta("Criteri non ancora rispettati: 1 su 1 (C.SI.1.1)", () -> c.verificaSito(
				new Verifica("https://www.comune.it", LocalDate.parse("2022-10-01"), Set.of(), List.of(CRITERIO), true),
				il("2022-12-01")));
		rifiuta("deve cominciare con https://",
				() -> c.verificaSito(new Verifica("javascript:alert(1)", null, Set.of(), List.of(CRITERIO), false),
						il("2022-12-01")));
		rifiuta("«X» non è tra quelli previsti", () -> c
			.verificaSito(new Verifica(null, null, Set.of("X"), List.of(CRITERIO), false), il("2022-12-01")));
	}

	@Test
	void lErogazioneNonSiChiedePrimaDelGiornoCheLAvvisoStabilisce() {
		Candidatura c = asseverata();
		rifiuta("l'erogazione si richiede dal 15/10/2022",
				() -> c.richiediErogazione(LocalDate.parse("2022-10-14"), AVVISO, null, true, il("2022-12-01")));
		rifiuta("Le credenziali di accesso vanno consegnate",
				() -> c.richiediErogazione(LocalDate.parse("2022-10-15"), AVVISO, null, false, il("2022-12-01")));
		c.richiediErogazione(LocalDate.parse("2022-10-15"), AVVISO, "TU-123-123456", true, il("2022-12-01"));
		rifiuta("il contributo è forfettario",
				() -> c.eroga(LocalDate.parse("2022-11-01"), new BigDecimal("28901.99"), il("2022-12-01")));
		c.eroga(LocalDate.parse("2022-11-01"), new BigDecimal("28902"), il("2022-12-01"));
		assertThat(c.stato()).isEqualTo(Stato.LIQUIDATA);
		assertThat(c.credenzialiConsegnate()).isTrue();
	}

	@Test
	void gliEsitiNonPositiviVoglionoUnMotivo() {
		Candidatura c = inVerifica();
		rifiuta("Scriva i motivi dell'esito parziale", () -> c.assevera(Esito.PARZIALE, LocalDate.parse("2022-10-10"),
				"1", " ", TERMINE, false, il("2022-12-01")));
		rifiuta("Prima l'esito è parziale", () -> c.assevera(Esito.NEGATIVO, LocalDate.parse("2022-10-10"), "1",
				"Servizi spenti", TERMINE, false, il("2022-12-01")));
		rifiuta("dopo si può avere solo un esito positivo o negativo", () -> c.assevera(Esito.PARZIALE,
				TERMINE.plusDays(1), "1", "Servizi spenti", TERMINE, false, il("2023-12-01")));
		c.assevera(Esito.NEGATIVO, LocalDate.parse("2022-10-10"), "1", "Doppio finanziamento", TERMINE, true,
				il("2022-12-01"));
		assertThat(c.stato()).isEqualTo(Stato.ASSEVERAZIONE_NEGATIVA);
		assertThat(c.stato().viva()).as("la revoca è un atto del Dipartimento").isTrue();
	}

	private static Candidatura composta() {
		Candidatura c = Candidatura.apri("C1", ENTE, AVVISO, FASCIA, il("2022-05-01"));
		c.componi(sito(Avvio.DA_AVVIARE, List.of()), List.of(), FASCIA);
		return c;
	}

	private static Candidatura finanziata() {
		Candidatura c = composta();
		invia(c, "2022-05-02", "10:00");
		c.ammetti(new Notifica(Instant.parse("2022-07-28T09:00:00Z"), "1"), null);
		c.inserisciCup(Cup.leggi("B91F22000690006"), LocalDate.parse("2022-08-01"), Optional.empty(), false,
				il("2022-12-01"));
		c.finanzia(decreto("28902", null, TerminiAllegato.DELLA_TABELLA), AVVISO, FASCIA, il("2022-12-01"));
		return c;
	}

	private static Decreto decreto(String importo, LocalDate pubblicato, TerminiAllegato termini) {
		return new Decreto("Decreto 32", LocalDate.parse("2022-08-19"),
				new Notifica(Instant.parse("2022-08-19T10:00:00Z"), "2"), new BigDecimal(importo), pubblicato, termini);
	}

	private static Composizione sito(Avvio avvio, List<ServizioFinanziato> servizi) {
		return new Composizione(Pacchetto.ESPERIENZA_CITTADINO, servizi, avvio, null, null, null, null);
	}

	private static ServizioFinanziato servizio(String codice) {
		return ServizioFinanziato.scelto(codice, codice, null, Avvio.DA_AVVIARE);
	}

	private static Candidatura inVerifica() {
		Candidatura c = finanziata();
		concludi(c, LocalDate.parse("2022-09-01"));
		c.verificaSito(verifica(true), il("2022-12-01"));
		c.completa(LocalDate.parse("2022-10-01"), Pacchetto.ESPERIENZA_CITTADINO, List.of(), il("2022-12-01"));
		return c;
	}

	private static Candidatura asseverata() {
		Candidatura c = inVerifica();
		c.assevera(Esito.POSITIVO, LocalDate.parse("2022-10-10"), "1", null, TERMINE, false, il("2022-12-01"));
		return c;
	}

	private static Verifica verifica(boolean conclusa) {
		return new Verifica("https://www.comune.prova.it", LocalDate.parse("2022-09-20"), Set.of("C.SI.1.1"),
				List.of(CRITERIO), conclusa);
	}

	private static Contratto contratto(LocalDate data) {
		return ContrattoProva.del(data, TipoAtto.STIPULA_MEPA, SITO);
	}

	private static void concludi(Candidatura c, LocalDate contratto) {
		c.concludiContratti(List.of(contratto(contratto)), SITO, DecorrenzaCompletamento.ULTIMO, null,
				il("2022-12-01"));
	}

	private static void invia(Candidatura c, String giorno, String ora) {
		c.invia(AVVISO, AVVISO.chiusura(), LocalDate.parse(giorno), LocalTime.parse(ora), null, il("2022-12-01"));
	}

	private static Autore il(String giorno) {
		return new Autore("prova", Instant.parse(giorno + "T12:00:00Z"));
	}

	private static void rifiuta(String messaggio, ThrowingCallable azione) {
		assertThatThrownBy(azione).isInstanceOf(Rifiuto.class).hasMessageContaining(messaggio);
	}

}
