package it.cronoprogramma.termine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import it.cronoprogramma.termine.SequenzaEventi.EventoTermine;
import org.junit.jupiter.api.Test;

import static it.cronoprogramma.termine.SequenzaEventi.Tipo.PROMEMORIA;
import static it.cronoprogramma.termine.SequenzaEventi.Tipo.SCADENZA;
import static it.cronoprogramma.termine.SequenzaEventi.Tipo.SOLLECITO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class SequenzaEventiTest {

	private static final SequenzaEventi SEQUENZA = new SequenzaEventi(CalendarioFestivita.italiano());

	private static final List<Integer> SEI_PROMEMORIA = List.of(60, 30, 15, 7, 3, 1);

	private static final LocalDate MARTEDI = LocalDate.of(2023, 5, 16);

	private static final LocalDate VENERDI = LocalDate.of(2023, 5, 19);

	@Test
	void unContrattoDaNotificaDelDecretoRaccontaLaSuaStoria() {
		assertThat(storia(MARTEDI, VENERDI, SEI_PROMEMORIA, 11)).containsExactly("PROMEMORIA-60 2023-03-17T08:00",
				"PROMEMORIA-30 2023-04-14T08:00", "PROMEMORIA-15 2023-04-28T08:00", "PROMEMORIA-7 2023-05-09T08:00",
				"PROMEMORIA-3 2023-05-12T08:00", "PROMEMORIA-1 2023-05-15T08:00", "ULTIMO_GIORNO-0 2023-05-19T08:00",
				"SCADENZA-0 2023-05-19T23:59:59", "SOLLECITO-1 2023-05-22T08:00", "SOLLECITO-8 2023-05-29T08:00",
				"SOLLECITO-15 2023-06-05T08:00");
	}

	@Test
	void ilCupDiNataleRicordaPrimaDelleFeste() {
		LocalDate natale = LocalDate.of(2023, 12, 25);
		assertThat(storia(natale, natale.plusDays(2), List.of(4, 2, 1, 0), 6)).containsExactly(
				"PROMEMORIA-4 2023-12-21T08:00", "PROMEMORIA-0 2023-12-22T08:00", "ULTIMO_GIORNO-0 2023-12-27T08:00",
				"SCADENZA-0 2023-12-27T23:59:59", "SOLLECITO-1 2023-12-28T08:00", "SOLLECITO-8 2024-01-04T08:00");
	}

	@Test
	void lUltimoGiornoTaceSeUnPromemoriaCadeAllaStessaMattina() {
		LocalDate domenica = LocalDate.of(2023, 5, 21);
		assertThat(storia(VENERDI, domenica, List.of(0), 2)).containsExactly("PROMEMORIA-0 2023-05-19T08:00",
				"SCADENZA-0 2023-05-21T23:59:59");
	}

	@Test
	void lUltimoGiornoParlaSeLUltimoPromemoriaEPrima() {
		LocalDate domenica = LocalDate.of(2023, 5, 21);
		assertThat(storia(VENERDI.plusDays(1), domenica, List.of(7), 3)).containsExactly(
				"PROMEMORIA-7 2023-05-12T08:00", "ULTIMO_GIORNO-0 2023-05-19T08:00", "SCADENZA-0 2023-05-21T23:59:59");
	}

	@Test
	void lUltimoGiornoTaceSeLeDueDateCoincidono() {
		assertThat(storia(VENERDI, VENERDI, List.of(7), 2)).containsExactly("PROMEMORIA-7 2023-05-12T08:00",
				"SCADENZA-0 2023-05-19T23:59:59");
	}

	@Test
	void senzaPromemoriaRestanoLUltimoGiornoELaScadenza() {
		assertThat(storia(MARTEDI, VENERDI, List.of(), 2)).containsExactly("ULTIMO_GIORNO-0 2023-05-19T08:00",
				"SCADENZA-0 2023-05-19T23:59:59");
	}

	@Test
	void seIlPortaleAnticipaIPromemoriaAnticipano() {
		assertThat(storia(VENERDI, MARTEDI, List.of(1, 0), 3)).containsExactly("PROMEMORIA-1 2023-05-15T08:00",
				"PROMEMORIA-0 2023-05-16T08:00", "SCADENZA-0 2023-05-16T23:59:59");
	}

	@Test
	void ilSollecitoDelleFesteAspettaUnGiornoLavorativo() {
		LocalDate vigilia = LocalDate.of(2023, 12, 24);
		assertThat(storia(vigilia, vigilia, List.of(), 4)).containsExactly("SCADENZA-0 2023-12-24T23:59:59",
				"SOLLECITO-1 2023-12-27T08:00", "SOLLECITO-8 2024-01-02T08:00", "SOLLECITO-15 2024-01-08T08:00");
	}

	@Test
	void lEventoDellIstanteStessoEGiaPassato() {
		Instant mattina = Instant.parse("2023-05-15T06:00:00Z");

		assertThat(SEQUENZA.prossimo(MARTEDI, VENERDI, List.of(1), mattina.minusNanos(1)))
			.isEqualTo(new EventoTermine(PROMEMORIA, 1, mattina));
		assertThat(SEQUENZA.prossimo(MARTEDI, MARTEDI, List.of(1), mattina))
			.isEqualTo(new EventoTermine(SCADENZA, 0, Instant.parse("2023-05-16T21:59:59Z")));
	}

	@Test
	void ilPiuLontanoPassatoEIlPiuLontanoFuturoHannoUnProssimoEvento() {
		assertThat(SEQUENZA.prossimo(MARTEDI, VENERDI, SEI_PROMEMORIA, Instant.MIN).chiave())
			.isEqualTo("PROMEMORIA-60");

		Instant fraMilleAnni = Instant.parse("3023-05-19T12:00:00Z");
		EventoTermine evento = SEQUENZA.prossimo(MARTEDI, VENERDI, SEI_PROMEMORIA, fraMilleAnni);
		assertThat(evento.tipo()).isEqualTo(SOLLECITO);
		assertThat(evento.quando()).isAfter(fraMilleAnni).isBefore(fraMilleAnni.plusSeconds(14 * 86_400));
	}

	@Test
	void rifiutaIngressiSenzaSenso() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> SEQUENZA.prossimo(MARTEDI, VENERDI, List.of(7, -1), Instant.EPOCH))
			.withMessage("Promemoria non valido: i giorni prima della scadenza devono essere 0 o più, non -1");
		assertThatIllegalArgumentException().isThrownBy(() -> new EventoTermine(SOLLECITO, -1, Instant.EPOCH))
			.withMessage("Evento non valido: i giorni non possono essere negativi: -1");
		assertThatNullPointerException().isThrownBy(() -> SEQUENZA.prossimo(MARTEDI, VENERDI, List.of(), null));
		assertThatNullPointerException().isThrownBy(() -> SEQUENZA.prossimo(null, VENERDI, List.of(), Instant.EPOCH));
		assertThatNullPointerException().isThrownBy(() -> SEQUENZA.prossimo(MARTEDI, null, List.of(), Instant.EPOCH));
		assertThatNullPointerException().isThrownBy(() -> SEQUENZA.prossimo(MARTEDI, VENERDI, null, Instant.EPOCH));
		assertThatNullPointerException().isThrownBy(() -> new SequenzaEventi(null));
		assertThatNullPointerException().isThrownBy(() -> new EventoTermine(null, 0, Instant.EPOCH));
		assertThatNullPointerException().isThrownBy(() -> new EventoTermine(SCADENZA, 0, null));
	}

	private static Stream<String> storia(LocalDate prudenziale, LocalDate governante, List<Integer> giorniPrima,
			int quanti) {
		List<String> eventi = new ArrayList<>();
		Instant dopo = Instant.EPOCH;
		while (eventi.size() < quanti) {
			EventoTermine evento = SEQUENZA.prossimo(prudenziale, governante, giorniPrima, dopo);
			eventi.add(evento.chiave() + " " + LocalDateTime.ofInstant(evento.quando(), Roma.FUSO));
			dopo = evento.quando();
		}
		return eventi.stream();
	}

}
