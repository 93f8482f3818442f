package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.LetturaFile;
import it.cronoprogramma.opendata.RigaPubblicata;
import it.cronoprogramma.opendata.StatoPubblicato;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

import org.camunda.bpm.engine.TaskService;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two published files, half a year apart, one after the other: what is then known is what
 * the second says, whichever states, codes and amounts the first had. Where the files
 * are.
 */
abstract class FileVeri {

	private static final Path CARTELLA = Path.of("..", "shared", "opendata");

	private static final Path LUGLIO = CARTELLA.resolve("candidature_finanziate_141_2024-07-12.csv");

	private static final Path GENNAIO = CARTELLA.resolve("candidature_finanziate_141_2025-01-09.csv");

	private Applicazione app;

	/**
	 * To whose enti the imports are bound.
	 * @param prima the first file
	 * @param dopo the second file
	 * @return codes of the IPA, lower case; empty for all
	 */
	abstract Set<String> enti(List<RigaPubblicata> prima, List<RigaPubblicata> dopo);

	@Test
	void ilSecondoDopoIlPrimo() throws IOException {
		Assumptions.assumeTrue(Files.exists(LUGLIO) && Files.exists(GENNAIO), "i file pubblicati non ci sono");
		Set<String> enti = enti(righe(LUGLIO), righe(GENNAIO));
		try (Applicazione applicazione = Applicazione.sola("2025-01-10")) {
			this.app = applicazione;
			applicazione.torna("2024-07-12T09:00");
			Conti primi = importa(LUGLIO, enti);
			assertThat(primi.nuove()).isEqualTo(di(righe(LUGLIO), enti).size());
			assertThat(primi.scartate()).isZero();
			confronta(di(righe(LUGLIO), enti));

			applicazione.torna("2025-01-09T09:00");
			Conti secondi = importa(GENNAIO, enti);
			assertThat(secondi.nuove()).isZero();
			assertThat(secondi.scartate()).isZero();
			assertThat(secondi.daConfermare()).as("nessuno ci ha messo mano").isZero();
			confronta(di(righe(GENNAIO), enti));
			assertThat(applicazione.bean(TaskService.class)
				.createTaskQuery()
				.processDefinitionKey("conferma-pubblicato")
				.count()).isZero();

			Conti terzi = importa(GENNAIO, enti);
			assertThat(terzi.invariate()).isEqualTo(di(righe(GENNAIO), enti).size());
			assertThat(terzi.nuove() + terzi.aggiornate()).isZero();
			System.out.printf("Da un file all'altro: %d candidature, aggiornate %d, invariate %d%n", primi.nuove(),
					secondi.aggiornate(), secondi.invariate());
		}
	}

	private void confronta(List<RigaPubblicata> righe) throws IOException {
		assertThat(note()).as("una per una")
			.containsExactlyInAnyOrderElementsOf(righe.stream()
				.map((r) -> new Nota(r.chiaveIpa(), r.avviso(), r.cup(), r.importo(), r.finanziata(), r.stato().name()))
				.toList());
		Map<String, Map<StatoPubblicato, List<RigaPubblicata>>> perAvviso = righe.stream()
			.collect(Collectors.groupingBy(RigaPubblicata::avviso, TreeMap::new,
					Collectors.groupingBy(RigaPubblicata::stato)));
		for (Map.Entry<String, Map<StatoPubblicato, List<RigaPubblicata>>> uno : perAvviso.entrySet()) {
			JsonNode riepilogo = new ObjectMapper().readTree(Sessione.basic(this.app, "admin", "admin")
				.get("/api/v1/riepilogo?avviso=" + codice(uno.getKey()))
				.body());
			List<RigaPubblicata> erogate = uno.getValue().getOrDefault(StatoPubblicato.E, List.of());
			List<RigaPubblicata> finanziate = new ArrayList<>(erogate);
			finanziate.addAll(uno.getValue().getOrDefault(StatoPubblicato.A, List.of()));
			somma(riepilogo.get("finanziate"), finanziate, uno.getKey());
			somma(riepilogo.get("liquidate"), erogate, uno.getKey());
			somma(riepilogo.get("rinunciate"), uno.getValue().getOrDefault(StatoPubblicato.R, List.of()), uno.getKey());
		}
	}

