package it.cronoprogramma;

import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * No library with a known hole comes in unless somebody has written down why it does no
 * harm. The build reaches no database of holes: {@code .ci/falle-note.csv} is kept by
 * hand, and held against what is really on the classpath.
 */
class DipendenzeTest {

	private static final Path NOTE = Path.of(".ci", "falle-note.csv");

	private static final Path ACCETTATE = Path.of(".ci", "falle-accettate.csv");

	private static final String NESSUNA = "-";

	@Test
	void ogniFallaHaUnaRagioneEOgniRagioneUnaFalla() throws IOException {
		Set<String> presenti = righe(NOTE, 5).stream()
			.map(Falla::di)
			.filter((f) -> versione(classpath(), f.artefatto()).filter(f::colpisce).isPresent())
			.map(Falla::id)
			.collect(Collectors.toCollection(TreeSet::new));
		Set<String> accettate = righe(ACCETTATE, 2).stream()
			.map((r) -> r[0])
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(presenti)
			.as("falle note di librerie presenti: aggiornarle, o scrivere in %s perché non nuocciono", ACCETTATE)
			.isSubsetOf(accettate);
		assertThat(accettate).as("falle accettate che non ci sono più: toglierle da %s", ACCETTATE)
			.isSubsetOf(presenti);
		assertThat(righe(ACCETTATE, 2)).allSatisfy((r) -> assertThat(r[1]).as(r[0]).hasSizeGreaterThan(20));
	}

	@Test
	void unaLibreriaColpitaSiRiconosce() {
		Falla falla = new Falla("CVE-1", "org.example:libreria", "1.2.0", "1.10.1");
		List<String> questo = List.of("/biblioteca/org/example/libreria/1.9.4/libreria-1.9.4.jar",
				"/biblioteca/org/example/libreria-altra/1.0/libreria-altra-1.0.jar");
		assertThat(versione(questo, falla.artefatto())).contains("1.9.4");
		assertThat(versione(questo, "org.example:altra")).isEmpty();
		assertThat(List.of("1.2.0", "1.9.4", "1.10.0")).allMatch(falla::colpisce);
		assertThat(List.of("1.1.9", "1.10.1", "2.0")).noneMatch(falla::colpisce);
		assertThat(new Falla("CVE-2", "a:b", "7.0.0", NESSUNA).colpisce("7.24.0")).isTrue();
	}

	/** What is looked for is there: a library that is found under no path is not safe. */
	@Test
	void leLibrerieSiTrovano() {
		assertThat(List.of("org.camunda.bpm:camunda-engine", "org.apache.tomcat.embed:tomcat-embed-core",
				"org.springframework:spring-webmvc", "org.postgresql:postgresql"))
			.allSatisfy((artefatto) -> assertThat(versione(classpath(), artefatto)).as(artefatto).isPresent());
	}

	private static List<String> classpath() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.map((p) -> p.replace(File.separatorChar, '/'))
			.toList();
	}

	private static Optional<String> versione(List<String> classpath, String artefatto) {
		// the dots of the artifact's own name are no folders
		String[] parti = artefatto.split(":");
		String percorso = parti[0].replace('.', '/') + "/" + parti[1];
		Pattern dove = Pattern.compile(".*/" + Pattern.quote(percorso) + "/([^/]+)/[^/]+\\.jar");
		return classpath.stream().map(dove::matcher).filter(Matcher::matches).map((m) -> m.group(1)).findFirst();
	}

	private static List<String[]> righe(Path file, int campi) throws IOException {
		List<String[]> righe = Files.readAllLines(file)
			.stream()
			.filter((r) -> !r.isBlank() && !r.startsWith("#"))
			.map((r) -> r.split(";", -1))
			.toList();
		assertThat(righe).isNotEmpty()
			.allSatisfy((r) -> assertThat(r).as(file + ": " + String.join(";", r)).hasSize(campi));
		return righe;
	}

	/** A published hole of a library. */
	private record Falla(String id, String artefatto, String da, String finoA) {

		static Falla di(String[] riga) {
			return new Falla(riga[0], riga[1], riga[2], riga[3]);
		}

		boolean colpisce(String versione) {
			Version questa = Version.parse(versione);
			return questa.compareTo(Version.parse(this.da)) >= 0
					&& (this.finoA.equals(NESSUNA) || questa.compareTo(Version.parse(this.finoA)) < 0);
		}

	}

}
