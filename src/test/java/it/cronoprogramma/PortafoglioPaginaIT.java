package it.cronoprogramma;

import java.util.Map;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static it.cronoprogramma.prova.Applicazione.CREMA;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Portfolio, andamento and the scheda of an ente as people see them: by keyboard, without
 * scripts, on a telephone.
 */
class PortafoglioPaginaIT {

	private static Applicazione app;

	@BeforeAll
	static void avvia() {
		app = Applicazione.avvia("2022-05-25");
		String bozza = app.nuovaCandidatura("operatore", CREMA, APRILE);
		assertThat(bozza).startsWith("C");
		JdbcClient jdbc = app.bean(JdbcClient.class);
		jdbc.sql("""
				INSERT INTO ente (id, nome, tipologia, codice_ipa, chiave_ipa, provincia, cod_provincia, regione,
					da_completare)
				VALUES ('P9001', 'Unione dei Comuni della Valle Superiore e Inferiore del Fiume dal Nome Lunghissimo',
					'Unione di Comuni', 'uni_x', 'uni_x', 'BA', '072', 'Puglia', TRUE)""").update();
		for (Map.Entry<String, String> c : Map
			.of("C900001", "E0013|1.4.5-comuni-2022-09|LIQUIDATA|59966|2022-11-01|2023-06-01", "C900002",
					"E0025|1.4.5-comuni-2022-09|LIQUIDATA|32589|2022-11-01|2023-09-09", "C900003",
					"E0001|1.4.1-comuni-2022-04|RINUNCIATA|79922|2022-08-19|", "C900004",
					"P9001|1.4.1-comuni-2022-04|FINANZIATA|150000|2022-08-19|")
			.entrySet()) {
			String[] v = c.getValue().split("\\|", -1);
			jdbc.sql(
					"""
							INSERT INTO candidatura (codice, ente, avviso, stato, fase, creata, popolazione, importo_decretato,
								decreto_data, cup, erogata, importo_erogato, sito_verificato, credenziali_consegnate, versione, seguita)
							VALUES (?, ?, ?, ?, ?, TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00', 1, CAST(? AS NUMERIC(14, 2)),
								CAST(? AS DATE), 'B91F22000690006', CAST(? AS DATE), CAST(? AS NUMERIC(14, 2)), FALSE, FALSE, 0, FALSE)""")
				.params(java.util.Arrays.asList(c.getKey(), v[0], v[1], v[2], v[2], v[3], v[4],
						v[5].isEmpty() ? null : v[5], v[5].isEmpty() ? null : v[3]))
				.update();
		}
		jdbc.sql(
				"""
						INSERT INTO scadenza (id, candidatura, termine, evento, decorrenza, civile, prudenziale, legale, governante,
							spiegazione, stato, aperta, ultimo_evento)
						VALUES ('S1', 'C900004', 'contrattualizzazione', 'notifica', DATE '2022-01-01', DATE '2022-05-20', DATE '2022-05-20',
							DATE '2022-05-20', DATE '2022-05-20', 'perché', 'SCADUTA',
							TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00', TIMESTAMP WITH TIME ZONE '2022-05-01 00:00:00+00')""")
			.update();
	}

	@AfterAll
	static void ferma() {
		if (app != null) {
			app.close();
		}
	}

	@Test
	void dalPortafoglioAllaCandidatura() {
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("admin", "/portafoglio");
			Esame.esamina(p, "portafoglio");
			p.getByLabel("Raggruppa per").selectOption("regione");
			p.getByLabel("Misura", new Page.GetByLabelOptions().setExact(true)).selectOption("1.4.1");
			p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mostra")).press("Enter");
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("150.000,00 €");
			assertThat(p.getByText("Non contati: rinunciati 1")).isVisible();
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Puglia")).press("Enter");
			assertThat(p.getByLabel("Regione", new Page.GetByLabelOptions().setExact(true))).hasValue("Puglia");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("BA").setExact(true)).press("Enter");
			Esame.esamina(p, "portafoglio-enti");
			assertThat(p
				.waitForDownload(() -> p
					.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Scarica la tabella (XLSX)"))
					.press("Enter"))
				.suggestedFilename()).isEqualTo("portafoglio-per-ente.xlsx");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Unione dei Comuni")).press("Enter");
			assertThat(p.locator("h1")).containsText("Unione dei Comuni");
			assertThat(p.getByText("Ente da completare.")).isVisible();
			Esame.esamina(p, "ente");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("C900004")).press("Enter");
			assertThat(p.locator("h1")).containsText("candidatura C900004");
			assertThat(p.getByText("nessun processo la segue")).isVisible();
			Esame.esamina(p, "candidatura");
			assertThat(browser.errori()).isEmpty();
		}
	}

	@Test
	void andamentoEdElenco() {
		try (Navigatore browser = Navigatore.apri(app)) {
			Page p = browser.entra("admin", "/andamento");
			assertThat(p.locator("#rischio")).containsText("Maggio 2022");
			Esame.esamina(p, "andamento");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Candidature").setExact(true))
				.press("Enter");
			assertThat(p.getByText("5 candidature")).isVisible();
			p.getByLabel("Stato").selectOption("liquidata");
			p.getByLabel("Ente, nome o codice IPA").fill("pand");
			p.getByLabel("Ente, nome o codice IPA").press("Enter");
			assertThat(p.getByText("1 candidatura, per ente")).isVisible();
			Esame.esamina(p, "candidature");
			p.getByLabel("Ente, nome o codice IPA").fill("xyz");
			p.getByLabel("Ente, nome o codice IPA").press("Enter");
			assertThat(p.getByText("Nessuna candidatura corrisponde ai filtri")).isVisible();
			Esame.esamina(p, "candidature-vuote");
			p.navigate(browser.indirizzo("/portafoglio?misura=9"));
			Esame.esamina(p, "rifiutata");
			browser.errori();
			Page letta = browser.entra("operatore3", "/portafoglio");
			assertThat(letta.getByText("Nessun progetto finanziato.")).isVisible();
			Esame.esamina(letta, "portafoglio-vuoto");
			assertThat(browser.errori()).isEmpty();
		}
	}

}
