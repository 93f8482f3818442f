package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the templates of the pages must not do.
 */
class PagineTest {

	private static final Pattern ELEMENTO = Pattern.compile("<[a-z:]+\\s[^>]*>");

	private static final Pattern SOSTITUISCE = Pattern.compile("\\sth:(replace|insert)=");

	private static final Pattern CONDIZIONE = Pattern.compile("\\sth:(if|unless|each)=");

	static List<Path> pagine() throws IOException {
		try (Stream<Path> file = Files.walk(Path.of("src", "main", "resources", "templates"))) {
			return file.filter((f) -> f.toString().endsWith(".html")).toList();
		}
	}

	/**
	 * Thymeleaf puts a fragment in first: the condition beside it says nothing any more.
	 */
	@ParameterizedTest
	@MethodSource("pagine")
	void unFrammentoHaLaSuaCondizioneIntorno(Path pagina) throws IOException {
		assertThat(ELEMENTO.matcher(Files.readString(pagina)).results().map((r) -> r.group()))
			.noneMatch((e) -> SOSTITUISCE.matcher(e).find() && CONDIZIONE.matcher(e).find());
	}

}
