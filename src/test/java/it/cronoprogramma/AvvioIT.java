package it.cronoprogramma;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.StatoAtto;
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

	/** Stopped in the middle of an act for many, it goes on with those that are left. */
	@Test
	void unRiavvioNelMezzoDiUnDifferimento() {
		String database = "spring.datasource.url=jdbc:h2:file:" + this.cartella.resolve("dati");
		List<String> codici = new ArrayList<>();
		long numero;
		try (Applicazione app = Applicazione.avvia("2022-05-25", database)) {
			for (int i = 0; i < 4; i++) {
				codici.add(app.finanziata(app.nuovoComune(3000), "2022-08-19"));
			}
			app.alle("2022-08-19T11:00");
			app.avviaProcesso("rtd", "registra-differimento",
					Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "automatica", "giorni",
							30, "atto", "Decreto 1/2022", "dataAtto", "2022-08-19", "ambito", "avviso", "avviso",
							APRILE));
			numero = app.bean(DifferimentoRepository.class).elenco(List.of("gestione1"), 1).get(0).numero();
			app.compila("rtd", "D%06d".formatted(numero), "confermaDifferimento", Map.of("decisione", "conferma"));
			ManagementService lavori = app.bean(ManagementService.class);
			lavori.executeJob(lavori.createJobQuery().messages().singleResult().getId());
		}
		try (Applicazione app = Applicazione.sola("2022-05-25", database)) {
			assertThat(app.scadenza(codici.get(0), TipoTermine.CONTRATTUALIZZAZIONE).governante())
				.isEqualTo("2023-03-21");
			assertThat(app.scadenza(codici.get(1), TipoTermine.CONTRATTUALIZZAZIONE).governante())
				.isEqualTo("2023-02-20");
			app.alle("2022-08-19T12:00");
			assertThat(app.bean(DifferimentoRepository.class).leggi(numero).stato()).isEqualTo(StatoAtto.CONCLUSO);
			for (String c : codici) {
				assertThat(app.scadenza(c, TipoTermine.CONTRATTUALIZZAZIONE).governante()).isEqualTo("2023-03-21");
				assertThat(app.bean(CandidaturaRepository.class).storia(c))
					.filteredOn((v) -> v.fatto().startsWith("Termine differito: Contratt"))
					.as("una volta sola")
					.hasSize(1);
			}
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