	private static void somma(JsonNode detta, List<RigaPubblicata> righe, String avviso) {
		assertThat(detta.get("numero").asInt()).as(avviso).isEqualTo(righe.size());
		assertThat(detta.get("importo").decimalValue()).as(avviso)
			.isEqualByComparingTo(righe.stream().map(RigaPubblicata::importo).reduce(BigDecimal.ZERO, BigDecimal::add));
	}

	private String codice(String titolo) {
		return this.app.bean(TitoliAvvisiRepository.class)
			.tutti()
			.values()
			.stream()
			.filter((t) -> t.titolo().equalsIgnoreCase(titolo))
			.map(TitoloAvviso::codice)
			.findFirst()
			.orElseThrow();
	}

	/**
	 * What our own tables say, not the ledger of what was published; whose it is today.
	 */
	private List<Nota> note() {
		Map<String, TitoloAvviso> titoli = this.app.bean(TitoliAvvisiRepository.class).tutti();
		return this.app.bean(JdbcClient.class)
			.sql("""
					SELECT LOWER(COALESCE(t.codice_ipa, e.codice_ipa)) AS ipa, c.avviso, c.cup, c.importo_decretato, c.decreto_data,
						CASE WHEN c.erogata IS NOT NULL THEN 'E' WHEN c.stato = 'RINUNCIATA' THEN 'R' ELSE 'A' END AS stato
					FROM candidatura c JOIN ente e ON e.id = c.ente LEFT JOIN ente t ON t.id = e.successore""")
			.query((rs, i) -> new Nota(rs.getString("ipa"), titoli.get(rs.getString("avviso")).titolo(),
					rs.getString("cup"), rs.getBigDecimal("importo_decretato"),
					rs.getObject("decreto_data", LocalDate.class), rs.getString("stato")))
			.list();
	}

	private Conti importa(Path file, Set<String> enti) throws IOException {
		Importazione fatta;
		try (InputStream contenuto = Files.newInputStream(file)) {
			fatta = this.app.importa(file.toString(), contenuto, enti);
		}
		assertThat(fatta.motivo()).isNull();
		return fatta.conti();
	}

	private static List<RigaPubblicata> righe(Path file) throws IOException {
		List<RigaPubblicata> righe = new ArrayList<>();
		try (InputStream contenuto = Files.newInputStream(file)) {
			LetturaFile.leggi(contenuto, righe::add, (scarto) -> {
				throw new AssertionError(scarto.toString());
			});
		}
		return righe;
	}

	private static List<RigaPubblicata> di(List<RigaPubblicata> righe, Set<String> enti) {
		return enti.isEmpty() ? righe : righe.stream().filter((r) -> enti.contains(r.chiaveIpa())).toList();
	}

	/**
	 * The enti of candidature that changed their code or CUP from one file to the next,
	 * and some whose did not.
	 * @param prima the first file
	 * @param dopo the second file
	 * @param cambiate how many changed codes at most
	 * @param altri how many others
	 * @return codes of the IPA, lower case, old and new
	 */
	static Set<String> alcuni(List<RigaPubblicata> prima, List<RigaPubblicata> dopo, int cambiate, int altri) {
		Map<String, RigaPubblicata> perCup = new HashMap<>();
		prima.forEach((r) -> perCup.put(r.chiave(r.avviso()), r));
		Set<String> enti = new TreeSet<>();
		int quanti = 0;
		for (RigaPubblicata r : dopo) {
			RigaPubblicata sua = perCup.get(r.chiave(r.avviso()));
			if (sua == null) {
				// its CUP was corrected
				enti.add(r.chiaveIpa());
			}
			else if (!sua.chiaveIpa().equals(r.chiaveIpa()) && quanti++ < cambiate) {
				enti.add(r.chiaveIpa());
				enti.add(sua.chiaveIpa());
			}
		}
		dopo.stream().map(RigaPubblicata::chiaveIpa).distinct().limit(altri).forEach(enti::add);
		return enti;
	}

	/** A candidatura as far as the files tell. */
	private record Nota(String ipa, String avviso, String cup, BigDecimal importo, LocalDate decreto, String stato) {
	}

}
