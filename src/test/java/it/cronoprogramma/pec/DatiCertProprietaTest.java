package it.cronoprogramma.pec;

import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Properties of reading a daticert: it never throws, and loses nothing of what is there,
 * whatever stands beside it.
 */
class DatiCertProprietaTest {

	private static final DateTimeFormatter GIORNO = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private static final DateTimeFormatter ORA = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static String xml(String identificativo, LocalDateTime quando, String zona, String altro) {
		return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<postacert tipo=\"posta-certificata\" errore=\"nessuno\">"
				+ "<intestazione><mittente>dtd@pec.example</mittente></intestazione><dati>" + altro + "<data zona=\""
				+ zona + "\"><giorno>" + GIORNO.format(quando) + "</giorno><ora>" + ORA.format(quando)
				+ "</ora></data><identificativo>" + identificativo + "</identificativo></dati></postacert>";
	}

	@Property(tries = 500)
	void nonSiRompeMai(@ForAll byte[] byteQualunque) {
		DatiCert letto = DatiCert.leggi(byteQualunque);
		assertThat(letto.destinatari()).isNotNull();
	}

	@Property(tries = 500)
	void nonSiRompeMaiSulTestoCheGliSomiglia(@ForAll("frammenti") String testo) {
		DatiCert letto = DatiCert.leggi(testo.getBytes(StandardCharsets.UTF_8));
		assertThat(letto.identificativo() == null || letto.identificativo().length() <= 250).isTrue();
	}

	@Property(tries = 500)
	void nonPerdeNulla(@ForAll("identificativi") String id,
			@ForAll @LongRange(min = 1_120_000_000L, max = 4_000_000_000L) long secondi,
			@ForAll @IntRange(min = -12, max = 12) int scarto, @ForAll @StringLength(max = 40) String sporco) {
		LocalDateTime quando = LocalDateTime.ofEpochSecond(secondi, 0, ZoneOffset.ofHours(scarto));
		String zona = "%+03d00".formatted(scarto);
		// a msgid as real gestori write it, with anything in it that is no end of itself
		String guasto = "<msgid><" + sporco.replaceAll("[<>\\p{Cntrl}]", "") + "@x></msgid>";
		for (String altro : new String[] { "", guasto, "<rotto>", "&nulla;" }) {
			DatiCert letto = DatiCert.leggi(xml(id, quando, zona, altro).getBytes(StandardCharsets.UTF_8));
			assertThat(letto.identificativo()).isEqualTo(id);
			assertThat(letto.mittente()).isEqualTo("dtd@pec.example");
			assertThat(letto.tipo()).isEqualTo("posta-certificata");
			assertThat(letto.quando()).isEqualTo(quando.toInstant(ZoneOffset.ofHours(scarto)));
		}
	}

	@Property(tries = 300)
	void tagliatoDovunqueNonSiRompe(@ForAll @IntRange(min = 0, max = 420) int fine) {
		String intero = xml("id@x", LocalDateTime.of(2022, 8, 19, 9, 0), "+0200", "");
		DatiCert letto = DatiCert
			.leggi(intero.substring(0, Math.min(fine, intero.length())).getBytes(StandardCharsets.UTF_8));
		assertThat(letto.destinatari()).isEmpty();
	}

	@Provide
	Arbitrary<String> frammenti() {
		return Arbitraries
			.of("<postacert", " tipo=\"", ">", "<data", "<giorno>31/02/2022</giorno>", "<ora>99:99:99</ora>",
					"<identificativo>", "</identificativo>", "<![CDATA[", "]]>", "&#x110000;", "&#0;", "<!DOCTYPE a [",
					"<!ENTITY x \"y\">", "\u0000", "<?xml version=\"1.0\" encoding=\"NULLA\"?>", "</data>", " zona='x'")
			.list()
			.ofMaxSize(30)
			.map((pezzi) -> String.join("", pezzi));
	}

	@Provide
	Arbitrary<String> identificativi() {
		return Arbitraries.strings()
			.withCharRange('a', 'z')
			.numeric()
			.withChars('.', '-', '@')
			.ofMinLength(1)
			.ofMaxLength(80);
	}

}
