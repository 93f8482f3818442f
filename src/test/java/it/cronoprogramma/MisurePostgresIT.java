package it.cronoprogramma;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.DepositoTabelle;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the misure added to the database, on the database of production.
 */
class MisurePostgresIT {

	@Test
	void vitaDiOgniPacchettoETabelleNuove() throws IOException {
		try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
				Applicazione app = Applicazione.avvia("2022-04-20",
						"spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
						"spring.datasource.username=postgres", "spring.datasource.password=postgres")) {
			for (Map.Entry<String, String> uno : Map
				.of("1.2-comuni-2022-04", "2022-04-20", "1.4.3-app-io-comuni-2022-04", "2022-04-20",
						"1.4.4-spid-cie-comuni-2022-04", "2022-04-20", "1.4.5-comuni-2022-09", "2022-09-12",
						"1.3.1-pdnd-comuni-2022-10", "2022-10-20", "1.4.4-ansc-comuni-2024-07", "2024-07-23")
				.entrySet()) {
				app.torna(uno.getValue() + "T12:00");
				Vita v = new Vita(app, app.nuovoComune(2000), uno.getKey());
				v.tutta();
				assertThat(app.candidatura(v.codice()).stato()).as(uno.getKey()).isEqualTo(Stato.CHIUSA);
				assertThat(app.bean(CandidaturaRepository.class).servizi(v.codice())).as(uno.getKey())
					.allMatch(ServizioFinanziato::verificato);
			}
			app.torna("2025-05-30T12:00");
			Vita civici = new Vita(app, app.nuovoComune(2000), "1.3.1-anncsu-comuni-2025-05").con("registraDecreto",
					Map.of("importoDecretato", "9506.14"));
			civici.fino("registraErogazione");
			assertThat(app.candidatura(civici.codice()).importo()).contains(new BigDecimal("9506.14"));
			assertThat(app.bean(CandidaturaRepository.class).adempimenti(civici.codice())).hasSize(2);

			DepositoTabelle tabelle = app.bean(DepositoTabelle.class);
			DepositoTabelle.Documento nuovo = new DepositoTabelle.Documento("nuovo-avviso.dmn",
					new ClassPathResource("modelli/nuovo-avviso.dmn").getContentAsByteArray());
			assertThat(tabelle.installa(List.of(nuovo), false, "admin").problemi()).isEmpty();
			assertThat(app.bean(CatalogoAvvisi.class).tutti()).hasSize(25);
		}
	}

}
