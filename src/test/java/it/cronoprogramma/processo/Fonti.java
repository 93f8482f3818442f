package it.cronoprogramma.processo;

import java.beans.Introspector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * What the models may refer to.
 *
 * @param processi the keys of all models
 * @param moduli the forms: name of the file, without {@code .form}, to the id inside
 * @param beans the beans that the sources declare: name to type
 * @param variabili the names of the variables that the classes of the package
 * {@code modello} declare
 */
record Fonti(Set<String> processi, Map<String, String> moduli, Map<String, Class<?>> beans, Set<String> variabili) {

	private static final Pattern COMPONENTE = Pattern.compile(
			"@(?:Component|Service|Repository|Controller|RestController|Configuration)\\b(\\([^)]*\\))?[^;]*?\\b(?:class|record)\\s+(\\w+)");

	private static final Pattern METODO = Pattern.compile("@Bean\\b(\\([^)]*\\))?\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*"
			+ "(?:(?:public|protected|private|static|final)\\s+)*([\\w.]+)(?:<[^(;{]*>)?\\s+(\\w+)\\(");

	private static final Pattern NOME_DATO = Pattern.compile("(?:\\(|name\\s*=|value\\s*=)\\s*\\{?\\s*\"([^\"]+)\"");

	static Fonti delProgetto() {
		Set<String> variabili = new TreeSet<>();
		ClassiModello.tutte().forEach((classe) -> variabili.addAll(ClassiModello.variabili(classe).values()));
		return new Fonti(ModelloBpmn.tutti().stream().map(ModelloBpmn::chiave).collect(Collectors.toSet()), forms(),
				beanDeclarations(), variabili);
	}

	private static Map<String, String> forms() {
		Map<String, String> moduli = new TreeMap<>();
		try (Stream<Path> file = Files.walk(Path.of("forms"))) {
			for (Path percorso : file.filter((p) -> p.toString().endsWith(".form")).toList()) {
				moduli.put(percorso.getFileName().toString().replaceFirst("\\.form$", ""),
						new ObjectMapper().readTree(percorso.toFile()).path("id").asText());
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return moduli;
	}

	private static Map<String, Class<?>> beanDeclarations() {
		Map<String, Class<?>> beans = new TreeMap<>();
		try (Stream<Path> file = Files.walk(ClassiModello.SORGENTI)) {
			for (Path percorso : file.filter((p) -> p.toString().endsWith(".java")).toList()) {
				beans.putAll(
						beansIn(percorso.getFileName().toString().replace(".java", ""), Files.readString(percorso)));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return beans;
	}

	/**
	 * The beans that a source file declares.
	 * @param classeDelFile the class the file is named after
	 * @param sorgente the source
	 * @return name to type; {@code Object} where the type cannot be told
	 */
	static Map<String, Class<?>> beansIn(String classeDelFile, String sorgente) {
		String codice = sorgente.replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?m)^\\s*//.*$", "");
		Map<String, Class<?>> beans = new TreeMap<>();
		Matcher componente = COMPONENTE.matcher(codice);
		while (componente.find()) {
			String classe = componente.group(2);
			beans.put(nome(componente.group(1), Introspector.decapitalize(classe)),
					tipo(codice, classeDelFile, classe));
		}
		Matcher metodo = METODO.matcher(codice);
		while (metodo.find()) {
			beans.put(nome(metodo.group(1), metodo.group(3)), tipo(codice, classeDelFile, metodo.group(2)));
		}
		return beans;
	}

	private static String nome(String argomenti, String altrimenti) {
		Matcher dato = NOME_DATO.matcher((argomenti != null) ? argomenti : "");
		return dato.find() ? dato.group(1) : altrimenti;
	}

	private static Class<?> tipo(String codice, String classeDelFile, String nome) {
		Matcher pacchetto = Pattern.compile("(?m)^package ([\\w.]+);").matcher(codice);
		String qui = pacchetto.find() ? pacchetto.group(1) : "";
		Matcher importato = Pattern.compile("(?m)^import ([\\w.]+\\." + Pattern.quote(nome) + ");").matcher(codice);
		Stream<String> candidati = Stream.of(importato.find() ? importato.group(1) : "", qui + "." + nome,
				qui + "." + classeDelFile + "$" + nome, nome, "java.lang." + nome);
		return candidati.<Class<?>>map(Fonti::classe)
			.filter((classe) -> classe != Object.class)
			.findFirst()
			.orElse(Object.class);
	}

	private static Class<?> classe(String nome) {
		try {
			return Class.forName(nome, false, Fonti.class.getClassLoader());
		}
		catch (ClassNotFoundException | LinkageError ex) {
			return Object.class;
		}
	}

}
