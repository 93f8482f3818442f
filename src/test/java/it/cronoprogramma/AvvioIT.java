package it.cronoprogramma;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.prova.Applicazione;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;

import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * How the application starts, starts again, and when it refuses to.
 */
class AvvioIT {

	@TempDir
	private Path cartella;

	/**
	 * Stopped in the middle of a candidatura, it goes on where it was: facts, token, term
	 * and clock.
	 */
	@Test
	void unRiavvioNelMezzo() {
		String database = "spring.datasource.url=jdbc:h2:file:" + this.cartella.resolve("dati");
		String c;
		try (Applicazione app = Applicazione.avvia("2022-05-25", database)) {
			c = app.nuovaCandidatura("operatore", CREMA, APRILE);
			app.compila("operatore", c, "componiPacchetto", Map.of("sito", "da-avviare"));
			app.compila("operatore", c, "inviaDomanda",
					Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "08:52"));
			app.alle("2022-06-01T10:00");
			app.compila("operatore", c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica",
					"2022-06-01", "oraNotifica", "09:00", "protocollo", "1/2022"));
		}
		try (Applicazione app = Applicazione.sola("2022-05-25", database)) {
			assertThat(app.oggi()).as("l'orologio simulato non torna indietro").isEqualTo("2022-06-01");
			assertThat(app.candidatura(c).stato()).isEqualTo(Stato.AMMESSA);
			assertThat(app.attivitaAperte(c)).containsExactly("inserisciCup");
			assertThat(app.scadenza(c, TipoTermine.CUP).governante()).isEqualTo("2022-06-06");
			assertThat(app.bean(ManagementService.class).createJobQuery().timers().list()).hasSize(1);
			app.alle("2022-06-03T09:00");
			app.compila("operatore", c, "inserisciCup",
					Map.of("cup", "B91F22000690006", "dataInserimento", "2022-06-03"));
			assertThat(app.attivitaAperte(c)).containsExactly("registraDecreto");
			assertThat(app.bean(IdentityService.class).createUserQuery().userId("operatore").count()).isEqualTo(1);
		}
	}

	@Test
	void fuoriDallaDemoServeLaPasswordDellAmministratore() {
		Throwable ex = catchThrowable(() -> avvia("--spring.mail.host=127.0.0.1"));
		assertThat(catena(ex)).contains("Manca la password dell'amministratore: imposti la variabile d'ambiente "
				+ "CRONOPROGRAMMA_ADMIN_PASSWORD");
	}

	@Test
	void fuoriDallaDemoServeIlServerDiPosta() {
		Throwable ex = catchThrowable(() -> avvia("--camunda.bpm.admin-user.password=Lunga-e-difficile-9"));
		assertThat(catena(ex)).contains("Non è indicato da dove parte la posta: imposti spring.mail.host");
	}

	@Test
	void fuoriDallaDemoNonCiSonoUtentiDimostrativiNeOrologio() {
		try (var contesto = avvia("--camunda.bpm.admin-user.password=Lunga-e-difficile-9",
				"--spring.mail.host=127.0.0.1", "--cronoprogramma.oggi=2022-05-25")) {
			assertThat(contesto.getBean(IdentityService.class).createUserQuery().list()).extracting("id")
				.containsExactly("admin");
			assertThat(contesto.getBeanNamesForType(it.cronoprogramma.processo.orologio.OrologioSimulato.class))
				.isEmpty();
			assertThat(java.time.Duration
				.between(contesto.getBean(java.time.Clock.class).instant(), java.time.Instant.now())
				.abs()).isLessThan(java.time.Duration.ofMinutes(1));
		}
	}

	private static org.springframework.context.ConfigurableApplicationContext avvia(String... argomenti) {
		List<String> tutti = new java.util.ArrayList<>(
				List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
						"--spring.datasource.url=jdbc:h2:mem:" + java.util.UUID.randomUUID()));
		tutti.addAll(List.of(argomenti));
		return new SpringApplicationBuilder(CronoprogrammaApplication.class).run(tutti.toArray(String[]::new));
	}

	private static String catena(Throwable ex) {
		StringBuilder testo = new StringBuilder();
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			testo.append(causa.getMessage()).append('\n');
		}
		return testo.toString();
	}

}
