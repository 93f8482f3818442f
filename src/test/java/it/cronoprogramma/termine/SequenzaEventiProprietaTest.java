package it.cronoprogramma.termine;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import it.cronoprogramma.termine.SequenzaEventi.EventoTermine;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.time.api.constraints.DateRange;

import static org.assertj.core.api.Assertions.assertThat;

class SequenzaEventiProprietaTest {

	private static final CalendarioFestivita CALENDARIO = CalendarioFestivita.italiano();

	private static final SequenzaEventi SEQUENZA = new SequenzaEventi(CALENDARIO);

	@Property
	void laSequenzaECrescenteELeChiaviUniche(
			@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate prudenziale,
			@ForAll @IntRange(min = -10, max = 15) int scarto,
			@ForAll @Size(max = 8) List<@IntRange(max = 90) Integer> giorniPrima) {
		List<EventoTermine> eventi = eventi(prudenziale, prudenziale.plusDays(scarto), giorniPrima);

		assertThat(eventi).extracting(EventoTermine::chiave).doesNotHaveDuplicates();
		assertThat(IntStream.range(1, eventi.size()))
			.allMatch((i) -> eventi.get(i).quando().isAfter(eventi.get(i - 1).quando()));
	}

	@Property
	void ogniPromemoriaCadeAlSuoGiornoOCedeAUnoPiuVicino(
			@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate prudenziale,
			@ForAll @IntRange(max = 15) int scarto,
			@ForAll @Size(max = 8) List<@IntRange(max = 90) Integer> giorniPrima) {
		List<EventoTermine> promemoria = eventi(prudenziale, prudenziale.plusDays(scarto), giorniPrima).stream()
			.filter((evento) -> evento.tipo() == Tipo.PROMEMORIA)
			.toList();

		assertThat(giorniPrima).containsAll(promemoria.stream().map(EventoTermine::giorni).toList());
		for (int giorni : giorniPrima) {
			Instant quando = Roma.alle(CALENDARIO.lavorativoPrecedente(prudenziale.minusDays(giorni)),
					LocalTime.of(8, 0));
			assertThat(promemoria).filteredOn((evento) -> evento.quando().equals(quando))
				.singleElement()
				.satisfies((evento) -> assertThat(evento.giorni()).isLessThanOrEqualTo(giorni));
		}
	}

	@Property
	void soloLaScadenzaPuoCadereInUnGiornoNonLavorativo(
			@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate prudenziale,
			@ForAll @IntRange(min = -10, max = 15) int scarto,
			@ForAll @Size(max = 8) List<@IntRange(max = 90) Integer> giorniPrima) {
		eventi(prudenziale, prudenziale.plusDays(scarto), giorniPrima).stream()
			.filter((evento) -> evento.tipo() != Tipo.SCADENZA)
			.forEach((evento) -> {
				LocalDate giorno = Roma.giorno(evento.quando());
				assertThat(CALENDARIO.festivo(giorno)).isFalse();
				assertThat(giorno.getDayOfWeek()).isNotEqualTo(DayOfWeek.SATURDAY);
				assertThat(evento.quando().atZone(Roma.FUSO).toLocalTime()).isEqualTo("08:00");
			});
	}

	@Property
	void unaSolaScadenzaPrimaGliAvvisiPoiUnSollecitoASettimana(
			@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate prudenziale,
			@ForAll @IntRange(min = -10, max = 15) int scarto,
			@ForAll @Size(max = 8) List<@IntRange(max = 90) Integer> giorniPrima) {
		LocalDate governante = prudenziale.plusDays(scarto);
		List<EventoTermine> eventi = eventi(prudenziale, governante, giorniPrima);

		int scadenza = eventi.indexOf(new EventoTermine(Tipo.SCADENZA, 0, Roma.fineGiorno(governante)));
		assertThat(scadenza).isNotNegative();
		assertThat(eventi.subList(0, scadenza)).extracting(EventoTermine::tipo)
			.isSubsetOf(Tipo.PROMEMORIA, Tipo.ULTIMO_GIORNO);
		assertThat(eventi.subList(scadenza + 1, eventi.size())).extracting(EventoTermine::chiave)
			.containsExactly("SOLLECITO-1", "SOLLECITO-8", "SOLLECITO-15");
	}

