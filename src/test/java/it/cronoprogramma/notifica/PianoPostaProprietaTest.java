package it.cronoprogramma.notifica;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import it.cronoprogramma.avviso.Escalation;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.notifica.Piano.Mail;
import it.cronoprogramma.notifica.Piano.Riga;
import it.cronoprogramma.termine.CalendarioFestivita;
import it.cronoprogramma.termine.SequenzaEventi.Tipo;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever is raised, whoever is there and whatever they prefer: one mail for each
 * address and day, nobody told twice, nobody left out.
 */
class PianoPostaProprietaTest {

	private static final CalendarioFestivita CALENDARIO = CalendarioFestivita.italiano();

	private static final LocalDate INIZIO = LocalDate.of(2026, 3, 2);

	private static final List<String> GENTE = List.of("a@x.example", "B@x.example", "c@x.example", "d@x.example",
			"rtd@g.example", "resp@g.example", "non un indirizzo");

	private final PianoPosta piano = new PianoPosta(CALENDARIO, (t) -> new Escalation(7, 3, 1));

	@Property(tries = 300)
	void unaMailPerIndirizzoENienteSiPerde(@ForAll("mondi") Mondo m) {
		Map<String, Set<String>> gia = new HashMap<>();
		Set<String> restano = new HashSet<>();
		m.sollevati().forEach((s) -> restano.add(s.promemoria()));
		LocalDate giorno = CALENDARIO.lavorativoSeguente(INIZIO);
		for (int g = 0; g < 12; g++) {
			List<Sollevato> aperti = m.sollevati().stream().filter((s) -> restano.contains(s.promemoria())).toList();
			Piano p = this.piano.di(giorno, aperti, m.rubriche()::get, m.abitudini(), gia, Set.of());
			assertThat(p.mail().stream().map(Mail::indirizzo)).doesNotHaveDuplicates();
			for (Mail mail : p.mail()) {
				assertThat(mail.indirizzo()).isEqualTo(mail.indirizzo().toLowerCase());
				assertThat(mail.righe()).isNotEmpty();
				assertThat(mail.righe().stream().map((r) -> r.cosa().governante())).isSorted();
				for (Riga r : mail.righe()) {
					assertThat(gia.computeIfAbsent(r.cosa().promemoria(), (x) -> new HashSet<>()).add(mail.indirizzo()))
						.as("nessuno riceve due volte lo stesso promemoria")
						.isTrue();
					assertThat(r.cosa().vale(giorno)).isTrue();
				}
			}
			LocalDate oggi = giorno;
			aperti.stream().filter((s) -> !s.vale(oggi)).forEach((s) -> {
				assertThat(p.scartati()).contains(s.promemoria());
				assertThat(p.mail().stream().flatMap((x) -> x.righe().stream()).map((r) -> r.cosa().promemoria()))
					.doesNotContain(s.promemoria());
			});
			restano.removeIf((id) -> !p.attendono().contains(id));
			giorno = CALENDARIO.lavorativoSeguente(giorno.plusDays(1));
		}
		for (Sollevato s : m.sollevati()) {
			if (s.pendente() && s.allora().equals(s.governante())
					&& (s.scaduto() || !s.governante().isBefore(giorno))) {
				Rubrica r = m.rubriche().get(s.ente());
				boolean qualcuno = !r.primi().isEmpty() || !r.ufficio().isEmpty() || !r.responsabili().isEmpty();
				boolean taciuta = m.abitudini()
					.silenzi()
					.values()
					.stream()
					.anyMatch((x) -> x.containsKey(s.candidatura()));
				if (qualcuno && !taciuta && !soloIrraggiungibili(r, m.abitudini())) {
					assertThat(gia.getOrDefault(s.promemoria(), Set.of())).as("%s", s).isNotEmpty();
				}
			}
		}
	}

	@Property(tries = 300)
	void nienteTrattieneLUltimo(@ForAll("mondi") Mondo m) {
		LocalDate giorno = CALENDARIO.lavorativoSeguente(INIZIO);
		Piano p = this.piano.di(giorno, m.sollevati(), m.rubriche()::get, m.abitudini(), Map.of(), Set.of());
		Piano libero = this.piano.di(giorno, m.sollevati(), m.rubriche()::get,
				new Abitudini(Map.of(), Map.of(), m.abitudini().respinti()), Map.of(), Set.of());
		assertThat(indifferibili(p)).as("preferenze e silenzi non toccano ciò che non può aspettare")
			.isEqualTo(indifferibili(libero));
		m.sollevati()
			.stream()
			.filter((s) -> s.indifferibile() && s.vale(giorno) && !p.senzaNessuno().contains(s.promemoria()))
			.forEach((s) -> assertThat(p.attendono()).doesNotContain(s.promemoria()));
	}

