package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.CalcoloTermine;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.Computo;
import it.cronoprogramma.termine.Contatore;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Differimento;
import it.cronoprogramma.termine.Politica;
import it.cronoprogramma.termine.Termine;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static it.cronoprogramma.candidatura.TipoTermine.COMPLETAMENTO;
import static it.cronoprogramma.candidatura.TipoTermine.CONTRATTUALIZZAZIONE;
import static it.cronoprogramma.candidatura.TipoTermine.LIMITE;
import static it.cronoprogramma.candidatura.TipoTermine.MANTENIMENTO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Which act may change which term, without database and engine. The decree is notified on
 * 19/8/2022: contracts by 20/2/2023, everything by 20/11/2023.
 */
class RegoleDifferimentoTest {

	private static final LocalDate DECRETO = LocalDate.parse("2022-08-19");

	private static final LocalDate ATTO = LocalDate.parse("2022-12-01");

	private static final Autore RTD = new Autore("rtd", Instant.parse("2022-12-20T09:00:00Z"));

	private static final Computo CONTRATTI = new Computo(DECRETO, Termine.mesi(6), "notifica",
			CONTRATTUALIZZAZIONE.modo());

	private static final Computo TUTTO = new Computo(DECRETO, Termine.mesi(15), "notifica", LIMITE.modo());

	private final RegoleDifferimento regole = new RegoleDifferimento(
			new CalcoloTermine(CalendarioFestivita.italiano(), Politica.PREDEFINITA), LocalDate.parse("2026-03-31"));

	@Test
	void laProrogaDellaContrattualizzazioneSpostaIlLimite() {
		EffettoDifferimento e = effetto(proroga(1, 90), Stato.FINANZIATA, inCorso(), List.of());
		assertThat(e.testo()).isEqualTo("Contrattualizzazione dei fornitori: 20/02/2023 → 20/05/2023; "
				+ "Limite complessivo: 20/11/2023 → 17/02/2024");
		assertThat(e.prima()).isEqualTo("2023-02-20");
		assertThat(e.dopo()).isEqualTo("2023-05-20");
	}

	@Test
	void quellaDelLimiteNonSpostaLaContrattualizzazione() {
		EffettoDifferimento e = effetto(atto(1, LIMITE, Differimento.mesi(1, 2, "Decreto 1/2022", ATTO)),
				Stato.FINANZIATA, inCorso(), List.of());
		assertThat(e.testo()).isEqualTo("Limite complessivo: 20/11/2023 → 19/01/2024");
	}

	@Test
	void laDataFissaDelPrimoTermineAllungaIlLimiteDeiGiorniGuadagnati() {
		EffettoDifferimento e = effetto(
				atto(1, CONTRATTUALIZZAZIONE,
						Differimento.dataFissa(1, LocalDate.parse("2023-03-31"), "Decreto 1/2022", ATTO)),
				Stato.FINANZIATA, inCorso(), List.of());
		// forty days more than 19/2/2023
		assertThat(e.testo()).isEqualTo("Contrattualizzazione dei fornitori: 20/02/2023 → 31/03/2023; "
				+ "Limite complessivo: 20/11/2023 → 29/12/2023");
	}

	/** While the Dipartimento verifies, a partial outcome may make the term run again. */
	@Test
	void ilCompletamentoDichiaratoSiSpostaFinoAllEsito() {
		List<Scadenza> scadenze = List
			.of(scadenza(COMPLETAMENTO, computo(COMPLETAMENTO, "2022-11-02", 9), StatoScadenza.ADEMPIUTA));
		AttoDifferimento atto = atto(1, COMPLETAMENTO,
				Differimento.proroga(1, Contatore.ECCEZIONALE, 30, "Decreto 1/2022", ATTO));
		assertThat(effetto(atto, Stato.IN_VERIFICA, scadenze, List.of()).testo())
			.isEqualTo("Completamento delle attività: 02/08/2023 → 01/09/2023");
		rifiuta("«completata»: nessun termine corre più", () -> effetto(atto, Stato.COMPLETATA, scadenze, List.of()));
		rifiuta("è già adempiuto",
				() -> effetto(proroga(1, 30), Stato.IN_VERIFICA,
						List.of(scadenze.get(0), scadenza(CONTRATTUALIZZAZIONE, CONTRATTI, StatoScadenza.ADEMPIUTA)),
						List.of()));
	}

