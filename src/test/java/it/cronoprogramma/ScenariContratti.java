package it.cronoprogramma;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import it.cronoprogramma.candidatura.Attivita;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.candidatura.IdentificativoFiscale;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoAtto;
import it.cronoprogramma.candidatura.TipoSoggetto;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import it.cronoprogramma.rifiuto.Rifiuto;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static it.cronoprogramma.candidatura.TipoTermine.COMPLETAMENTO;
import static it.cronoprogramma.candidatura.TipoTermine.CONTRATTUALIZZAZIONE;
import static it.cronoprogramma.prova.Applicazione.APRILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Contracts: who is engaged, by which act, for which activities, in time or not, and what
 * is agreed upon afterwards.
 */
abstract class ScenariContratti extends ScenariSuDueDatabase {

	private static final String BETA = "12345678903";

	private Ente comune;

	ScenariContratti(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeEach
	void unComune() {
		this.app.torna("2022-05-25T09:00");
		this.comune = this.app.nuovoComune(3000);
	}

	/** One supplier for two activities, two suppliers for one. */
	@Test
	void ogniAttivitaHaIlSuoContrattoESiConclude() {
		String c = conDueServizi(this.comune);
		Map<String, Object> modulo = modulo(c);
		assertThat(testo(modulo, "senzaContratto"))
			.isEqualTo("Ancora senza contratto: Sito internet, Richiedere l'accesso agli atti, Pagare tributi IMU.");
		assertThat(testo(modulo, "attivita")).isEqualTo("[\"sito\",\"accesso-atti\",\"pagare-imu\"]");

		contratto(c, "altro", "Alfa S.r.l.", partitaIva(this.comune), "2022-09-01", "sito", "pagare-imu");
		modulo = modulo(c);
		assertThat(testo(modulo, "senzaContratto"))
			.isEqualTo("Ancora senza contratto: Richiedere l'accesso agli atti.");
		assertThat(testo(modulo, "attivita")).isEqualTo("[\"accesso-atti\"]");
		assertThat(testo(modulo, "attivitaPacchetto")).as("prima quelle che mancano")
			.startsWith("[{\"")
			.contains("Sito internet (ha già un contratto)")
			.matches(".*accesso-atti.*sito.*");
		assertThat(rifiuto(() -> compila(c, Map.of("azione", "concludi")))).isEqualTo(
				"Ancora senza contratto: Richiedere l'accesso agli atti. La contrattualizzazione si conclude quando "
						+ "ogni attività ha un contratto: registri prima i contratti che mancano.");
		assertThat(rifiuto(() -> contratto(c, "ultimo", "Beta S.p.A.", BETA, "2022-09-12", "sito")))
			.startsWith("Ancora senza contratto: Richiedere l'accesso agli atti.");
		assertThat(contratti(c)).as("il contratto rifiutato non resta").hasSize(1);
		assertThat(rifiuto(() -> contratto(c, "altro", "Beta S.p.A.", BETA, "2022-09-12", "altra")))
			.startsWith("Attività «altra» non prevista");

		contratto(c, "altro", "Beta S.p.A.", BETA, "2022-09-12", "sito");
		// who says nothing covers what is left
		contratto(c, "ultimo", "beta  s.p.a.", null, "2022-09-15");
		assertThat(contratti(c)).extracting((k) -> k.fornitore() + " " + Attivita.inParole(k.attivita()))
			.containsExactly("Alfa S.r.l. Sito internet, Pagare tributi IMU", "Beta S.p.A. Sito internet",
					"Beta S.p.A. Richiedere l'accesso agli atti");
		assertThat(contratti(c).get(1).realizzatore()).isEqualTo(contratti(c).get(2).realizzatore());
		assertThat(this.app.candidatura(c).stato()).isEqualTo(Stato.CONTRATTI_CONCLUSI);
		assertThat(this.app.scadenza(c, COMPLETAMENTO).governante()).isEqualTo("2023-06-15");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).inRitardo()).isFalse();
		assertThat(storia(c)).noneMatch((v) -> v.fatto().startsWith("Adempiuto in ritardo"));
	}

	@Test
	void unPacchettoSenzaServiziEUnaSolaAttivita() {
		this.app.torna("2022-04-20T09:00");
		Vita spid = new Vita(this.app, this.comune, "1.4.4-spid-cie-comuni-2022-04").fino("registraContratto");
		assertThat(testo(modulo(spid.codice()), "senzaContratto"))
			.isEqualTo("Ancora senza contratto: Intero pacchetto.");
		spid.fino("federaMetadati");
		assertThat(contratti(spid.codice())).singleElement()
			.extracting(Contratto::attivita)
			.isEqualTo(List.of(Attivita.PACCHETTO));
	}

	@Test
	void iContrattiPrimaDelDecretoFannoDecorrereDallaNotifica() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		assertThat(rifiuto(() -> contratto(c, "altro", "Alfa", null, "2020-01-31")))
			.contains("attività avviate dal 01/02/2020");
		contratto(c, "altro", "Alfa", null, "2020-02-01");
		assertThat(testo(modulo(c), "inizioCompletamento"))
			.endsWith("Con i contratti registrati finora: dal 19/08/2022, notifica del decreto.");
		assertThat(testo(modulo(c), "senzaContratto")).isEqualTo("Ogni attività ha un contratto.");
		compila(c, Map.of("azione", "concludi"));
		assertThat(this.app.scadenza(c, COMPLETAMENTO).governante()).isEqualTo("2023-05-19");
	}

	/** Dominio 7.1 (b): T2 falls on Sunday 19/2/2023, so it ends on Monday 20. */
	@Test
	void ilSecondoFornitoreDopoIlTermineLoFaMancare() {
		String c = conDueServizi(this.comune);
		contratto(c, "altro", "Alfa", null, "2022-08-19", "sito");
		assertThat(testo(modulo(c), "contrattiInRitardo")).isEmpty();
		this.app.alle("2023-02-27T09:00");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).stato()).isEqualTo(StatoScadenza.SCADUTA);
		contratto(c, "altro", "Beta", null, "2023-02-21");
		assertThat(testo(modulo(c), "contrattiInRitardo")).isEqualTo("Beta (21/02/2023)");
		assertThat(testo(modulo(c), "inizioCompletamento")).endsWith("finora: dal 21/02/2023.");
		compila(c, Map.of("azione", "concludi"));

		Scadenza t2 = this.app.scadenza(c, CONTRATTUALIZZAZIONE);
		assertThat(t2.stato()).isEqualTo(StatoScadenza.ADEMPIUTA);
		assertThat(t2.governante()).isEqualTo("2023-02-20");
		assertThat(t2.adempiuta()).isEqualTo("2023-02-21");
		assertThat(t2.inRitardo()).isTrue();
		assertThat(this.app.scadenza(c, COMPLETAMENTO).governante()).isEqualTo("2023-11-21");
		assertThat(storia(c)).contains(new VoceStoria("Adempiuto in ritardo: Contrattualizzazione dei fornitori",
				"adempiuto in ritardo il 21/02/2023, scadeva il 20/02/2023", "20/02/2023", "21/02/2023"));
		assertThat(storia(c)).extracting(VoceStoria::fatto)
			.containsSubsequence("Termine scaduto: Contrattualizzazione dei fornitori",
					"Adempiuto in ritardo: Contrattualizzazione dei fornitori");
	}

	/** Recorded late is not done late. */
	@Test
	void ilContrattoInTempoRegistratoDopoNonEInRitardo() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		this.app.alle("2023-02-27T09:00");
		contratto(c, "ultimo", "Alfa", null, "2023-02-20");
		assertThat(this.app.scadenza(c, CONTRATTUALIZZAZIONE).inRitardo()).isFalse();
		assertThat(storia(c)).noneMatch((v) -> v.fatto().startsWith("Adempiuto in ritardo"));
	}

	@Test
	void societaInHouseEPersonaleInterno() {
		String c = conDueServizi(this.comune);
		this.app.alle("2022-10-03T09:00");
		compila(c, campi("altro", "Consorzio Pubblico S.p.A.", partitaIva(this.comune), "2022-09-01", "soggetto",
				"in-house", "tipoAtto", "contratto-in-house", "attivita", List.of("sito")));
		assertThat(rifiuto(
				() -> compila(c, campi("altro", "Ufficio", null, "2022-09-01", "soggetto", "personale-interno"))))
			.isEqualTo("«Contratto firmato da entrambe le parti» non vale per «Personale interno»: corregga il tipo di "
					+ "atto o chi realizza.");
		assertThat(
				rifiuto(() -> compila(c, campi("altro", "Ufficio", BETA, "2022-09-01", "tipoAtto", "ordine-servizio"))))
			.contains("la partita IVA non si scrive");
		assertThat(rifiuto(() -> compila(c, campi("altro", "Alfa", null, "2022-09-01", "soggetto", "amico"))))
			.contains("Tipo di soggetto «amico» sconosciuto");
		// as those do who know nothing of kinds
		compila(c, campi("altro", "Ufficio Tecnico", null, "2022-09-01", "tipoAtto", "ordine-servizio"));
		assertThat(contratti(c)).extracting(Contratto::soggetto)
			.containsExactlyInAnyOrder(TipoSoggetto.IN_HOUSE, TipoSoggetto.PERSONALE_INTERNO);

		// the consortium works for the other comuni too, the office does not
		String altrove = this.app.finanziata(this.app.nuovoComune(3000), "2022-10-03");
		Map<String, Object> dellRtd = modulo("rtd", altrove);
		assertThat(testo(dellRtd, "fornitoriNoti"))
			.contains("Consorzio Pubblico S.p.A. (" + partitaIva(this.comune) + ")");
		assertThat(testo(dellRtd, "fornitoriNoti")).doesNotContain("Ufficio Tecnico");
		assertThat(testo(modulo(c), "fornitoriNoti")).contains("Ufficio Tecnico (personale interno)");
		String ufficio = contratti(c).stream()
			.map(Contratto::realizzatore)
			.filter((f) -> f.interno())
			.findFirst()
			.orElseThrow()
			.id();
		assertThat(rifiuto(() -> this.app.compila("rtd", altrove, "registraContratto", Map.of("azione", "altro",
				"fornitoreNoto", ufficio, "tipoAtto", "ordine-servizio", "dataContratto", "2022-10-03"))))
			.contains("non è tra quelli noti per questo ente");
		assertThat(rifiuto(() -> compila(c,
				Map.of("azione", "altro", "fornitoreNoto", ufficio, "tipoAtto", "stipula-mepa", "dataContratto",
						"2022-10-03"))))
			.isEqualTo("«Ufficio Tecnico (personale interno)» non vale per «Fornitore»: corregga il soggetto "
					+ "realizzatore o chi realizza.");
	}

	@Test
	void iFornitoriDiUnAltroEnteNonSiOffrono() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		contratto(c, "altro", "Alfa di " + this.comune.id(), null, "2022-08-19");
		String noto = contratti(c).get(0).realizzatore().id();
		Ente vicino = this.app.nuovoComune(3000);
		String altrove = this.app.finanziata(vicino, "2022-08-19");
		assertThat(testo(modulo(c), "fornitoriNoti")).contains("Alfa di " + this.comune.id());
		assertThat(testo(modulo(altrove), "fornitoriNoti")).doesNotContain("Alfa di");
		assertThat(testo(modulo("rtd", altrove), "fornitoriNoti")).contains("Alfa di " + this.comune.id());
		Map<String, Object> conNoto = Map.of("azione", "altro", "fornitoreNoto", noto, "tipoAtto", "contratto-firmato",
				"dataContratto", "2022-08-19");
		assertThat(rifiuto(() -> compila(altrove, conNoto))).contains("non è tra quelli noti per questo ente");
		this.app.compila("rtd", altrove, "registraContratto", conNoto);
		assertThat(testo(modulo(altrove), "fornitoriNoti")).as("adesso è noto anche qui").contains("Alfa di");

		// another gestione has a register of its own, by name and by partita IVA
		contratto(c, "altro", "Gamma S.r.l.", partitaIva(this.comune), "2022-08-19");
		Ente lontano = inAltraGestione();
		String daLontano = this.app.finanziata(lontano, "2022-08-19");
		assertThat(testo(modulo(daLontano), "fornitoriNoti")).doesNotContain("Alfa di").doesNotContain("Gamma");
		contratto(daLontano, "altro", "Nome Tutto Diverso", partitaIva(this.comune), "2022-08-19");
		assertThat(contratti(daLontano).get(0).fornitore()).isEqualTo("Nome Tutto Diverso");
		assertThat(testo(modulo("rtd", c), "fornitoriNoti")).doesNotContain("Nome Tutto Diverso");
	}

	@Test
	void laPartitaIvaDiceChiELoStesso() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		String nome = "Delta " + this.comune.id();
		contratto(c, "altro", nome, null, "2022-08-19");
		String piva = partitaIva(this.comune);
		assertThat(rifiuto(() -> contratto(c, "altro", nome, "12345678901", "2022-08-19"))).isEqualTo(
				"Partita IVA «12345678901» non valida: la cifra di controllo non torna. La ricontrolli sull'atto.");
		contratto(c, "altro", nome.toUpperCase() + " .", piva, "2022-08-19");
		contratto(c, "altro", "Altro nome " + this.comune.id(), "IT" + piva, "2022-08-19");
		assertThat(contratti(c)).extracting((k) -> k.realizzatore().perEsteso()).containsOnly(nome + " (" + piva + ")");
		assertThat(rifiuto(() -> contratto(c, "altro", nome, "RSSMRA85T10A562S", "2022-08-19")))
			.startsWith("«" + nome + "» è già registrato con la partita IVA " + piva);
		assertThat(rifiuto(() -> contratto(c, "altro", " - ", null, "2022-08-19")))
			.contains("non è il nome di un fornitore");
	}

	@Test
	void unAddendumNonSpostaIlTermine() {
		String c = conDueServizi(this.comune);
		this.app.alle("2022-11-15T09:00");
		Map<String, Object> addendum = new HashMap<>(
				Map.of("candidatura", c, "fornitore", "Alfa", "tipoAtto", "buono-ordine", "dataContratto", "2022-11-10",
						"oggetto", "Un modulo in più", "attivita", List.of("sito"), "numeroAtto", "7/2022"));
		assertThat(rifiuto(() -> addendum(this.comune.id(), addendum)))
			.contains("non è conclusa: registri il contratto con l'attività «Registrare un contratto»");
		assertThat(moduloAddendum()).doesNotContain(c);
		contratto(c, "ultimo", "Alfa", null, "2022-09-01");
		assertThat(moduloAddendum()).contains(c, "Alfa", "Sito internet");
		LocalDate prima = this.app.scadenza(c, COMPLETAMENTO).governante();
		assertThat(rifiuto(() -> addendum("operatore", addendum))).isEqualTo("La candidatura «" + c + "» non esiste.");
		addendum(this.comune.id(), addendum);

		assertThat(this.app.scadenza(c, COMPLETAMENTO).governante()).isEqualTo(prima);
		assertThat(this.app.candidatura(c).contrattualizzata()).contains(LocalDate.parse("2022-09-01"));
		Contratto registrato = contratti(c).get(1);
		assertThat(registrato.addendum()).isTrue();
		assertThat(registrato.oggetto()).isEqualTo("Un modulo in più");
		assertThat(registrato.attivita()).containsExactly(Attivita.SITO);
		assertThat(registrato.realizzatore()).isEqualTo(contratti(c).get(0).realizzatore());
		assertThat(storia(c)).contains(new VoceStoria("Addendum registrato",
				"Proposta commerciale accettata o buono d'ordine n. 7/2022: Un modulo in più, per: Sito internet", null,
				"Alfa, 10/11/2022; il termine di completamento non si sposta"));
		addendum.remove("oggetto");
		assertThat(rifiuto(() -> addendum(this.comune.id(), addendum))).contains("Manca «Per che cosa»");
	}

	/** FAQ 02/004/044, 07/010. */
	@Test
	void conLAttoRicognitivoIlCompletamentoPuoPrecedereIlContratto() {
		this.app.torna("2022-04-20T09:00");
		Vita v = new Vita(this.app, this.comune, "1.4.4-spid-cie-comuni-2022-04").fino("registraContratto");
		this.app.alle("2022-05-20T09:00");
		contratto(v.codice(), "ultimo", "Alfa", null, "2022-05-10");
		v.fino("dichiaraCompletamento");
		Map<String, Object> completamento = Map.of("dataCompletamento", "2022-05-09", "checklistCompilata", true);
		assertThat(
				rifiuto(() -> this.app.compila(this.comune.id(), v.codice(), "dichiaraCompletamento", completamento)))
			.contains("non può precedere ultimo contratto (10/05/2022)", "atto ricognitivo");
		addendum(this.comune.id(), Map.of("candidatura", v.codice(), "fornitore", "Alfa", "tipoAtto",
				"atto-ricognitivo", "dataContratto", "2022-05-20", "oggetto", "Lavoro svolto prima della stipula"));
		this.app.compila(this.comune.id(), v.codice(), "dichiaraCompletamento", completamento);
		assertThat(this.app.candidatura(v.codice()).stato()).isEqualTo(Stato.IN_VERIFICA);
		assertThat(contratti(v.codice())).extracting(Contratto::tipo)
			.containsExactly(TipoAtto.CONTRATTO_FIRMATO, TipoAtto.ATTO_RICOGNITIVO);
	}

	/** Every kind of act can be chosen in both forms. */
	@Test
	void iModuliOffronoOgniAtto() throws IOException {
		for (String modulo : List.of("/forms/registraContratto.form", "/forms/registraAddendum.form")) {
			String testo = new String(getClass().getResourceAsStream(modulo).readAllBytes(), StandardCharsets.UTF_8);
			for (TipoAtto tipo : TipoAtto.values()) {
				assertThat(testo).as(modulo).contains("\"value\": \"" + tipo.codice() + "\"", tipo.nome());
			}
			for (TipoSoggetto tipo : TipoSoggetto.values()) {
				assertThat(testo).as(modulo).contains("\"value\": \"" + tipo.codice() + "\"", tipo.nome());
			}
		}
	}

	/** Rows of the version before: each covers all of its candidatura. */
	@Test
	void iContrattiDiPrimaCopronoTutto() {
		DriverManagerDataSource dati = new DriverManagerDataSource(
				this.suPostgres ? this.postgres.getJdbcUrl("postgres", "postgres") + "&currentSchema=prima"
						: "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
				this.suPostgres ? "postgres" : "sa", this.suPostgres ? "postgres" : "");
		JdbcClient jdbc = JdbcClient.create(dati);
		Flyway.configure().dataSource(dati).createSchemas(true).target("3").load().migrate();
		jdbc.sql("INSERT INTO gestione (id, nome) VALUES ('g1', 'Una')").update();
		for (String[] e : new String[][] { { "e1", "g1" }, { "e2", "g1" }, { "e3", null } }) {
			jdbc.sql("INSERT INTO ente (id, nome, tipologia, gestione) VALUES (:id, :id, 'Comune', :gestione)")
				.param("id", e[0])
				.param("gestione", e[1])
				.update();
		}
		candidatura(jdbc, "C1", "e1", "da-avviare");
		candidatura(jdbc, "C2", "e2", null);
		candidatura(jdbc, "C3", "e3", null);
		for (String s : List.of("a", "b")) {
			jdbc.sql("INSERT INTO servizio_finanziato (candidatura, servizio, nome, avvio, verificato) VALUES ('C1', "
					+ ":s, :s, 'da-avviare', FALSE)")
				.param("s", s)
				.update();
		}
		contratto(jdbc, "k1", "C1", "Portali Civici S.r.l.", "contratto-firmato", "2022-09-02");
		contratto(jdbc, "k2", "C1", "PORTALI CIVICI SRL", "stipula-mepa", "2022-09-03");
		contratto(jdbc, "k3", "C2", "Portali  civici s.r.l.", "stipula-mepa", "2022-09-01");
		contratto(jdbc, "k4", "C3", "Portali Civici S.r.l.", "stipula-mepa", "2022-09-04");
		contratto(jdbc, "k5", "C2", "Ufficio Società", "ordine-servizio", "2022-09-05");
		Flyway.configure().dataSource(dati).createSchemas(true).load().migrate();

		assertThat(jdbc.sql("SELECT contratto || ' ' || attivita FROM contratto_attivita ORDER BY 1")
			.query(String.class)
			.list()).containsExactly("k1 a", "k1 b", "k1 sito", "k2 a", "k2 b", "k2 sito", "k3 pacchetto",
					"k4 pacchetto", "k5 pacchetto");
		assertThat(jdbc.sql("""
				SELECT k.id || ' ' || f.id || ' ' || f.nome || ' ' || f.chiave || ' ' || f.ambito || ' ' || k.soggetto
				FROM contratto k JOIN fornitore f ON f.id = k.fornitore_id ORDER BY k.id""").query(String.class).list())
			.containsExactly("k1 k3 Portali  civici s.r.l. portalicivicisrl g1 fornitore",
					"k2 k3 Portali  civici s.r.l. portalicivicisrl g1 fornitore",
					"k3 k3 Portali  civici s.r.l. portalicivicisrl g1 fornitore",
					"k4 k4 Portali Civici S.r.l. portalicivicisrl e3 fornitore",
					"k5 k5 Ufficio Società ufficiosocieta e2 personale-interno");
	}

	private static void candidatura(JdbcClient jdbc, String codice, String ente, String sito) {
		jdbc.sql("""
				INSERT INTO candidatura (codice, ente, avviso, stato, creata, popolazione, fascia, sito_avvio,
					sito_verificato, credenziali_consegnate, versione)
				VALUES (:codice, :ente, 'x', 'FINANZIATA', :creata, 1000, 'x', :sito, FALSE, FALSE, 0)""")
			.param("codice", codice)
			.param("ente", ente)
			.param("creata", OffsetDateTime.parse("2022-05-25T10:00:00Z"))
			.param("sito", sito)
			.update();
	}

	private static void contratto(JdbcClient jdbc, String id, String candidatura, String fornitore, String atto,
			String registrato) {
		jdbc.sql("""
				INSERT INTO contratto (id, candidatura, fornitore, tipo_atto, data, registrato, registrato_da)
				VALUES (:id, :candidatura, :fornitore, :atto, :data, :registrato, 'prova')""")
			.param("id", id)
			.param("candidatura", candidatura)
			.param("fornitore", fornitore)
			.param("atto", atto)
			.param("data", LocalDate.parse(registrato))
			.param("registrato", OffsetDateTime.parse(registrato + "T10:00:00Z"))
			.update();
	}

	private String conDueServizi(Ente ente) {
		String c = this.app.nuovaCandidatura(ente.id(), ente, APRILE);
		this.app.compila(ente.id(), c, "componiPacchetto",
				Map.of("sito", "da-avviare", "serviziDaAvviare", List.of("pagare-imu", "accesso-atti")));
		this.app.compila(ente.id(), c, "inviaDomanda",
				Map.of("decisione", "inviata", "dataInvio", "2022-05-25", "oraInvio", "08:00"));
		this.app.compila(ente.id(), c, "registraAmmissibilita", Map.of("esito", "ammessa", "dataNotifica", "2022-05-25",
				"oraNotifica", "08:30", "protocollo", "1/2022"));
		this.app.compila(ente.id(), c, "inserisciCup", Map.of("cup",
				"C31F2200%07d".formatted(Math.abs(c.hashCode() % 1_000_000)), "dataInserimento", "2022-05-25"));
		this.app.torna("2022-08-19T10:00");
		this.app.compila(ente.id(), c, "registraDecreto",
				Map.of("numeroDecreto", "Decreto 32", "dataDecreto", "2022-08-19", "dataNotifica", "2022-08-19",
						"oraNotifica", "09:00", "protocollo", "2/2022", "importoDecretato",
						this.app.candidatura(c).importo().orElseThrow()));
		this.app.torna("2022-09-20T10:00");
		return c;
	}

	private Ente inAltraGestione() {
		String id = "L" + this.comune.id();
		Ente ente = new Ente(id, "Comune Lontano", "c_y000", "999998", 3000, "g" + id);
		this.app.bean(EnteRepository.class).inserisciGestione("g" + id, "Altra gestione", "rtd@altra.example");
		this.app.bean(EnteRepository.class).inserisci(ente, "Y000", "CR", "Lombardia", "prova");
		Registro registro = this.app.bean(Registro.class);
		registro.ente(ente);
		registro.gestione("g" + id, "Altra gestione", List.of(ente));
		registro.utente(id, id, id, id + "@altra.example", id, Ruolo.OPERATORE);
		registro.diEnte(id, id);
		return ente;
	}

	/** A partita IVA that no other test writes. */
	private static String partitaIva(Ente ente) {
		String inizio = "%010d".formatted(Math.abs((long) ente.id().hashCode()));
		for (int cifra = 0; cifra < 10; cifra++) {
			try {
				return IdentificativoFiscale.leggi(inizio + cifra).codice();
			}
			catch (Rifiuto no) {
				// the next one
			}
		}
		throw new AssertionError(inizio);
	}

	private void contratto(String c, String azione, String fornitore, String partitaIva, String data,
			String... attivita) {
		compila(c, (attivita.length == 0) ? campi(azione, fornitore, partitaIva, data)
				: campi(azione, fornitore, partitaIva, data, "attivita", List.of(attivita)));
	}

	private static Map<String, Object> campi(String azione, String fornitore, String partitaIva, String data,
			Object... altri) {
		Map<String, Object> campi = new HashMap<>(Map.of("azione", azione, "fornitore", fornitore, "tipoAtto",
				"contratto-firmato", "dataContratto", data));
		if (partitaIva != null) {
			campi.put("partitaIva", partitaIva);
		}
		for (int i = 0; i < altri.length; i += 2) {
			campi.put((String) altri[i], altri[i + 1]);
		}
		return campi;
	}

	private void compila(String c, Map<String, Object> campi) {
		this.app.compila(this.app.candidatura(c).ente(), c, "registraContratto", campi);
	}

	private void addendum(String utente, Map<String, Object> campi) {
		this.app.avviaProcesso(utente, "registra-addendum", campi);
	}

	private String moduloAddendum() {
		String processo = this.app.bean(RepositoryService.class)
			.createProcessDefinitionQuery()
			.processDefinitionKey("registra-addendum")
			.latestVersion()
			.singleResult()
			.getId();
		return Sessione.di(this.app, this.comune.id())
			.get("/camunda/api/engine/engine/default/process-definition/" + processo + "/deployed-start-form")
			.body();
	}

	private Map<String, Object> modulo(String c) {
		return modulo(this.app.candidatura(c).ente(), c);
	}

	private Map<String, Object> modulo(String utente, String c) {
		String task = this.app.attivita(c, "registraContratto").getId();
		VariableMap variabili = this.app.come(utente,
				() -> this.app.bean(FormService.class).getTaskFormVariables(task));
		Map<String, Object> valori = new HashMap<>();
		for (String nome : variabili.keySet()) {
			TypedValue valore = variabili.getValueTyped(nome);
			valori.put(nome, (valore instanceof JsonValue json) ? json.getValueSerialized() : valore.getValue());
		}
		return valori;
	}

	private static String testo(Map<String, Object> modulo, String campo) {
		return String.valueOf(modulo.get(campo));
	}

	private List<Contratto> contratti(String c) {
		return this.app.bean(CandidaturaRepository.class).contratti(c);
	}

	private List<VoceStoria> storia(String c) {
		return this.app.bean(CandidaturaRepository.class).storia(c);
	}

	private static String rifiuto(ThrowingCallable azione) {
		return Applicazione.rifiuto(catchThrowable(azione));
	}

}
