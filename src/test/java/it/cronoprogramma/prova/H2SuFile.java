package it.cronoprogramma.prova;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The application's own database, H2 on a file, in another place.
 */
public final class H2SuFile {

	private H2SuFile() {
	}

	/**
	 * Its address, with all that the settings say of it.
	 * @param dove the file
	 * @return the JDBC address
	 */
	public static String in(Path dove) {
		try (BufferedReader impostazioni = new BufferedReader(new InputStreamReader(
				H2SuFile.class.getResourceAsStream("/application.yaml"), StandardCharsets.UTF_8))) {
			List<String> righe = impostazioni.lines().filter((r) -> r.contains("jdbc:h2:file:")).toList();
			assertThat(righe).hasSize(1);
			return righe.get(0).strip().replace("url: ", "").replace("./dati/cronoprogramma", dove.toString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
