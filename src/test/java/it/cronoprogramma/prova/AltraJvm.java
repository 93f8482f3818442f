package it.cronoprogramma.prova;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.stream.Collectors;

/**
 * A class of the tests that runs in a machine of its own, with a heap of 512 MB as an
 * office would give it, and says on its output how far it is.
 */
public final class AltraJvm implements AutoCloseable {

	private static final int RIGHE_RICORDATE = 60;

	private final Process processo;

	/** What it has said so far, empty at its end. */
	private final BlockingQueue<Optional<String>> uscita = new LinkedBlockingQueue<>();

	private final PrintStream ingresso;

	private AltraJvm(Process processo) {
		this.processo = processo;
		this.ingresso = new PrintStream(processo.getOutputStream(), true, StandardCharsets.UTF_8);
		// whoever is not listened to must not stand still because the pipe is full
		Thread ascolto = new Thread(this::ascolta, "altra-jvm");
		ascolto.setDaemon(true);
		ascolto.start();
	}

	private void ascolta() {
		try (BufferedReader righe = new BufferedReader(
				new InputStreamReader(this.processo.getInputStream(), StandardCharsets.UTF_8))) {
			righe.lines().map(Optional::of).forEach(this.uscita::add);
		}
		catch (IOException | UncheckedIOException ex) {
			// it has been ended
		}
		finally {
			this.uscita.add(Optional.empty());
		}
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
	 * Says something to it.
	 * @param riga one line
	 */
	public void di(String riga) {
		this.ingresso.println(riga);
	}

	/**
	 * Waits until it says something.
	 * @param inizio how the line begins
	 * @return the rest of the line
	 */
	public String attendi(String inizio) {
		List<String> ultime = new ArrayList<>();
		for (Optional<String> riga = prossima(); riga.isPresent(); riga = prossima()) {
			if (riga.get().startsWith(inizio)) {
				return riga.get().substring(inizio.length());
			}
			ultime.add(riga.get());
			if (ultime.size() > RIGHE_RICORDATE) {
				ultime.remove(0);
			}
		}
		throw new AssertionError("finita senza dire «" + inizio + "»:\n" + String.join("\n", ultime));
	}

	private Optional<String> prossima() {
		try {
			return this.uscita.take();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return Optional.empty();
		}
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
