package it.cronoprogramma.processo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import it.cronoprogramma.processo.modello.Variabile;

/**
 * The classes of {@code it.cronoprogramma.processo.modello} that stand for a model: those
 * with a {@code CHIAVE}.
 */
final class ClassiModello {

	static final Path SORGENTI = Path.of("src", "main", "java");

	static final String CHIAVE = "CHIAVE";

	private ClassiModello() {
	}

	static List<Class<?>> tutte() {
		Path cartella = SORGENTI.resolve(Path.of("it", "cronoprogramma", "processo", "modello"));
		try (Stream<Path> file = Files.list(cartella)) {
			return file.map((percorso) -> percorso.getFileName().toString())
				.filter((nome) -> nome.endsWith(".java") && !nome.equals("package-info.java"))
				.sorted()
				.<Class<?>>map((nome) -> classe(nome.substring(0, nome.length() - ".java".length())))
				.filter((classe) -> testi(classe).containsKey(CHIAVE))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String chiave(Class<?> classe) {
		return testi(classe).get(CHIAVE);
	}

	/** The elements that a class names: constant to id. */
	static Map<String, String> elementi(Class<?> classe) {
		Map<String, String> elementi = testi(classe);
		elementi.remove(CHIAVE);
		return elementi;
	}

	/** The variables that a class names: constant to name. */
	static Map<String, String> variabili(Class<?> classe) {
		Map<String, String> variabili = new LinkedHashMap<>();
		costanti(classe, Variabile.class)
			.forEach((nome, valore) -> variabili.put(nome, ((Variabile<?>) valore).nome()));
		return variabili;
	}

	private static Map<String, String> testi(Class<?> classe) {
		Map<String, String> testi = new LinkedHashMap<>();
		costanti(classe, String.class).forEach((nome, valore) -> testi.put(nome, (String) valore));
		return testi;
	}

	private static Map<String, Object> costanti(Class<?> classe, Class<?> tipo) {
		Map<String, Object> costanti = new LinkedHashMap<>();
		Arrays.stream(classe.getFields())
			.filter((campo) -> Modifier.isStatic(campo.getModifiers()) && campo.getType() == tipo)
			.forEach((campo) -> costanti.put(campo.getName(), valore(campo)));
		return costanti;
	}

	private static Object valore(Field campo) {
		try {
			return campo.get(null);
		}
		catch (IllegalAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Class<?> classe(String nome) {
		try {
			return Class.forName(Variabile.class.getPackageName() + "." + nome);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
