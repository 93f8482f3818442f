package it.cronoprogramma.calendario;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.termine.Computo.Modo;
import it.cronoprogramma.termine.Roma;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ComponentList;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.PropertyList;
import net.fortuna.ical4j.model.TextList;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.Related;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Categories;
import net.fortuna.ical4j.model.property.Created;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Name;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Trigger;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.Url;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Terms as RFC 5545 has them: one day-long event each. The same terms give the same
 * bytes, so that whoever has them is told so.
 */
final class Agenda {

	/** How often programs are asked to come back: terms move by days. */
	private static final Duration OGNI = Duration.ofHours(6);

	/** At what hour of the prudential day programs that remind are asked to. */
	private static final Duration MATTINA = Duration.ofHours(9);

	/** Of an explanation with dozens of acts: the page has it whole. */
	private static final int SPIEGAZIONE_MASSIMA = 1500;

	private static final String DOMINIO = "@cronoprogramma";

	private static final String PUNTO = " · ";

	/** Line ends of other kinds, which some programs take for the end of a line. */
	private static final Pattern ALTRI_A_CAPO = Pattern.compile("\\r\\n?|[\\u0085\\u2028\\u2029\\u000B\\u000C]");

	private static final Pattern CONTROLLO = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

	private final String indirizzo;

	private final URI mittente;

	/**
	 * A writer.
	 * @param indirizzo the address people reach the application at
	 * @param mittente the address its mails come from: whoever publishes must be named
	 * (RFC 5546, 3.2.1)
	 */
	Agenda(String indirizzo, String mittente) {
		this.indirizzo = indirizzo;
		this.mittente = URI.create("mailto:" + mittente);
	}

	/**
	 * A calendar.
	 * @param nome what programs call it unless people do
	 * @param impegni what stands in it
	 * @return UTF-8, lines of at most 75 octets that end with CR and LF
	 */
	byte[] scrivi(String nome, List<Impegno> impegni) {
		return RighePiegate.di(calendario(nome, impegni).toString());
	}

	/**
	 * A calendar before it is written.
	 * @param nome its name
	 * @param impegni what stands in it
	 * @return the calendar
	 */
	Calendar calendario(String nome, List<Impegno> impegni) {
		List<Property> testa = List.of(new ProdId("-//Cronoprogramma//Scadenze PA digitale 2026//IT"),
				ImmutableVersion.VERSION_2_0, ImmutableCalScale.GREGORIAN, ImmutableMethod.PUBLISH,
				new Name(pulito(nome)), new XProperty("X-WR-CALNAME", pulito(nome)),
				new XProperty("X-WR-TIMEZONE", Roma.FUSO.getId()),
				new RefreshInterval(new ParameterList(List.of(Value.DURATION)), OGNI),
				new XProperty("X-PUBLISHED-TTL", OGNI.toString()));
		List<CalendarComponent> eventi = impegni.stream().map(this::evento).toList();
		return new Calendar(new PropertyList(testa), new ComponentList<>(eventi));
	}

	private CalendarComponent evento(Impegno i) {
		List<Property> voci = new ArrayList<>(List.of(new Uid(i.id() + DOMINIO), new DtStamp(i.modificata()),
				new Created(i.aperta()), new LastModified(i.modificata()), new Sequence(i.versione()),
				new DtStart<>(i.governante()), new DtEnd<>(i.governante().plusDays(1)), new Summary(pulito(titolo(i))),
				new Description(pulito(descrizione(i))), new Url(pagina(i)),
				i.chiuso() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED,
				ImmutableTransp.TRANSPARENT,
				new Categories(new TextList(List.of("PA digitale 2026", i.termine().breve()))), organizzatore()));
		VEvent evento = new VEvent(new PropertyList(voci));
		if (i.stato() == StatoScadenza.APERTA && i.termine().modo() != Modo.PERIODO) {
			evento.setComponentList(new ComponentList<>(List.of(sveglia(i))));
		}
		return evento;
	}