	@Property(tries = 200)
	void chiERespintoNonRiceveSeCEUnAltro(@ForAll("mondi") Mondo m) {
		LocalDate giorno = CALENDARIO.lavorativoSeguente(INIZIO);
		Piano p = this.piano.di(giorno, m.sollevati(), m.rubriche()::get, m.abitudini(), Map.of(), Set.of());
		for (Mail mail : p.mail()) {
			if (m.abitudini().respinti().contains(mail.indirizzo())) {
				// only the ufficio, when the responsabili refuse too
				assertThat(mail.indirizzo()).isEqualTo("rtd@g.example");
				mail.righe()
					.forEach((r) -> assertThat(m.rubriche().get(r.cosa().ente()).responsabili())
						.allMatch((i) -> m.abitudini().respinti().contains(i) || i.contains(" ")));
			}
		}
	}

	private static boolean soloIrraggiungibili(Rubrica r, Abitudini a) {
		List<String> tutti = new ArrayList<>(r.primi());
		tutti.addAll(r.ufficio());
		tutti.addAll(r.responsabili());
		return tutti.stream().allMatch((i) -> a.respinti().contains(i.toLowerCase()) || i.contains(" ")) || (r.ufficio()
			.isEmpty()
				&& r.primi().stream().allMatch((i) -> a.respinti().contains(i.toLowerCase()) || i.contains(" ")));
	}

	private static Map<String, Set<String>> indifferibili(Piano p) {
		Map<String, Set<String>> trovati = new TreeMap<>();
		p.mail()
			.forEach((mail) -> mail.righe()
				.stream()
				.filter((r) -> r.cosa().indifferibile())
				.forEach((r) -> trovati.computeIfAbsent(mail.indirizzo(), (i) -> new HashSet<>())
					.add(r.cosa().promemoria())));
		return trovati;
	}

	@Provide
	Arbitrary<Mondo> mondi() {
		Arbitrary<List<Sollevato>> sollevati = Combinators
			.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(TipoTermine.values()),
					Arbitraries.of(Tipo.values()), Arbitraries.integers().between(-3, 40),
					Arbitraries.of(true, true, true, false), Arbitraries.of(true, true, true, false),
					Arbitraries.of(true, false, false), Arbitraries.integers().between(1, 3))
			.as((n, termine, evento, fra, pendente, ferma, ultimo, ente) -> new Sollevato("", "", "C" + n, "E" + ente,
					termine, evento, Math.max(fra, 0), INIZIO,
					ferma ? INIZIO.plusDays(scaduto(evento) ? -1 : fra) : INIZIO,
					INIZIO.plusDays(scaduto(evento) ? -1 : fra), pendente, ultimo, false))
			.list()
			.ofMaxSize(15)
			.map((lista) -> {
				List<Sollevato> numerati = new ArrayList<>();
				for (Sollevato s : lista) {
					String id = "P" + numerati.size();
					numerati
						.add(new Sollevato(id, "S" + id, s.candidatura(), s.ente(), s.termine(), s.evento(), s.giorni(),
								s.sollevato(), s.allora(), s.governante(), s.pendente(), s.ultimo(), s.urgente()));
				}
				return numerati;
			});
		Arbitrary<Rubrica> rubrica = Combinators
			.combine(Arbitraries.of(GENTE).set().ofMaxSize(3), Arbitraries.of(GENTE).set().ofMaxSize(1),
					Arbitraries.of("rtd@g.example", "").map((i) -> i.isEmpty() ? Set.<String>of() : Set.of(i)),
					Arbitraries.of("resp@g.example", "d@x.example").set().ofMaxSize(2))
			.as(Rubrica::new);
		Arbitrary<Abitudini> abitudini = Combinators.combine(
				Arbitraries.maps(Arbitraries.of(GENTE.stream().map(String::toLowerCase).toList()),
						Arbitraries.of(DayOfWeek.values()).map((g) -> new Preferenza(g, true))),
				Arbitraries.maps(Arbitraries.of(GENTE.stream().map(String::toLowerCase).toList()),
						Arbitraries.integers().between(0, 5).map((n) -> Map.of("C" + n, INIZIO.plusDays(5)))),
				Arbitraries.of(GENTE.stream().map(String::toLowerCase).toList()).set().ofMaxSize(2))
			.as(Abitudini::new);
		return Combinators.combine(sollevati, rubrica, rubrica, rubrica, abitudini)
			.as((s, uno, due, tre, a) -> new Mondo(s, Map.of("E1", uno, "E2", due, "E3", tre), a));
	}

	private static boolean scaduto(Tipo evento) {
		return evento == Tipo.SCADENZA || evento == Tipo.SOLLECITO;
	}

	/**
	 * What a plan is made from.
	 *
	 * @param sollevati what was raised
	 * @param rubriche who is there
	 * @param abitudini what they prefer
	 */
	record Mondo(List<Sollevato> sollevati, Map<String, Rubrica> rubriche, Abitudini abitudini) {
	}

}
