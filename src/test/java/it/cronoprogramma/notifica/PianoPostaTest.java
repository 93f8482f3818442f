package it.cronoprogramma.notifica;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import it.cronoprogramma.avviso.Escalation;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.notifica.Piano.Mail;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PianoPostaTest {

	/** A Monday. */
	private static final LocalDate LUNEDI = LocalDate.of(2026, 3, 2);

	private static final Rubrica RUBRICA = new Rubrica(Set.of("ref@c.example"), Set.of("seg@c.example"),
			Set.of("rtd@g.example"), Set.of("resp@g.example"));

	private final PianoPosta piano = new PianoPosta(CalendarioFestivita.italiano(), (t) -> new Escalation(15, 7, 3));

	private static Sollevato promemoria(String id, int giorni) {
		return new Sollevato(id, "S" + id, "C" + id, "E1", TipoTermine.CONTRATTUALIZZAZIONE, Tipo.PROMEMORIA, giorni,
				LUNEDI, LUNEDI.plusDays(giorni), LUNEDI.plusDays(giorni), true, false, false);
	}

	private static Sollevato evento(Tipo tipo, int giorni, boolean ultimo) {
		return new Sollevato("P", "S", "C", "E1", TipoTermine.CONTRATTUALIZZAZIONE, tipo, 0, LUNEDI,
				LUNEDI.plusDays(giorni), LUNEDI.plusDays(giorni), true, ultimo, false);
	}

	private List<String> indirizzi(Sollevato s, Rubrica r, Abitudini a, LocalDate giorno) {
		return this.piano.di(giorno, List.of(s), (e) -> r, a, Map.of(), Set.of())
			.mail()
			.stream()
			.map(Mail::indirizzo)
			.toList();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			30 | ref@c.example
			16 | ref@c.example
			15 | ref@c.example seg@c.example
			7  | ref@c.example rtd@g.example seg@c.example
			3  | ref@c.example resp@g.example rtd@g.example seg@c.example
			0  | ref@c.example resp@g.example rtd@g.example seg@c.example
			""")
	void laScala(int giorni, String attesi) {
		assertThat(indirizzi(promemoria("1", giorni), RUBRICA, Abitudini.NESSUNA, LUNEDI))
			.containsExactly(attesi.split(" "));
	}

	@Test
	void diUnTermineScadutoSannoTutti() {
		for (Tipo tipo : List.of(Tipo.SCADENZA, Tipo.SOLLECITO)) {
			assertThat(indirizzi(evento(tipo, -1, false), RUBRICA, Abitudini.NESSUNA, LUNEDI)).hasSize(4);
		}
	}

	@Test
	void ilSegretarioESoloEIlReferente() {
		Rubrica solo = new Rubrica(Set.of(), Set.of("seg@c.example"), Set.of("rtd@g.example"), Set.of());
		assertThat(indirizzi(promemoria("1", 60), solo, Abitudini.NESSUNA, LUNEDI)).containsExactly("seg@c.example");
	}

	@Test
	void doveNonCeNessunoSaLUfficio() {
		Rubrica nessuno = new Rubrica(Set.of(), Set.of(), Set.of("rtd@g.example"), Set.of("resp@g.example"));
		Piano p = this.piano.di(LUNEDI, List.of(promemoria("1", 60)), (e) -> nessuno, Abitudini.NESSUNA, Map.of(),
				Set.of());
		assertThat(p.mail()).singleElement().satisfies((m) -> {
			assertThat(m.indirizzo()).isEqualTo("rtd@g.example");
			assertThat(m.righe().get(0).nessuno()).isTrue();
		});
		Piano vuoto = this.piano.di(LUNEDI, List.of(promemoria("1", 60)), (e) -> Rubrica.VUOTA, Abitudini.NESSUNA,
				Map.of(), Set.of());
		assertThat(vuoto.mail()).isEmpty();
		assertThat(vuoto.attendono()).as("attende che ci sia qualcuno").containsExactly("1");
		assertThat(vuoto.senzaNessuno()).containsExactly("1");
	}

	@Test
	void chiRifiutaLoSaLUfficioPoiIResponsabiliPoiDiNuovoLUfficio() {
		Abitudini uno = new Abitudini(Map.of(), Map.of(), Set.of("ref@c.example"));
		Piano p = this.piano.di(LUNEDI, List.of(promemoria("1", 60)), (e) -> RUBRICA, uno, Map.of(), Set.of());
		assertThat(p.mail()).singleElement().satisfies((m) -> {
			assertThat(m.indirizzo()).isEqualTo("rtd@g.example");
			assertThat(m.righe().get(0).respinti()).containsExactly("ref@c.example");
		});
		Abitudini due = new Abitudini(Map.of(), Map.of(), Set.of("ref@c.example", "rtd@g.example"));
		assertThat(indirizzi(promemoria("1", 60), RUBRICA, due, LUNEDI)).containsExactly("resp@g.example");
		Abitudini tre = new Abitudini(Map.of(), Map.of(), Set.of("ref@c.example", "rtd@g.example", "resp@g.example"));
		assertThat(indirizzi(promemoria("1", 60), RUBRICA, tre, LUNEDI)).containsExactly("rtd@g.example");
	}

	@Test
	void unIndirizzoCheNonSiPuoScrivereNonFermaGliAltri() {
		Rubrica storta = new Rubrica(Set.of("a\r\nBcc: b@x.example", "ref@c.example"), Set.of(),
				Set.of("rtd@g.example"), Set.of());
		assertThat(indirizzi(promemoria("1", 60), storta, Abitudini.NESSUNA, LUNEDI)).containsExactly("ref@c.example",
				"rtd@g.example");
	}

	@Test
	void unaSettimanaSiRaccoglieNelSuoGiorno() {
		Abitudini mercoledi = new Abitudini(Map.of("ref@c.example", new Preferenza(DayOfWeek.WEDNESDAY, true)),
				Map.of(), Set.of());
		Piano p = this.piano.di(LUNEDI, List.of(promemoria("1", 30)), (e) -> RUBRICA, mercoledi, Map.of(), Set.of());
		assertThat(p.mail()).isEmpty();
		assertThat(p.attendono()).containsExactly("1");
		assertThat(indirizzi(promemoria("1", 30), RUBRICA, mercoledi, LUNEDI.plusDays(1))).isEmpty();
		assertThat(indirizzi(promemoria("1", 30), RUBRICA, mercoledi, LUNEDI.plusDays(2))).hasSize(1);
		assertThat(indirizzi(promemoria("1", 30), RUBRICA, mercoledi, LUNEDI.plusDays(3)))
			.as("il giro di mercoledì è saltato")
			.hasSize(1);
		assertThat(indirizzi(evento(Tipo.PROMEMORIA, 30, true), RUBRICA, mercoledi, LUNEDI)).as("l'ultimo non aspetta")
			.contains("ref@c.example");
		assertThat(indirizzi(evento(Tipo.SCADENZA, -1, false), RUBRICA, mercoledi, LUNEDI)).contains("ref@c.example");
	}

	@Test
	void seIlGiornoSceltoEFestaVieneIlSeguente() {
		// Wednesday 25 April 2029 is a holiday
		Abitudini mercoledi = new Abitudini(Map.of("ref@c.example", new Preferenza(DayOfWeek.WEDNESDAY, true)),
				Map.of(), Set.of());
		LocalDate giovedi = LocalDate.of(2029, 4, 26);
		Sollevato s = new Sollevato("1", "S", "C", "E1", TipoTermine.COMPLETAMENTO, Tipo.PROMEMORIA, 30,
				giovedi.minusDays(3), giovedi.plusDays(27), giovedi.plusDays(27), true, false, false);
		assertThat(indirizzi(s, RUBRICA, mercoledi, giovedi.minusDays(2))).isEmpty();
		assertThat(indirizzi(s, RUBRICA, mercoledi, giovedi)).containsExactly("ref@c.example");
	}

	@Test
	void ilSilenzioValeFinoAlSuoGiornoENonSullUltimo() {
		Abitudini zitta = new Abitudini(Map.of(), Map.of("ref@c.example", Map.of("C1", LUNEDI.plusDays(2))), Set.of());
		assertThat(indirizzi(promemoria("1", 30), RUBRICA, zitta, LUNEDI.plusDays(2))).isEmpty();
		assertThat(indirizzi(promemoria("1", 30), RUBRICA, zitta, LUNEDI.plusDays(3))).hasSize(1);
		Sollevato ultimo = new Sollevato("1", "S", "C1", "E1", TipoTermine.COMPLETAMENTO, Tipo.PROMEMORIA, 30, LUNEDI,
				LUNEDI.plusDays(30), LUNEDI.plusDays(30), true, true, false);
		assertThat(indirizzi(ultimo, RUBRICA, zitta, LUNEDI)).hasSize(1);
	}

	@Test
	void trentasetteCandidatureUnaMail() {
		List<Sollevato> molte = IntStream.range(0, 37).mapToObj((i) -> promemoria("P" + i, 60)).toList();
		Piano p = this.piano.di(LUNEDI, molte, (e) -> RUBRICA, Abitudini.NESSUNA, Map.of(), Set.of());
		assertThat(p.mail()).singleElement().satisfies((m) -> assertThat(m.righe()).hasSize(37));
		Piano dopo = this.piano.di(LUNEDI, molte, (e) -> RUBRICA, Abitudini.NESSUNA, Map.of(), Set.of("ref@c.example"));
		assertThat(dopo.mail()).as("chi ha avuto la sua mail di oggi aspetta domani").isEmpty();
		assertThat(dopo.attendono()).hasSize(37);
	}

	@Test
	void adempiutoOSpostatoNonSiScrive() {
		Sollevato s = promemoria("1", 30);
		Sollevato adempiuto = new Sollevato("1", "S", "C", "E1", s.termine(), s.evento(), 30, LUNEDI, s.allora(),
				s.governante(), false, false, false);
		Sollevato spostato = new Sollevato("2", "S", "C", "E1", s.termine(), s.evento(), 30, LUNEDI, s.allora(),
				s.governante().plusDays(1), true, false, false);
		Piano p = this.piano.di(LUNEDI, List.of(adempiuto, spostato), (e) -> RUBRICA, Abitudini.NESSUNA, Map.of(),
				Set.of());
		assertThat(p.mail()).isEmpty();
		assertThat(p.scartati()).containsExactly("1", "2");
	}

}
