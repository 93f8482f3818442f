package it.cronoprogramma.notifica;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OraDelGiroTest {

	private static final LocalTime ORA = LocalTime.of(8, 30);

	private final OraDelGiro ora = new OraDelGiro(CalendarioFestivita.italiano(), ORA);

	private final OraDelGiro mai = new OraDelGiro(CalendarioFestivita.italiano(), null);

	private static Instant istante(String quando) {
		return LocalDateTime.parse(quando).atZone(Roma.FUSO).toInstant();
	}

	@ParameterizedTest
	@CsvSource({ "2022-06-03T08:29:59, 2022-06-03T08:30", "2022-06-03T08:30, 2022-06-06T08:30",
			"2022-06-01T09:00, 2022-06-03T08:30", "2022-12-24T10:00, 2022-12-27T08:30",
			"2023-03-24T20:00, 2023-03-27T08:30" })
	void ilGiroSeguente(String dopo, String atteso) {
		assertThat(this.ora.prossima(istante(dopo))).contains(istante(atteso));
	}

	@Test
	void senzaOraNonCiSonoGiri() {
		assertThat(this.mai.prossima(istante("2022-06-03T08:00"))).isEmpty();
	}

	/** Terms that end on Monday 6 June 2022, after a long weekend. */
	@ParameterizedTest
	@CsvSource({ "cup, PROMEMORIA, 2022-06-03T08:00, true", "cup, ULTIMO_GIORNO, 2022-06-06T08:00, true",
			"cup, SCADENZA, 2022-06-06T23:59:59, true", "cup, SOLLECITO, 2022-06-07T08:00, false",
			"contrattualizzazione, PROMEMORIA, 2022-06-03T08:00, false",
			"contrattualizzazione, PROMEMORIA, 2022-06-03T09:00, false",
			"contrattualizzazione, ULTIMO_GIORNO, 2022-06-06T08:29, false",
			"contrattualizzazione, ULTIMO_GIORNO, 2022-06-06T08:31, true",
			"contrattualizzazione, SCADENZA, 2022-06-06T23:59:59, true",
			"contrattualizzazione, SOLLECITO, 2022-06-07T09:00, false" })
	void cioCheNonAspetta(String termine, Tipo evento, String quando, boolean atteso) {
		Scadenza s = finoAl(TipoTermine.leggi(termine), LocalDate.of(2022, 6, 6));
		assertThat(this.ora.urgente(s, evento, istante(quando))).isEqualTo(atteso);
	}

	/** A Monday's summary comes on the first working day of its week. */
	@ParameterizedTest
	@CsvSource({ "2022-06-06, true", "2022-06-07, false", "2023-04-10, false", "2023-04-11, true" })
	void ilRiepilogo(LocalDate giorno, boolean atteso) {
		assertThat(this.ora.delRiepilogo(giorno)).isEqualTo(atteso);
	}

	private static Scadenza finoAl(TipoTermine tipo, LocalDate fine) {
		return new Scadenza("1", "C1", tipo, "x", new DateTermine(fine, null, fine, fine, fine, null, "x"),
				StatoScadenza.APERTA, Instant.EPOCH, null);
	}

}
