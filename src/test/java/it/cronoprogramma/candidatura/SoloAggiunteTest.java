package it.cronoprogramma.candidatura;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is only ever added to: the story, the content of documents, the register of
 * administrative acts. No SQL of the application changes or deletes a row of theirs.
 */
class SoloAggiunteTest {

	@ParameterizedTest
	@ValueSource(strings = { "storia", "documento_parte", "registro_amministrativo" })
	void nessunSqlCambiaOCancella(String tabella) throws IOException {
		List<Path> sorgenti;
		try (Stream<Path> file = Files.walk(Path.of("src", "main"))) {
			sorgenti = file.filter((f) -> f.toString().matches(".*\\.(java|sql|bpmn|ya?ml)")).toList();
		}
		assertThat(sorgenti).hasSizeGreaterThan(150);
		for (Path sorgente : sorgenti) {
			assertThat(trova(tabella, Files.readString(sorgente))).as(sorgente.toString()).isFalse();
		}
		assertThat(sorgenti.stream().anyMatch((f) -> leggi(f).contains("INSERT INTO " + tabella))).as("si aggiunge")
			.isTrue();
	}

	/** The test sees what it looks for. */
	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "UPDATE storia SET | true", "update  STORIA s set | true", "DELETE FROM storia | true",
					"delete from public.storia | true", "'DELETE\n  FROM\n storia' | true",
					"\"DELETE FROM \" + \"storia\" | true", "MERGE INTO storia | true", "TRUNCATE TABLE storia | true",
					"DROP TABLE storia | true", "INSERT INTO storia | false", "SELECT fatto FROM storia | false",
					"UPDATE storia_altra | false", "DELETE FROM scadenza | false" })
	void riconosce(String sql, boolean atteso) {
		assertThat(trova("storia", sql)).isEqualTo(atteso);
	}

	@Test
	void unDocumentoNonSiCancella() throws IOException {
		try (Stream<Path> file = Files.walk(Path.of("src", "main"))) {
			assertThat(file.filter((f) -> f.toString().matches(".*\\.(java|sql)")).map(SoloAggiunteTest::leggi))
				.noneMatch((testo) -> Pattern.compile("(?i)delete\\s+from\\s+documento\\b").matcher(testo).find());
		}
	}

	private static boolean trova(String tabella, String sorgente) {
		String sql = sorgente.replaceAll("\"\\s*\\+\\s*\"", "").replaceAll("\\s+", " ");
		return Pattern
			.compile("(?i)\\b(update|delete from|merge into|truncate( table)?|drop table( if exists)?) (\\w+\\.)?\"?"
					+ tabella + "\\b")
			.matcher(sql)
			.find();
	}

	private static String leggi(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

}
