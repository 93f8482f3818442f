package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.util.stream.Stream;

import it.cronoprogramma.termine.Differimento.Tipo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class DifferimentoTest {

	private static final LocalDate ATTO = LocalDate.of(2023, 12, 15);

	private static final LocalDate MAGGIO = LocalDate.of(2023, 5, 1);

	private static final LocalDate AGOSTO = LocalDate.of(2023, 8, 31);

	@Test
	void ogniAttoHaSoloIDatiDelSuoTipo() {
		assertThat(Differimento.proroga(1, Contatore.PEC, 90, "Decreto", ATTO))
			.isEqualTo(new Differimento(1, Tipo.PROROGA, Contatore.PEC, 90, null, null, "Decreto", ATTO));
		assertThat(Differimento.mesi(2, 3, "Decreto", ATTO))
			.isEqualTo(new Differimento(2, Tipo.MESI, null, 3, null, null, "Decreto", ATTO));
		assertThat(Differimento.dataFissa(3, AGOSTO, "Decreto", ATTO))
			.isEqualTo(new Differimento(3, Tipo.DATA_FISSA, null, 0, null, AGOSTO, "Decreto", ATTO));
		assertThat(Differimento.sospensione(4, MAGGIO, AGOSTO, "Legge", ATTO))
			.isEqualTo(new Differimento(4, Tipo.SOSPENSIONE, null, 0, MAGGIO, AGOSTO, "Legge", ATTO));
		assertThat(Differimento.rimessione(5, AGOSTO, "Decreto", ATTO))
			.isEqualTo(new Differimento(5, Tipo.RIMESSIONE, null, 0, null, AGOSTO, "Decreto", ATTO));
		assertThat(Differimento.portale(6, AGOSTO, "schermata", ATTO))
			.isEqualTo(new Differimento(6, Tipo.PORTALE, null, 0, null, AGOSTO, "schermata", ATTO));
	}

	@ParameterizedTest
	@EnumSource(names = { "PROROGA" }, mode = EnumSource.Mode.EXCLUDE)
	void rifiutaIlContatoreDiUnAltroTipo(Tipo tipo) {
		int quantita = (tipo == Tipo.MESI) ? 3 : 0;
		LocalDate dal = (tipo == Tipo.SOSPENSIONE) ? MAGGIO : null;
		LocalDate al = (tipo == Tipo.MESI) ? null : AGOSTO;
		assertThatNoException().isThrownBy(() -> new Differimento(1, tipo, null, quantita, dal, al, "Decreto", ATTO));
		estraneo(tipo, Contatore.PEC, quantita, dal, al);
	}

	@ParameterizedTest
	@EnumSource(names = { "PROROGA", "MESI" }, mode = EnumSource.Mode.EXCLUDE)
	void rifiutaLaQuantitaDiUnAltroTipo(Tipo tipo) {
		estraneo(tipo, null, 1, (tipo == Tipo.SOSPENSIONE) ? MAGGIO : null, AGOSTO);
	}

	@ParameterizedTest
	@EnumSource(names = { "DATA_FISSA", "RIMESSIONE", "PORTALE" })
	void rifiutaIlPrimoGiornoDiUnaSospensione(Tipo tipo) {
		estraneo(tipo, null, 0, MAGGIO, AGOSTO);
	}

	@Test
	void rifiutaUnGiornoDoveSiContano() {
		estraneo(Tipo.PROROGA, Contatore.PEC, 90, null, AGOSTO);
		estraneo(Tipo.MESI, null, 3, null, AGOSTO);
		estraneo(Tipo.PROROGA, Contatore.PEC, 90, MAGGIO, null);
		estraneo(Tipo.MESI, null, 3, MAGGIO, null);
	}

	private static void estraneo(Tipo tipo, Contatore contatore, int quantita, LocalDate dal, LocalDate al) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Differimento(1, tipo, contatore, quantita, dal, al, "Decreto", ATTO))
			.withMessage("Differimento non valido: contiene dati di un altro tipo.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, Integer.MIN_VALUE, 3651 })
	void rifiutaGiorniFuoriMisura(int giorni) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Differimento.proroga(1, Contatore.PEC, giorni, "Decreto", ATTO))
			.withMessage("Differimento non valido: i giorni concessi devono essere da 1 a 3650, non " + giorni + ".");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -3, 121 })
	void rifiutaMesiFuoriMisura(int mesi) {
		assertThatIllegalArgumentException().isThrownBy(() -> Differimento.mesi(1, mesi, "Decreto", ATTO))
			.withMessage("Differimento non valido: i mesi in più devono essere da 1 a 120, non " + mesi + ".");
	}

	@Test
	void accettaGliEstremi() {
		assertThat(Stream.of(1, 3650).map((n) -> Differimento.proroga(1, Contatore.PEC, n, "Decreto", ATTO).quantita()))
			.containsExactly(1, 3650);
		assertThat(Stream.of(1, 120).map((n) -> Differimento.mesi(1, n, "Decreto", ATTO).quantita())).containsExactly(1,
				120);
		assertThat(Differimento.sospensione(1, MAGGIO, MAGGIO, "Legge", ATTO).al()).isEqualTo(MAGGIO);
		assertThat(Differimento.sospensione(1, MAGGIO, MAGGIO.plusDays(3649), "Legge", ATTO).dal()).isEqualTo(MAGGIO);
	}

	@Test
	void rifiutaUnaSospensioneImpossibile() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Differimento.sospensione(1, MAGGIO, MAGGIO.minusDays(1), "Legge", ATTO))
			.withMessage("Sospensione non valida: finisce il 30/04/2023, prima di cominciare il 01/05/2023.");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Differimento.sospensione(1, MAGGIO, MAGGIO.plusDays(3650), "Legge", ATTO))
			.withMessage("Sospensione non valida: al massimo 3650 giorni.");
	}

	@Test
	void rifiutaCioCheManca() {
		assertThatNullPointerException().isThrownBy(() -> Differimento.proroga(1, null, 90, "Decreto", ATTO));
		assertThatNullPointerException().isThrownBy(() -> Differimento.mesi(1, 3, null, ATTO));
		assertThatNullPointerException().isThrownBy(() -> Differimento.mesi(1, 3, "Decreto", null));
		assertThatNullPointerException().isThrownBy(() -> Differimento.dataFissa(1, null, "Decreto", ATTO));
		assertThatNullPointerException().isThrownBy(() -> Differimento.rimessione(1, null, "Decreto", ATTO));
		assertThatNullPointerException().isThrownBy(() -> Differimento.portale(1, null, "schermata", ATTO));
		assertThatNullPointerException().isThrownBy(() -> Differimento.sospensione(1, null, AGOSTO, "Legge", ATTO));
		assertThatNullPointerException().isThrownBy(() -> Differimento.sospensione(1, MAGGIO, null, "Legge", ATTO));
		assertThatNullPointerException()
			.isThrownBy(() -> new Differimento(1, null, null, 0, null, AGOSTO, "Decreto", ATTO));
	}

	@Test
	void siDiceInParole() {
		assertThat(Stream.of(Contatore.values()).map((c) -> Differimento.proroga(1, c, 90, "D", ATTO).inParole()))
			.containsExactly("proroga automatica di 90 giorni", "proroga eccezionale di 90 giorni",
					"proroga richiesta via PEC di 90 giorni", "proroga richiesta via piattaforma di 90 giorni");
		assertThat(Differimento.proroga(1, Contatore.PEC, 1, "D", ATTO).inParole()).endsWith("di 1 giorno");
		assertThat(Differimento.mesi(1, 3, "D", ATTO).inParole()).isEqualTo("differimento di 3 mesi");
		assertThat(Differimento.mesi(1, 1, "D", ATTO).inParole()).isEqualTo("differimento di 1 mese");
		assertThat(Differimento.dataFissa(1, AGOSTO, "D", ATTO).inParole()).isEqualTo("nuova data fissa 31/08/2023");
		assertThat(Differimento.sospensione(1, MAGGIO, AGOSTO, "D", ATTO).inParole())
			.isEqualTo("sospensione dal 01/05/2023 al 31/08/2023");
		assertThat(Differimento.rimessione(1, AGOSTO, "D", ATTO).inParole())
			.isEqualTo("rimessione in termini fino al 31/08/2023");
		assertThat(Differimento.portale(1, AGOSTO, "D", ATTO).inParole()).isEqualTo("data del portale 31/08/2023");
	}

	@Test
	void lArticoloSiElideDavantiAllOttoEAllUndici() {
		LocalDate otto = LocalDate.of(2023, 6, 8);
		LocalDate undici = LocalDate.of(2023, 9, 11);
		assertThat(Differimento.sospensione(1, otto, undici, "D", ATTO).inParole())
			.isEqualTo("sospensione dall'08/06/2023 all'11/09/2023");
		assertThat(Differimento.rimessione(1, undici, "D", ATTO).inParole())
			.isEqualTo("rimessione in termini fino all'11/09/2023");
		assertThatIllegalArgumentException().isThrownBy(() -> Differimento.sospensione(1, undici, otto, "Legge", ATTO))
			.withMessage("Sospensione non valida: finisce l'08/06/2023, prima di cominciare l'11/09/2023.");
	}

	@Test
	void siCitaConLaSuaData() {
		assertThat(Differimento.mesi(1, 3, "Decreto 207/2023", ATTO).attoConData())
			.isEqualTo("Decreto 207/2023 del 15/12/2023");
	}

	@Test
	void siOrdinanoPerDataDellAttoPoiPerRegistrazione() {
		Differimento dopo = Differimento.mesi(1, 3, "D", ATTO);
		Differimento secondo = Differimento.mesi(3, 3, "D", MAGGIO);
		Differimento primo = Differimento.mesi(2, 3, "D", MAGGIO);
		assertThat(Stream.of(dopo, secondo, primo).sorted(Differimento.ORDINE)).containsExactly(primo, secondo, dopo);
	}

	@Test
	void ogniTipoHaUnNome() {
		assertThat(Stream.of(Tipo.values()).map(Tipo::nome)).containsExactly("Proroga in giorni",
				"Differimento in mesi", "Nuova data fissa", "Sospensione per legge", "Rimessione in termini",
				"Data del portale");
		assertThat(Stream.of(Tipo.values()).filter(Tipo::fissa)).containsExactly(Tipo.DATA_FISSA, Tipo.RIMESSIONE);
	}

}
