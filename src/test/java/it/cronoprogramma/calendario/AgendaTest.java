package it.cronoprogramma.calendario;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A calendar is read back by another library than the one that wrote it.
 */
class AgendaTest {

	private static final Agenda AGENDA = new Agenda("https://crono.example", "crono@comune.example");

	private static final Instant APERTA = Instant.parse("2022-08-10T10:00:00.123Z");

	private static final Instant MODIFICATA = Instant.parse("2022-08-12T08:30:00.999Z");

	@Test
	void unRitornoACarrelloInFondoNonMangiaCioCheSegue() {
		String righe = new String(AGENDA.scrivi("x", List.of(con("Comune di Crema", "5 giorni\r"))),
				StandardCharsets.UTF_8);
		assertThat(Biweekly.parse(righe).first().getEvents().get(0).getDescription().getValue())
			.contains("5 giorni\n\n\nData prudenziale");
	}

	@Test
	void unTermineApertoEUnEventoDiUnGiorno() {
		VEvent e = evento(impegno("t1", StatoScadenza.APERTA, 3));
		assertThat(e.getUid().getValue()).isEqualTo("t1@cronoprogramma");
		assertThat(e.getSequence().getValue()).isEqualTo(3);
		assertThat(giorno(e.getDateStart().getValue())).isEqualTo("2022-08-18");
		assertThat(e.getDateStart().getValue().hasTime()).isFalse();
		assertThat(giorno(e.getDateEnd().getValue())).isEqualTo("2022-08-19");
		assertThat(e.getSummary().getValue()).isEqualTo("Crema · CUP · 1.4.1");
		assertThat(e.getStatus().isConfirmed()).isTrue();
		assertThat(e.getTransparency().isTransparent()).isTrue();
		assertThat(e.getDateTimeStamp().getValue().toInstant()).isEqualTo("2022-08-12T08:30:00Z");
		assertThat(e.getLastModified().getValue().toInstant()).isEqualTo("2022-08-12T08:30:00Z");
		assertThat(e.getUrl().getValue()).isEqualTo("https://crono.example/candidature/C000123");
		assertThat(e.getOrganizer().getEmail()).isEqualTo("crono@comune.example");
		assertThat(e.getCategories().get(0).getValues()).containsExactly("PA digitale 2026", "CUP");
		assertThat(e.getDescription().getValue()).isEqualTo("""
				Inserimento del CUP: entro giovedì 18/08/2022.

				Perché questa data: Cinque giorni dalla PEC; è perentorio, senza proroghe.

				Data prudenziale: mercoledì 17/08/2022.

				Comune di Crema
				Avviso: Esperienza del cittadino, Comuni
				Candidatura: C000123
				https://crono.example/candidature/C000123""");
		assertThat(e.getAlarms()).singleElement()
			.satisfies((a) -> assertThat(a.getTrigger().getDuration().toMillis()).as("le nove del giorno prudenziale")
				.isEqualTo(-15 * 3_600_000L));
	}

