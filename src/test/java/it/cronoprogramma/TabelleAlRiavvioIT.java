package it.cronoprogramma;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import it.cronoprogramma.processo.catalogo.TabelleRifiutate;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The start of the application is a deployment like the others: what an ente has brought
 * is still there, and tables that would not work together keep the application from
 * starting, with the reason.
 */
class TabelleAlRiavvioIT {

	private static final String BASE = "spring.datasource.url=jdbc:h2:mem:tabelle-al-riavvio;DB_CLOSE_DELAY=-1";

	@Test
	void leRigheProprieRestanoELeSbagliateNonEntrano() throws IOException {
		String modello = Files.readString(Path.of("src", "main", "resources", "modelli", "nuovo-avviso.dmn"));
		String avviso = "1.4.1-comuni-2027-01";
		try (Applicazione prima = Applicazione.avvia("2022-05-25", BASE)) {
			assertThat(Sessione.di(prima, "admin")
				.carica("/tabelle", Map.of(), Map.of("proprio.dmn", modello.getBytes(StandardCharsets.UTF_8)))
				.statusCode()).isEqualTo(302);
		}

		// a version of the application that brings the same avviso
		Path doppio = Files.writeString(Files.createTempDirectory("tabelle").resolve("doppio.dmn"),
				modello.replace("NUOVO", "doppio"));
		assertThatThrownBy(() -> Applicazione.sola("2022-05-26", BASE,
				"camunda.bpm.deployment-resource-pattern=classpath*:processes/**/*.bpmn,classpath*:processes/**/*.dmn,"
						+ "classpath*:forms/*.form," + doppio.toUri()))
			.rootCause()
			.isInstanceOf(TabelleRifiutate.class)
			.hasMessageContainingAll("doppio.dmn, tabella «avvisi-doppio», riga 1 (" + avviso,
					"«" + avviso + "» c'è già: è la riga 1", "di proprio.dmn, tabella «avvisi-NUOVO»");

		try (Applicazione dopo = Applicazione.sola("2022-05-26", BASE)) {
			assertThat(Sessione.basic(dopo, "rtd", "rtd").get("/api/v1/avvisi").body()).contains(avviso);
			assertThat(Sessione.di(dopo, "admin").get("/tabelle").body()).contains("avvisi-NUOVO")
				.doesNotContain("avvisi-doppio");
		}
	}

}
