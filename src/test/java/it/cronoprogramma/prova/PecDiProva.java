package it.cronoprogramma.prova;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The messages of {@code src/test/resources/pec}, made into those of a comune of a test.
 */
public final class PecDiProva {

	private PecDiProva() {
	}

	/**
	 * A message as it lies there.
	 * @param esempio the file's name
	 * @return its bytes
	 */
	public static byte[] come(String esempio) {
		try {
			return Files.readAllBytes(Path.of("src", "test", "resources", "pec", esempio));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * A message with other words in it, and an identificativo of its own.
	 * @param esempio the file's name
	 * @param id takes the place of the name of the example in its identificativo
	 * @param parole what is written, and what takes its place
	 * @return its bytes
	 */
	public static byte[] di(String esempio, String id, String... parole) {
		String messaggio = new String(come(esempio), StandardCharsets.ISO_8859_1).replace("opec2022.",
				"opec2022." + id + ".");
		for (int i = 0; i < parole.length; i += 2) {
			messaggio = messaggio.replace(parole[i], parole[i + 1]);
		}
		return messaggio.getBytes(StandardCharsets.ISO_8859_1);
	}

}
