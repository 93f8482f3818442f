package it.cronoprogramma.avviso;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Holds the table of the amounts to what was really financed: every candidature of a
 * comune lies on the grid of some fascia of its avviso. The sample, in the format of the
 * published files, is always read; the published files are read where the folder named by
 * the property {@code cronoprogramma.opendata} has them.
 */
class GrigliaOpenDataTest {

	private static final Path PROVA = Path.of("src", "test", "resources", "opendata");

	/** One population for each fascia any avviso has. */
	private static final List<Integer> POPOLAZIONI = List.of(1, 2_501, 5_001, 20_001, 50_001, 100_001, 250_001);

	private static final Map<String, String> CODICI = TabelleTest.avvisi()
		.stream()
		.collect(Collectors.toUnmodifiableMap(TabelleTest::titolo, Function.identity()));

	private static final Map<String, List<Punto>> GRIGLIE = TabelleTest.avvisi()
		.stream()
		.collect(Collectors.toUnmodifiableMap(Function.identity(), GrigliaOpenDataTest::griglia));

	// The files

	static Stream<Arguments> file() {
		return Stream
			.of(Stream.of(arguments(PROVA.resolve("candidature_141_prova.csv"), 65),
					arguments(PROVA.resolve("candidature_145_prova.csv"), 60)),
					pubblicati("candidature_finanziate_141*.csv").map((file) -> arguments(file, 6_602)),
					pubblicati("candidature_finanziate_145*.csv").map((file) -> arguments(file, 7_707)))
			.flatMap(Function.identity());
	}

	@ParameterizedTest
	@MethodSource("file")
	void everyCandidaturaOfAComuneLiesOnTheGrid(Path file, int quante) {
		assertThat(candidature(file)).hasSize(quante)
			.allMatch((candidatura) -> candidatura.punti().findAny().isPresent());
	}

	// The sample

	@ParameterizedTest
	@MethodSource("campioni")
	void theSampleHoldsEveryPointThatMatters(String campione, String misura, Set<Integer> servizi) {
		List<Candidatura> candidature = candidature(PROVA.resolve(campione));
		for (String avviso : TabelleTest.avvisi()) {
			if (avviso.startsWith(misura)) {
				assertThat(candidature.stream()
					.filter((candidatura) -> candidatura.avviso().equals(avviso))
					.flatMap(Candidatura::punti)
					.map(Punto::fascia)).as(avviso)
					.containsAll(GRIGLIE.get(avviso).stream().map(Punto::fascia).toList());
			}
		}
		assertThat(candidature.stream().flatMap(Candidatura::punti).map(Punto::servizi)).containsAll(servizi);
	}

	static Stream<Arguments> campioni() {
		return Stream.of(
				arguments("candidature_141_prova.csv", "1.4.1-",
						IntStream.rangeClosed(0, 10).boxed().collect(Collectors.toSet())),
				arguments("candidature_145_prova.csv", "1.4.5-", Set.of(0)));
	}

	@Test
	void theSampleHasSchoolsToSkip() {
		assertThat(righe(PROVA.resolve("candidature_141_prova.csv"))).hasSize(69);
		assertThat(candidature(PROVA.resolve("candidature_141_prova.csv"))).hasSize(65);
	}

	@ParameterizedTest
	@MethodSource("campioni")
	void anAmountOneEuroOffIsFound(String campione) {
		for (BigDecimal scarto : List.of(BigDecimal.ONE, BigDecimal.ONE.negate())) {
			assertThat(candidature(PROVA.resolve(campione)).stream()
				.map((candidatura) -> new Candidatura(candidatura.avviso(), candidatura.importo().add(scarto))))
				.isNotEmpty()
				.allMatch((candidatura) -> candidatura.punti().findAny().isEmpty());
		}
	}

	// How the files and the grid are read

	/** What the published files of this name are, none where the folder is not there. */
	static Stream<Path> pubblicati(String nome) {
		Path cartella = Path.of(System.getProperty("cronoprogramma.opendata", "../shared/opendata"));
		if (!Files.isDirectory(cartella)) {
			return Stream.empty();
		}
		PathMatcher filtro = FileSystems.getDefault().getPathMatcher("glob:" + nome);
		try (Stream<Path> file = Files.list(cartella)) {
			return file.filter((percorso) -> filtro.matches(percorso.getFileName())).sorted().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<NamedCsvRecord> righe(Path file) {
		try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file)) {
			return csv.stream().toList().stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String senzaSpaziDoppi(String titolo) {
		return titolo.replaceAll(" +", " ");
	}

	/** The candidature of comuni: any title that is not of schools must be known. */
	private static List<Candidatura> candidature(Path file) {
		return righe(file).filter((riga) -> !riga.getField("avviso").contains(" - Scuole - ")).map((riga) -> {
			String titolo = senzaSpaziDoppi(riga.getField("avviso"));
			return new Candidatura(Objects.requireNonNull(CODICI.get(titolo), titolo),
					new BigDecimal(riga.getField("importo_finanziamento")));
		}).toList();
	}

	private static List<Punto> griglia(String avviso) {
		return POPOLAZIONI.stream()
			.map((popolazione) -> TabelleTest.importi(avviso, popolazione))
			.flatMap(GrigliaOpenDataTest::punti)
			.distinct()
			.toList();
	}

	/**
	 * Where no amount is known, no point; where no service is paid for, the fixed one.
	 */
	private static Stream<Punto> punti(Map<String, Object> riga) {
		if (!riga.containsKey("fisso")) {
			return Stream.empty();
		}
		String fascia = (String) riga.get("fascia");
		BigDecimal fisso = BigDecimal.valueOf((double) riga.get("fisso"));
		if (!(riga.get("servizio") instanceof Double servizio)) {
			return Stream.of(new Punto(fascia, 0, fisso));
		}
		return IntStream.rangeClosed((int) riga.get("minServizi"), (int) riga.get("maxServizi"))
			.mapToObj((servizi) -> new Punto(fascia, servizi,
					fisso.add(BigDecimal.valueOf(servizio).multiply(BigDecimal.valueOf(servizi)))));
	}

	/** One amount that may be asked for. */
	private record Punto(String fascia, int servizi, BigDecimal importo) {

	}

	private record Candidatura(String avviso, BigDecimal importo) {

		Stream<Punto> punti() {
			return GRIGLIE.get(this.avviso).stream().filter((punto) -> punto.importo().compareTo(this.importo) == 0);
		}

	}

}