	@ParameterizedTest
	@EnumSource(value = Stato.class,
			names = { "RITIRATA", "NON_AMMESSA", "REVOCATA", "LIQUIDATA", "EROGAZIONE_RICHIESTA" })
	void suUnaCandidaturaChiusaNulla(Stato stato) {
		rifiuta("nessun termine corre più", () -> effetto(proroga(1, 30), stato, List.of(), List.of()));
		AttoDifferimento sospensione = atto(1, null, Differimento.sospensione(1, LocalDate.parse("2023-01-01"),
				LocalDate.parse("2023-01-31"), "D.L. 1/2022", ATTO));
		rifiuta("nessun termine corre più", () -> effetto(sospensione, stato, List.of(), List.of()));
	}

	@Test
	void nonSiRevocaCioCheNonValePiu() {
		AttoDifferimento revocato = proroga(7, 30);
		AttoDifferimento revoca = new AttoDifferimento(8, null, null, 7L, "Decreto 2/2022", ATTO, null, "", "G1",
				StatoAtto.DA_CONFERMARE, RTD);
		EffettoDifferimento e = this.regole.effetto(revoca, revocato, Stato.FINANZIATA,
				List.of(scadenza(CONTRATTUALIZZAZIONE, CONTRATTI, StatoScadenza.APERTA, revocato)),
				List.of(attivo(revocato)), RTD);
		assertThat(e.testo()).isEqualTo("Contrattualizzazione dei fornitori: 21/03/2023 → 20/02/2023");
		rifiuta("non vale per questa candidatura, o è già stato revocato",
				() -> this.regole.effetto(revoca, revocato, Stato.FINANZIATA, inCorso(), List.of(), RTD));
	}

	/** What comes too early for the anchor cannot hold, and does not stop the work. */
	@Test
	void unaDataFissaPrimaDellaDecorrenzaNonVale() {
		AttoAttivo presto = attivo(atto(1, COMPLETAMENTO,
				Differimento.dataFissa(1, LocalDate.parse("2022-10-31"), "Decreto 1/2022", ATTO)));
		DateTermine date = this.regole.date(COMPLETAMENTO, computo(COMPLETAMENTO, "2022-11-02", 9), Optional.empty(),
				List.of(presto));
		assertThat(date.governante()).isEqualTo("2023-08-02");
		assertThat(date.spiegazione()).doesNotContain("Decreto 1/2022");
	}

	@Test
	void ilTettoValePerCompletamentoELimiteSoltanto() {
		Computo tardi = computo(COMPLETAMENTO, "2025-06-30", 12);
		assertThat(this.regole.date(COMPLETAMENTO, tardi, Optional.empty(), List.of()).governante())
			.isEqualTo("2026-03-31");
		assertThat(this.regole.date(LIMITE, tardi, Optional.empty(), List.of()).governante()).isEqualTo("2026-03-31");
		assertThat(this.regole.date(CONTRATTUALIZZAZIONE, tardi, Optional.empty(), List.of()).governante())
			.isEqualTo("2026-06-30");
		assertThat(
				new RegoleDifferimento(new CalcoloTermine(CalendarioFestivita.italiano(), Politica.PREDEFINITA), null)
					.date(COMPLETAMENTO, tardi, Optional.empty(), List.of())
					.governante())
			.isEqualTo("2026-06-30");
	}

	@Test
	void laSospensioneToccaITerminiEntroCuiSiCompieUnAtto() {
		AttoDifferimento sospensione = atto(1, null, Differimento.sospensione(1, LocalDate.parse("2023-01-01"),
				LocalDate.parse("2023-01-31"), "D.L. 1/2022", ATTO));
		for (TipoTermine tipo : TipoTermine.values()) {
			assertThat(attivo(sospensione).riguarda(tipo)).as(tipo.nome())
				.isEqualTo(tipo != TipoTermine.DOMANDA && tipo != MANTENIMENTO);
		}
	}

