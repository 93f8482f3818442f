package it.cronoprogramma.calendario;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever somebody has written is read back by another library as it was written.
 */
class AgendaProprietaTest {

	private static final Agenda AGENDA = new Agenda("https://crono.example", "crono@comune.example");

	@Property(tries = 300)
	void qualunqueTestoTorna(@ForAll @StringLength(max = 400) String ente,
			@ForAll @StringLength(max = 400) String spiegazione) {
		byte[] file = AGENDA.scrivi(ente, List.of(AgendaTest.con(ente, spiegazione)));
		String righe = new String(file, StandardCharsets.UTF_8);
		assertThat(righe.split("\r\n")).allMatch((r) -> r.getBytes(StandardCharsets.UTF_8).length <= 75);
		List<VEvent> eventi = Biweekly.parse(righe).first().getEvents();
		assertThat(eventi).hasSize(1);
		assertThat(eventi.get(0).getSummary().getValue())
			.isEqualTo(Agenda.pulito(ente).replace("Comune di ", "") + " · CUP · 1.4.1");
		assertThat(eventi.get(0).getDescription().getValue())
			.contains("Perché questa data: " + Agenda.pulito(spiegazione) + "\n\nData prudenziale");
		assertThat(Agenda.pulito(spiegazione)).isEqualTo(Agenda.pulito(Agenda.pulito(spiegazione)));
	}

	@Property(tries = 50)
	void ogniTermineResta(@ForAll @IntRange(max = 60) int quanti, @ForAll @IntRange(max = 1_000_000) int versione,
			@ForAll StatoScadenza stato) {
		List<Impegno> impegni = IntStream.range(0, quanti)
			.mapToObj((i) -> AgendaTest.impegno("t" + i, stato, versione + i))
			.toList();
		List<VEvent> eventi = Biweekly.parse(new String(AGENDA.scrivi("x", impegni), StandardCharsets.UTF_8))
			.first()
			.getEvents();
		assertThat(eventi).extracting((e) -> e.getUid().getValue())
			.containsExactlyElementsOf(impegni.stream().map((i) -> i.id() + "@cronoprogramma").toList());
		assertThat(eventi).extracting((e) -> e.getSequence().getValue())
			.containsExactlyElementsOf(impegni.stream().map(Impegno::versione).toList());
	}

}