	@Test
	void ilCalendarioDiceDiSe() {
		ICalendar c = Biweekly
			.parse(new String(AGENDA.scrivi("Scadenze: Comune di Cantù", List.of()), StandardCharsets.UTF_8))
			.first();
		assertThat(c.getMethod().isPublish()).isTrue();
		assertThat(c.getVersion()).isEqualTo(ICalVersion.V2_0);
		assertThat(c.getNames().get(0).getValue()).isEqualTo("Scadenze: Comune di Cantù");
		assertThat(c.getExperimentalProperty("X-WR-CALNAME").getValue()).isEqualTo("Scadenze: Comune di Cantù");
		assertThat(c.getExperimentalProperty("X-WR-TIMEZONE").getValue()).isEqualTo("Europe/Rome");
		assertThat(c.getRefreshInterval().getValue().getHours()).isEqualTo(6);
		assertThat(c.getExperimentalProperty("X-PUBLISHED-TTL").getValue()).isEqualTo("PT6H");
		assertThat(c.getEvents()).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "APERTA, Crema · CUP · 1.4.1, CONFIRMED", "SCADUTA, SCADUTO · Crema · CUP · 1.4.1, CONFIRMED",
			"ADEMPIUTA, Adempiuto · Crema · CUP · 1.4.1, CANCELLED",
			"ESTINTA, Estinto · Crema · CUP · 1.4.1, CANCELLED" })
	void loStatoSiLegge(StatoScadenza stato, String titolo, String status) {
		VEvent e = evento(impegno("t1", stato, 1));
		assertThat(e.getSummary().getValue()).isEqualTo(titolo);
		assertThat(e.getStatus().getValue()).isEqualTo(status);
		assertThat(e.getAlarms()).as("si sveglia solo chi può ancora fare in tempo")
			.hasSize((stato == StatoScadenza.APERTA) ? 1 : 0);
	}

	@ParameterizedTest
	@EnumSource(TipoTermine.class)
	void ogniTermineHaIlSuoNomeBreveEVale(TipoTermine termine) {
		Impegno i = new Impegno("t", "C1", "Comune di Crema", "Avviso", "1.4.1", termine, LocalDate.of(2029, 12, 31),
				LocalDate.of(2029, 12, 31), "Perché sì.", StatoScadenza.APERTA, null, APERTA, APERTA, 0);
		assertThat(AGENDA.calendario("x", List.of(i)).validate().hasErrors()).as("RFC 5545 e 5546").isFalse();
		assertThat(evento(i).getSummary().getValue()).hasSizeLessThan(45);
		assertThat(evento(i).getDescription().getValue()).startsWith(termine.nome())
			.contains((termine == TipoTermine.MANTENIMENTO) ? "fino a lunedì" : "entro lunedì")
			.doesNotContain("prudenziale");
		assertThat(evento(i).getAlarms()).hasSize((termine == TipoTermine.MANTENIMENTO) ? 0 : 1);
	}

	@Test
	void leRigheSonoDiSettantacinqueOttettiAncheConAccentiEFaccine() {
		// at every offset, so that every kind of character comes to stand where a line is
		// folded
		for (int scarto = 0; scarto < 80; scarto++) {
			String testo = "x".repeat(scarto) + "perché, così; più\\giù à 😀🎉👩‍👩‍👧 \"fine\"\n".repeat(20);
			byte[] file = AGENDA.scrivi("Prova", List.of(con("Comune di Crema", testo)));
			String righe = new String(file, StandardCharsets.UTF_8);
			assertThat(righe.getBytes(StandardCharsets.UTF_8)).as("UTF-8 intero").isEqualTo(file);
			assertThat(righe).doesNotContain("\uFFFD", "?");
			assertThat(righe.replace("\r\n", "")).doesNotContain("\r", "\n");
			assertThat(righe.split("\r\n")).allSatisfy((r) -> {
				assertThat(r.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75);
				assertThat(r).isNotEmpty();
			});
			String[] tutte = righe.split("\r\n");
			for (int i = 1; i < tutte.length; i++) {
				if (tutte[i].startsWith(" ")) {
					assertThat(tutte[i - 1].getBytes(StandardCharsets.UTF_8).length).as("piena prima di piegarsi")
						.isGreaterThanOrEqualTo(72);
				}
			}
			assertThat(Biweekly.parse(righe).first().getEvents().get(0).getDescription().getValue())
				.contains("Perché questa data: " + testo);
		}
	}

	@Test
	void unaSpiegazioneLunghissimaSiTronca() {
		String testo = "😀".repeat(10_000);
		String letto = evento(con("Comune di Crema", testo)).getDescription().getValue();
		assertThat(letto).contains("😀".repeat(1500) + "… (il seguito è nella pagina della candidatura)")
			.doesNotContain("😀".repeat(1501))
			.endsWith("https://crono.example/candidature/C000123");
	}

	@Test
	void gliStessiTerminiDannoGliStessiOttetti() {
		List<Impegno> due = List.of(impegno("t1", StatoScadenza.APERTA, 0), impegno("t2", StatoScadenza.ADEMPIUTA, 5));
		assertThat(AGENDA.scrivi("x", due)).isEqualTo(AGENDA.scrivi("x", due));
		assertThat(letto(AGENDA.scrivi("x", due)).getEvents()).extracting((e) -> e.getUid().getValue())
			.containsExactly("t1@cronoprogramma", "t2@cronoprogramma");
	}

	@Test
	void nessunParametroSuperfluo() {
		String righe = new String(AGENDA.scrivi("x", List.of(impegno("t1", StatoScadenza.APERTA, 0))),
				StandardCharsets.UTF_8);
		assertThat(Arrays.asList(righe.split("\r\n"))).contains("DTSTART;VALUE=DATE:20220818",
				"DTEND;VALUE=DATE:20220819", "REFRESH-INTERVAL;VALUE=DURATION:PT6H", "METHOD:PUBLISH", "SEQUENCE:0",
				"TRIGGER;RELATED=START:-PT15H");
	}

	static Impegno impegno(String id, StatoScadenza stato, int versione) {
		return new Impegno(id, "C000123", "Comune di Crema", "Esperienza del cittadino, Comuni", "1.4.1",
				TipoTermine.CUP, LocalDate.of(2022, 8, 17), LocalDate.of(2022, 8, 18),
				"Cinque giorni dalla PEC; è perentorio, senza proroghe.", stato,
				(stato == StatoScadenza.ADEMPIUTA) ? LocalDate.of(2022, 8, 12) : null, APERTA, MODIFICATA, versione);
	}

	static Impegno con(String ente, String spiegazione) {
		return new Impegno("t1", "C000123", ente, "Avviso", "1.4.1", TipoTermine.CUP, LocalDate.of(2022, 8, 17),
				LocalDate.of(2022, 8, 18), spiegazione, StatoScadenza.APERTA, null, APERTA, MODIFICATA, 0);
	}

	static VEvent evento(Impegno i) {
		List<VEvent> eventi = letto(AGENDA.scrivi("Prova", List.of(i))).getEvents();
		assertThat(eventi).hasSize(1);
		return eventi.get(0);
	}

	private static ICalendar letto(byte[] file) {
		ICalendar c = Biweekly.parse(new String(file, StandardCharsets.UTF_8)).first();
		assertThat(c.validate(ICalVersion.V2_0).toString()).as("secondo biweekly").isEmpty();
		return c;
	}

	/** A day is read as midnight where the reader is: the tests run in UTC. */
	private static String giorno(biweekly.util.ICalDate data) {
		return data.toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
	}

}