	private Organizer organizzatore() {
		return new Organizer(new ParameterList(List.of(new Cn("Cronoprogramma"))), this.mittente);
	}

	/** Counted from the event, so that it is nine o'clock wherever the calendar is. */
	private static VAlarm sveglia(Impegno i) {
		Duration prima = Duration.between(i.governante().atStartOfDay(), i.prudenziale().atStartOfDay());
		return new VAlarm(new PropertyList(List.of(ImmutableAction.DISPLAY, new Description(pulito(titolo(i))),
				new Trigger(new ParameterList(List.of(Related.START)), prima.plus(MATTINA)))));
	}

	/**
	 * What is read in a day's square.
	 * @param i the term
	 * @return e.g. {@code Crema · CUP · 1.4.1}
	 */
	static String titolo(Impegno i) {
		String prima = switch (i.stato()) {
			case APERTA -> "";
			case SCADUTA -> "SCADUTO" + PUNTO;
			case ADEMPIUTA -> "Adempiuto" + PUNTO;
			case ESTINTA -> "Estinto" + PUNTO;
		};
		return prima + i.ente().replace("Comune di ", "") + PUNTO + i.termine().breve() + PUNTO + i.misura();
	}

	private String descrizione(Impegno i) {
		StringBuilder testo = new StringBuilder(situazione(i)).append("\n\nPerché questa data: ")
			// by itself: a carriage return at its end would take a line feed behind it
			.append(pulito(accorciato(i.spiegazione())));
		if (!i.chiuso() && !i.prudenziale().equals(i.governante())) {
			testo.append("\n\nData prudenziale: ").append(Parole.giornoEsteso(i.prudenziale())).append('.');
		}
		return testo.append("\n\n")
			.append(pulito(i.ente()))
			.append("\nAvviso: ")
			.append(pulito(i.avviso()))
			.append("\nCandidatura: ")
			.append(i.candidatura())
			.append('\n')
			.append(pagina(i))
			.toString();
	}

	private static String situazione(Impegno i) {
		String giorno = Parole.giornoEsteso(i.governante());
		boolean periodo = i.termine().modo() == Modo.PERIODO;
		return i.termine().nome() + switch (i.stato()) {
			case APERTA -> (periodo ? ": fino a " : ": entro ") + giorno + ".";
			case SCADUTA -> ": scaduto " + giorno + " e non ancora adempiuto.";
			case ADEMPIUTA -> periodo ? ": concluso " + giorno + "." : adempiuto(i.adempiuta(), giorno);
			case ESTINTA -> ": non decorre più.";
		};
	}

	private static String adempiuto(LocalDate quando, String giorno) {
		return ": adempiuto" + ((quando == null) ? "" : " il " + Parole.giorno(quando)) + ". Il termine era " + giorno
				+ ".";
	}

	private URI pagina(Impegno i) {
		return URI.create(this.indirizzo + "/candidature/" + i.candidatura());
	}

	private static String accorciato(String testo) {
		if (testo.codePointCount(0, testo.length()) <= SPIEGAZIONE_MASSIMA) {
			return testo;
		}
		return testo.substring(0, testo.offsetByCodePoints(0, SPIEGAZIONE_MASSIMA)).strip()
				+ "… (il seguito è nella pagina della candidatura)";
	}

	/**
	 * What a line of a calendar can hold: line ends of one kind, no control characters,
	 * no half of a character.
	 * @param testo whatever somebody has written
	 * @return the same, as it is read back
	 */
	static String pulito(String testo) {
		String piano = CONTROLLO.matcher(ALTRI_A_CAPO.matcher(testo).replaceAll("\n")).replaceAll("");
		StringBuilder pulito = new StringBuilder(piano.length());
		piano.codePoints()
			.forEach((c) -> pulito
				.appendCodePoint((c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE) ? 0xFFFD : c));
		return pulito.toString();
	}

}
