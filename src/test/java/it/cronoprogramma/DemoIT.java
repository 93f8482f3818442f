package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import it.cronoprogramma.ente.EnteRepository;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The demo as the first command of the README brings it up: the comuni of the gestione
 * associata, candidature in every phase, mails in a folder; and all of it still there
 * after a restart.
 */
class DemoIT {

	@TempDir
	private Path cartella;

	@Test
	void laDemoEIlSuoRiavvio() throws IOException {
		Map<String, Long> attivita;
		try (ConfigurableApplicationContext demo = avvia()) {
			assertThat(demo.getBean(EnteRepository.class).tutti()).hasSize(42).anySatisfy((e) -> {
				assertThat(e.nome()).isEqualTo("Comune di Crema");
				assertThat(e.codiceIpa()).isEqualTo("c_d142");
				assertThat(e.codiceIstat()).isEqualTo("019035");
				assertThat(e.popolazione()).isEqualTo(33091);
			});
			attivita = attivita(demo);
			assertThat(attivita).containsEntry("registraAmmissibilita", 1L)
				.containsEntry("inserisciCup", 2L)
				.containsEntry("registraDecreto", 1L)
				.containsEntry("registraContratto", 3L)
				.containsEntry("compilaSchede", 1L)
				.containsEntry("federaMetadati", 1L)
				.containsEntry("verificaSito", 1L)
				.containsEntry("registraAsseverazione", 1L)
				.containsEntry("richiediErogazione", 1L)
				.containsEntry("valutaScaduto", 1L)
				.containsEntry("inviaDomanda", 1L);
			assertThat(demo.getBean(ManagementService.class).createJobQuery().noRetriesLeft().count())
				.as("nessun lavoro fallito")
				.isZero();
			assertThat(demo.getBean(JdbcClient.class)
				.sql("SELECT COUNT(*) FROM candidatura WHERE importo <> importo_decretato")
				.query(Integer.class)
				.single()).isZero();
			try (Stream<Path> posta = Files.list(this.cartella.resolve("posta"))) {
				assertThat(posta).hasSizeGreaterThan(8)
					.allSatisfy((p) -> assertThat(p.toString()).endsWith(".eml"))
					.as("anche mail del mattino")
					.anySatisfy((p) -> assertThat(p).content().contains("List-Unsubscribe"));
			}
			for (String utente : new String[] { "operatore", "operatore2", "referente", "rtd", "responsabile",
					"admin" }) {
				assertThat(demo.getBean(IdentityService.class).checkPassword(utente, utente)).as(utente).isTrue();
			}
		}
		try (ConfigurableApplicationContext demo = avvia()) {
			assertThat(attivita(demo)).isEqualTo(attivita);
			assertThat(demo.getBean(EnteRepository.class).tutti()).hasSize(42);
		}
	}

	private ConfigurableApplicationContext avvia() {
		return new SpringApplicationBuilder(CronoprogrammaApplication.class).profiles("demo")
			.run("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
					"--spring.datasource.url=jdbc:h2:file:" + this.cartella.resolve("dati"),
					"--cronoprogramma.posta.cartella=" + this.cartella.resolve("posta"));
	}

	private static Map<String, Long> attivita(ConfigurableApplicationContext demo) {
		Map<String, Long> attivita = new TreeMap<>();
		demo.getBean(TaskService.class)
			.createTaskQuery()
			.list()
			.forEach((t) -> attivita.merge(t.getTaskDefinitionKey(), 1L, Long::sum));
		return attivita;
	}

}