	/** A law for all terms that this one is not reached by: the portal's date stays. */
	@Test
	void unaSospensioneCheNonLoRaggiungeNonSuperaLaDataDelPortale() {
		AttoAttivo portale = attivo(atto(1, CONTRATTUALIZZAZIONE,
				Differimento.portale(1, LocalDate.parse("2023-02-15"), "schermata", ATTO)));
		assertThat(contratti(portale, sospeso(2, "2023-05-01", "2023-08-31")).governante()).isEqualTo("2023-02-15");
		assertThat(contratti(portale, sospeso(2, "2023-01-01", "2023-01-10")).governante()).isEqualTo("2023-03-01");
		assertThat(contratti(portale, sospeso(2, "2023-01-01", "2023-01-10"), sospeso(3, "2023-01-01", "2023-01-10"))
			.governante()).as("due leggi per gli stessi giorni").isEqualTo("2023-03-01");
		assertThat(contratti(portale, sospeso(2, "2023-02-10", "2023-02-28"), sospeso(3, "2023-03-05", "2023-03-07"))
			.governante()).as("raggiunta solo grazie alla prima").isEqualTo("2023-03-13");
	}

	private DateTermine contratti(AttoAttivo... attivi) {
		return this.regole.date(CONTRATTUALIZZAZIONE, CONTRATTI, Optional.empty(), List.of(attivi));
	}

	private static AttoAttivo sospeso(long numero, String dal, String al) {
		return attivo(atto(numero, null,
				Differimento.sospensione(numero, LocalDate.parse(dal), LocalDate.parse(al), "D.L. " + numero, ATTO)));
	}

	@Test
	void senzaUnTermineCheCorreNienteDataDelPortale() {
		rifiuta("non decorre ancora",
				() -> effetto(
						atto(1, COMPLETAMENTO,
								Differimento.portale(1, LocalDate.parse("2023-06-01"), "schermata", ATTO)),
						Stato.FINANZIATA, inCorso(), List.of()));
	}

	private EffettoDifferimento effetto(AttoDifferimento atto, Stato stato, List<Scadenza> scadenze,
			List<AttoAttivo> attivi) {
		return this.regole.effetto(atto, null, stato, scadenze, attivi, RTD);
	}

	private List<Scadenza> inCorso() {
		return List.of(scadenza(CONTRATTUALIZZAZIONE, CONTRATTI, StatoScadenza.APERTA),
				scadenza(LIMITE, TUTTO, StatoScadenza.APERTA));
	}

	private Scadenza scadenza(TipoTermine tipo, Computo computo, StatoScadenza stato, AttoDifferimento... atti) {
		DateTermine date = this.regole.date(tipo, computo, Optional.of(CONTRATTI),
				List.of(atti).stream().map(RegoleDifferimentoTest::attivo).toList());
		return new Scadenza(tipo.codice(), "C1", tipo, computo.evento(), date, stato, RTD.quando(), null);
	}

	private static Computo computo(TipoTermine tipo, String decorrenza, int mesi) {
		return new Computo(LocalDate.parse(decorrenza), Termine.mesi(mesi), "ultimo contratto", tipo.modo());
	}

	private static AttoDifferimento proroga(long numero, int giorni) {
		return atto(numero, CONTRATTUALIZZAZIONE,
				Differimento.proroga(numero, Contatore.PEC, giorni, "PEC 1/2022", ATTO));
	}

	private static AttoDifferimento atto(long numero, TipoTermine termine, Differimento effetto) {
		return new AttoDifferimento(numero, termine, effetto, null, effetto.atto(), effetto.dataAtto(), null, "", "G1",
				StatoAtto.DA_CONFERMARE, RTD);
	}

	private static AttoAttivo attivo(AttoDifferimento atto) {
		return new AttoAttivo(atto.termine(), atto.effetto());
	}

	private static void rifiuta(String messaggio, ThrowingCallable azione) {
		assertThatThrownBy(azione).isInstanceOf(Rifiuto.class).hasMessageContaining(messaggio);
	}

}
