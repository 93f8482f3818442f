package it.cronoprogramma;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.opendata.Importazione.StatoImportazione;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.FilePubblicato;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way that published data take through the models.
 */
final class FlussiPubblicati {

	private static final String CONFERMA = "confermaPubblicato";

	/** The site and two services. */
	private static final String IMPORTO = "54412.0";

	private FlussiPubblicati() {
	}

	/**
	 * A file that is refused, one of more than a group of rows, and what is asked when a
	 * later one says something else.
	 * @param app the application, whose clock stands after 19 August 2022
	 */
	static void percorri(Applicazione app) {
		assertThat(importa(app, new FilePubblicato().intestazione())).isEqualTo(StatoImportazione.RIFIUTATA);
		List<Ente> comuni = List.of(app.nuovoComune(3000), app.nuovoComune(3000), app.nuovoComune(3000));
		assertThat(importa(app, file(comuni, List.of("A", "A", "A")))).isEqualTo(StatoImportazione.CONCLUSA);
		List<String> codici = new ArrayList<>();
		for (Ente comune : comuni) {
			codici.add(codice(app, comune));
			app.compila(comune.id(), codice(app, comune), "componiPacchettoFinanziato", Map.of("sito", "da-avviare",
					"serviziDaAvviare", List.of("pagare-imu", "accesso-atti"), "serviziAvviati", List.of()));
		}
		assertThat(importa(app, file(comuni, List.of("E", "R", "E")))).isEqualTo(StatoImportazione.CONCLUSA);
		app.compila(comuni.get(0).id(), codici.get(0), CONFERMA, Map.of("conferma", "si"));
		app.compila(comuni.get(1).id(), codici.get(1), CONFERMA, Map.of("conferma", "si"));
		app.compila(comuni.get(2).id(), codici.get(2), CONFERMA, Map.of("conferma", "no", "motivo", "Non ancora"));
		assertThat(codici.stream().map((c) -> app.candidatura(c).stato())).containsExactly(Stato.LIQUIDATA,
				Stato.RINUNCIATA, Stato.FINANZIATA);
	}

	private static String file(List<Ente> comuni, List<String> stati) {
		FilePubblicato file = new FilePubblicato();
		for (int i = 0; i < comuni.size(); i++) {
			file.riga(comuni.get(i).codiceIpa(), "C91F2200000000" + i, "stato_candidatura", stati.get(i),
					"data_stato_candidatura", "2022-11-10", "importo_finanziamento", IMPORTO);
		}
		for (int i = 0; i < 100; i++) {
			file.riga("scuola" + i, "D91F22%09d".formatted(i), "avviso",
					"1.4.1 Esperienza del Cittadino - Scuole - Giugno 2022", "tipologia_ente", "Scuole");
		}
		return file.csv();
	}

	private static String codice(Applicazione app, Ente comune) {
		return app.bean(JdbcClient.class)
			.sql("SELECT codice FROM candidatura WHERE ente = :ente")
			.param("ente", comune.id())
			.query(String.class)
			.single();
	}

	/** Lets the engine work until the import has ended. */
	private static StatoImportazione importa(Applicazione app, String file) {
		return app.importa("prova.csv", new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)), List.of())
			.stato();
	}

}
