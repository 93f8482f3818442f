package it.cronoprogramma.prova;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A class of the tests that runs in a machine of its own, with a heap of 512 MB as an
 * office would give it, and says on its output how far it is.
 */
public final class AltraJvm implements AutoCloseable {

	private static final int RIGHE_RICORDATE = 60;

	private final Process processo;

	private final BufferedReader uscita;

	private AltraJvm(Process processo) {
		this.processo = processo;
		this.uscita = new BufferedReader(new InputStreamReader(processo.getInputStream(), StandardCharsets.UTF_8));
	}

	/**
	 * Runs a class of the application or of its tests.
	 * @param classe its class, which has a {@code main}
	 * @param argomenti what it is told
	 * @return the running machine
	 * @throws IOException if it cannot start
	 */
	public static AltraJvm avvia(Class<?> classe, String... argomenti) throws IOException {
		List<String> comando = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx512m"));
		// as quick to start as the machine of the test, as fast as that of a benchmark
		ManagementFactory.getRuntimeMXBean()
			.getInputArguments()
			.stream()
			.filter((a) -> a.startsWith("-XX:TieredStopAtLevel"))
			.forEach(comando::add);
		comando.addAll(List.of("-cp", classi(), classe.getName()));
		comando.addAll(List.of(argomenti));
		return new AltraJvm(new ProcessBuilder(comando).redirectErrorStream(true).start());
	}

	/** Those of the tests, each once: what is there twice is deployed twice. */
	private static String classi() {
		String tutte = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Arrays.stream(tutte.split(File.pathSeparator))
			.distinct()
			.collect(Collectors.joining(File.pathSeparator));
	}

	/**
	 * Waits until it says something.
	 * @param inizio how the line begins
	 * @return the rest of the line
	 * @throws IOException if its output cannot be read
	 */
	public String attendi(String inizio) throws IOException {
		List<String> ultime = new ArrayList<>();
		for (String riga = this.uscita.readLine(); riga != null; riga = this.uscita.readLine()) {
			if (riga.startsWith(inizio)) {
				return riga.substring(inizio.length());
			}
			ultime.add(riga);
			if (ultime.size() > RIGHE_RICORDATE) {
				ultime.remove(0);
			}
		}
		throw new AssertionError("finita senza dire «" + inizio + "»:\n" + String.join("\n", ultime));
	}

	/** Ends it as {@code kill -9} does. */
	public void uccidi() {
		this.processo.destroyForcibly();
		try {
			this.processo.waitFor();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		uccidi();
	}

}
