package it.cronoprogramma.avviso;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each package has what carries it.
 */
class PacchettoTest {

	@ParameterizedTest
	@EnumSource
	void hasItsProcessAndItsActivities(Pacchetto pacchetto) {
		assertThat(Path.of("processes", "avvisi", pacchetto.processo() + ".bpmn")).exists();
		assertThat(Path.of("processes", "attivita", pacchetto.processo().replace("avviso-", "attivita-") + ".bpmn"))
			.exists();
		assertThat(Pacchetto.trova(pacchetto.codice())).contains(pacchetto);
		assertThat(pacchetto.codice()).startsWith(pacchetto.nome().split(" ")[0]);
	}

	@Test
	void noModelWithoutPackage() throws IOException {
		try (var file = Files.list(Path.of("processes", "avvisi"))) {
			assertThat(file).hasSize(Pacchetto.values().length);
		}
		assertThat(Pacchetto.values()).extracting(Pacchetto::nome).doesNotHaveDuplicates();
		assertThat(Pacchetto.trova("1.4.2")).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void kindsOfServicesAreOfPackagesWithServices(Pacchetto pacchetto) {
		assertThat(Modalita.di(pacchetto).isEmpty() || pacchetto.conServizi()).isTrue();
		assertThat(Modalita.di(pacchetto)).allSatisfy((m) -> assertThat(Modalita.trova(m.codice())).contains(m));
	}

}