	@Property
	void lUltimoGiornoCEQuandoServe(@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate prudenziale,
			@ForAll @IntRange(min = -10, max = 15) int scarto,
			@ForAll @Size(max = 8) List<@IntRange(max = 90) Integer> giorniPrima) {
		LocalDate governante = prudenziale.plusDays(scarto);
		LocalDate ultimo = CALENDARIO.lavorativoPrecedente(governante);
		List<EventoTermine> eventi = eventi(prudenziale, governante, giorniPrima);

		boolean serve = scarto > 0 && giorniPrima.stream()
			.allMatch((giorni) -> CALENDARIO.lavorativoPrecedente(prudenziale.minusDays(giorni)).isBefore(ultimo));
		EventoTermine atteso = new EventoTermine(Tipo.ULTIMO_GIORNO, 0, Roma.alle(ultimo, LocalTime.of(8, 0)));
		assertThat(eventi).filteredOn((evento) -> evento.tipo() == Tipo.ULTIMO_GIORNO)
			.isEqualTo(serve ? List.of(atteso) : List.of());
	}

	@Property
	void daQualunqueIstanteSiRiprendeLaStessaSequenza(
			@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate prudenziale,
			@ForAll @IntRange(min = -10, max = 15) int scarto,
			@ForAll @Size(max = 8) List<@IntRange(max = 90) Integer> giorniPrima,
			@ForAll @IntRange(min = -110 * 86_400, max = 20 * 86_400) int secondi) {
		LocalDate governante = prudenziale.plusDays(scarto);
		Instant dopo = Roma.fineGiorno(governante).plusSeconds(secondi);

		List<EventoTermine> daCapo = eventi(prudenziale, governante, giorniPrima).stream()
			.filter((evento) -> evento.quando().isAfter(dopo))
			.toList();
		if (!daCapo.isEmpty()) {
			assertThat(SEQUENZA.prossimo(prudenziale, governante, giorniPrima, dopo)).isEqualTo(daCapo.get(0));
		}
	}

	@Property
	void iSollecitiNonSiSaltanoNeSiRipetonoNemmenoDopoAnni(
			@ForAll @DateRange(min = "2021-01-01", max = "2035-12-31") LocalDate governante,
			@ForAll @IntRange(min = 0, max = 2000) int giorni, @ForAll @IntRange(max = 86_399) int secondi) {
		Instant dopo = Roma.fineGiorno(governante.plusDays(giorni)).plusSeconds(secondi);
		EventoTermine evento = SEQUENZA.prossimo(governante, governante, List.of(), dopo);
		EventoTermine seguente = SEQUENZA.prossimo(governante, governante, List.of(), evento.quando());

		assertThat(evento.quando()).isAfter(dopo);
		assertThat(evento.giorni() % 7).isEqualTo(1);
		assertThat(seguente.giorni()).isEqualTo(evento.giorni() + 7);
		if (evento.giorni() > 7) {
			LocalDate settimanaPrima = governante.plusDays(evento.giorni() - 7);
			assertThat(Roma.alle(CALENDARIO.lavorativoSeguente(settimanaPrima), LocalTime.of(8, 0)))
				.isBeforeOrEqualTo(dopo);
		}
	}

	// Three solleciti: enough to see the weeks, and the sequence has no end
	private static List<EventoTermine> eventi(LocalDate prudenziale, LocalDate governante, List<Integer> giorniPrima) {
		List<EventoTermine> eventi = new ArrayList<>();
		Instant dopo = Instant.EPOCH;
		while (eventi.size() < 3 || eventi.get(eventi.size() - 3).tipo() != Tipo.SOLLECITO) {
			assertThat(eventi).as("the walk ends").hasSizeLessThan(20);
			EventoTermine evento = SEQUENZA.prossimo(prudenziale, governante, giorniPrima, dopo);
			eventi.add(evento);
			dopo = evento.quando();
		}
		return eventi;
	}

}
