package it.cronoprogramma.processo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.model.bpmn.instance.CallActivity;

/**
 * The pictures of the models and the page that shows them, for whoever reads the
 * repository without Camunda Modeler. They are made from the models and kept beside the
 * documents, so they can fall behind: the fingerprints tell whether they have, without a
 * browser.
 *
 * @param processi the folder of the models
 * @param pagine the folder of the pictures
 */
record PagineProcessi(Path processi, Path pagine) {

	static final PagineProcessi DEL_PROGETTO = new PagineProcessi(ModelloBpmn.CARTELLA, Path.of("docs", "processi"));

	static final String COMANDO = "./mvnw -Pdiagrammi verify";

	private static final String INDICE = "README.md";

	private static final String IMPRONTE = "impronte.txt";

	private static final String RADICE = "";

	private static final Map<String, String> TITOLI = Map.of("avvisi", "Gli avvisi", "fasi", "Le fasi", "attivita",
			"Le attività", RADICE, "Registrazioni e altro");

	/**
	 * The order of the folders on the page; the others stand before the last, by name.
	 */
	private static final List<String> PRIMA = List.of("avvisi", "fasi", "attivita");

	/**
	 * Makes everything anew, and takes away the pictures that have lost their model.
	 * Nothing is written unless every model could be drawn.
	 * @param disegnatore makes the PNG of a model
	 */
	void rigenera(Function<ModelloBpmn, byte[]> disegnatore) {
		Map<String, byte[]> figure = new TreeMap<>();
		modelli().forEach((modello) -> figure.put(figura(modello), disegnatore.apply(modello)));
		try {
			Files.createDirectories(this.pagine);
			for (String orfana : figurePresenti()) {
				Files.delete(this.pagine.resolve(orfana));
			}
			for (Map.Entry<String, byte[]> figura : figure.entrySet()) {
				Files.write(this.pagine.resolve(figura.getKey()), figura.getValue());
			}
			for (Map.Entry<String, String> testo : testi().entrySet()) {
				Files.writeString(this.pagine.resolve(testo.getKey()), testo.getValue());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Where the folder does not say what the models say.
	 * @return one sentence for each fault
	 */
	List<String> difetti() {
		List<String> difetti = new ArrayList<>();
		Set<String> senzaModello = figurePresenti();
		Set<String> figure = new TreeSet<>();
		for (ModelloBpmn modello : modelli()) {
			if (!figure.add(figura(modello))) {
				difetti.add("%s: another model has a file of this name, and one picture cannot show both"
					.formatted(relativo(modello)));
			}
			if (!Files.exists(this.pagine.resolve(figura(modello)))) {
				difetti.add("%s: has no picture %s".formatted(relativo(modello), figura(modello)));
			}
		}
		senzaModello.removeAll(figure);
		senzaModello.forEach((figura) -> difetti.add("%s: is the picture of no model".formatted(figura)));
		List<String> disegnati = letto(IMPRONTE).lines().toList();
		impronte().forEach((modello, impronta) -> {
			if (!disegnati.contains(impronta)) {
				difetti.add("%s: has changed since its picture was drawn".formatted(modello));
			}
		});
		if (difetti.isEmpty()) {
			testi().forEach((file, testo) -> {
				if (!letto(file).equals(testo)) {
					difetti.add("%s: is not what the models give".formatted(file));
				}
			});
		}
		return difetti;
	}

	private Map<String, String> testi() {
		return Map.of(INDICE, indice(), IMPRONTE, String.join("\n", impronte().values()) + "\n");
	}

	/** Path of the model to its line: what {@code sha256sum} says of the file. */
	private Map<String, String> impronte() {
		Map<String, String> impronte = new TreeMap<>();
		modelli().forEach((modello) -> impronte.put(relativo(modello),
				relativo(modello) + " " + HexFormat.of().formatHex(sha256(modello.xml()))));
		return impronte;
	}

	private String indice() {
		StringBuilder indice = new StringBuilder("# I processi\n\nQuesta pagina e le sue figure si rigenerano dai"
				+ " modelli con `%s`, che chiede solo il pacchetto Debian `chromium`.\n".formatted(COMANDO));
		perCartella().forEach((cartella, modelli) -> {
			indice.append("\n## %s\n".formatted(titolo(cartella)));
			for (ModelloBpmn modello : modelli) {
				String nome = modello.processo().getName();
				indice.append("\n### %s\n\n%s\n\n![Diagramma del processo «%s»](%s)\n".formatted(nome,
						documentazione(modello), nome, figura(modello)));
			}
		});
		return indice.toString();
	}

	private Map<String, List<ModelloBpmn>> perCartella() {
		List<ModelloBpmn> modelli = modelli();
		List<String> chiamate = chiamate(modelli);
		Comparator<String> ordine = Comparator
			.<String>comparingInt((cartella) -> PRIMA.contains(cartella) ? PRIMA.indexOf(cartella) : PRIMA.size())
			.thenComparing(RADICE::equals)
			.thenComparing(Comparator.naturalOrder());
		// the phases in the order in which a candidatura meets them
		return modelli.stream()
			.sorted(Comparator.comparingInt((modello) -> chiamate.contains(modello.chiave())
					? chiamate.indexOf(modello.chiave()) : chiamate.size()))
			.collect(Collectors.groupingBy(this::cartella, () -> new TreeMap<>(ordine), Collectors.toList()));
	}

	/** The keys that the models call, each where it is first called. */
	private static List<String> chiamate(List<ModelloBpmn> modelli) {
		return modelli.stream()
			.flatMap((modello) -> modello.tutti(CallActivity.class).stream())
			.map(CallActivity::getCalledElement)
			.distinct()
			.toList();
	}

	private static String titolo(String cartella) {
		return TITOLI.getOrDefault(cartella, cartella);
	}

	private static String documentazione(ModelloBpmn modello) {
		return modello.processo()
			.getDocumentations()
			.stream()
			.map((documentazione) -> documentazione.getTextContent().strip().replaceAll("\\s+", " "))
			.collect(Collectors.joining("\n\n"));
	}

	private List<ModelloBpmn> modelli() {
		return ModelloBpmn.tutti(this.processi);
	}

	private String relativo(ModelloBpmn modello) {
		return this.processi.relativize(Path.of(modello.file())).toString().replace('\\', '/');
	}

	private String cartella(ModelloBpmn modello) {
		String relativo = relativo(modello);
		return relativo.substring(0, Math.max(0, relativo.lastIndexOf('/')));
	}

	private static String figura(ModelloBpmn modello) {
		return Path.of(modello.file()).getFileName().toString().replaceFirst("\\.bpmn$", ".png");
	}

	private Set<String> figurePresenti() {
		if (!Files.isDirectory(this.pagine)) {
			return new TreeSet<>();
		}
		try (Stream<Path> file = Files.list(this.pagine)) {
			return file.map((percorso) -> percorso.getFileName().toString())
				.filter((nome) -> nome.endsWith(".png"))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String letto(String nome) {
		try {
			return Files.exists(this.pagine.resolve(nome)) ? Files.readString(this.pagine.resolve(nome)) : "";
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] sha256(String testo) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(testo.getBytes(StandardCharsets.UTF_8));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
