package it.cronoprogramma.candidatura;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The candidature with their packages, contracts, verifications and stories. Every write
 * joins the transaction of the engine's command: the fact and the token commit together
 * or not at all.
 */
@Repository
public class CandidaturaRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	CandidaturaRepository(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/**
	 * A new code.
	 * @return {@code C} and six digits
	 */
	public String nuovoCodice() {
		return "C%06d".formatted(this.jdbc.sql("SELECT nextval('candidatura_numero')").query(Long.class).single());
	}

	/**
	 * Records a new candidatura.
	 * @param c the candidatura
	 * @param autore who opened it
	 * @throws Rifiuto if the ente already has one alive on this avviso
	 */
	public void inserisci(Candidatura c, Autore autore) {
		try {
			this.jdbc.sql("""
					INSERT INTO candidatura (codice, ente, avviso, stato, viva, creata, popolazione, fascia,
						sito_verificato, credenziali_consegnate, versione)
					VALUES (:codice, :ente, :avviso, :stato, :viva, :creata, :popolazione, :fascia, FALSE, FALSE, 0)""")
				.param("codice", c.codice)
				.param("ente", c.ente)
				.param("avviso", c.avviso)
				.param("stato", c.stato.name())
				.param("viva", viva(c))
				.param("creata", istante(c.creata))
				.param("popolazione", c.popolazione)
				.param("fascia", c.fascia)
				.update();
		}
		catch (DuplicateKeyException ex) {
			throw giaPresente(c.avviso);
		}
		narra(c.codice, c.prendiNuoveVoci(), autore);
	}

	/**
	 * One candidatura.
	 * @param codice its code
	 * @return the candidatura
	 * @throws Rifiuto if there is none
	 */
	public Candidatura leggi(String codice) {
		return una("SELECT * FROM candidatura WHERE codice = :codice", codice);
	}

	/**
	 * A candidatura that may not be there.
	 * @param codice its code
	 * @return the candidatura
	 */
	public Optional<Candidatura> trova(String codice) {
		return cerca("SELECT * FROM candidatura WHERE codice = :codice", codice);
	}

	/**
	 * One candidatura, which nobody else can act upon until the transaction ends.
	 * @param codice its code
	 * @return the candidatura
	 * @throws Rifiuto if there is none
	 */
	public Candidatura blocca(String codice) {
		return una("SELECT * FROM candidatura WHERE codice = :codice FOR UPDATE", codice);
	}

	private Candidatura una(String sql, String codice) {
		return cerca(sql, codice).orElseThrow(() -> Rifiuto.nonTrovato("La candidatura «%s» non esiste.", codice));
	}

	private Optional<Candidatura> cerca(String sql, String codice) {
		return this.jdbc.sql(sql).param("codice", codice).query(CandidaturaRepository::candidatura).optional();
	}

	/**
	 * The candidature of some enti, by ente and code.
	 * @param enti ids of enti
	 * @return the candidature, closed ones too
	 */
	public List<Candidatura> diEnti(Collection<String> enti) {
		if (enti.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("SELECT * FROM candidatura WHERE ente IN (:enti) ORDER BY ente, codice")
			.param("enti", enti)
			.query(CandidaturaRepository::candidatura)
			.list();
	}

	/**
	 * Records what has become of a candidatura, with the new lines of its story.
	 * @param c the candidatura as read and acted upon
	 * @param autore who acted
	 * @throws OptimisticLockingFailureException if somebody else recorded it meanwhile
	 */
	public void salva(Candidatura c, Autore autore) {
		int righe = this.jdbc.sql("""
				UPDATE candidatura SET stato = :stato, viva = :viva, importo = :importo, sito_avvio = :sitoAvvio,
					scenario_partenza = :scenarioPartenza, protocollo = :protocollo, adesione = :adesione,
					inviata = :inviata, protocollo_invio = :protocolloInvio,
					ammissibilita_notificata = :ammissibilitaNotificata,
					ammissibilita_protocollo = :ammissibilitaProtocollo, cup = :cup, cup_inserito = :cupInserito,
					decreto_numero = :decretoNumero, decreto_data = :decretoData,
					decreto_notificato = :decretoNotificato, decreto_protocollo = :decretoProtocollo,
					decreto_pubblicato = :decretoPubblicato,
					allegato_contrattualizzazione = :allegatoContrattualizzazione,
					allegato_completamento = :allegatoCompletamento, allegato_limite = :allegatoLimite,
					importo_decretato = :importoDecretato, contrattualizzata = :contrattualizzata,
					decorrenza_completamento = :decorrenzaCompletamento,
					sito_url = :sitoUrl, sito_online = :sitoOnline, sito_verificato = :sitoVerificato,
					completata = :completata, asseverazione_esito = :asseverazioneEsito,
					asseverazione_data = :asseverazioneData, erogazione_richiesta = :erogazioneRichiesta,
					conto_tesoreria = :contoTesoreria, credenziali_consegnate = :credenzialiConsegnate,
					erogata = :erogata, importo_erogato = :importoErogato, versione = versione + 1
				WHERE codice = :codice AND versione = :versione""")
			.param("stato", c.stato.name())
			.param("viva", viva(c))
			.param("importo", c.importo)
			.param("sitoAvvio", (c.sitoAvvio == null) ? null : c.sitoAvvio.codice())
			.param("scenarioPartenza", (c.scenarioPartenza == null) ? null : c.scenarioPartenza.codice())
			.param("protocollo", (c.protocollo == null) ? null : c.protocollo.codice())
			.param("adesione", (c.adesione == null) ? null : c.adesione.codice())
			.param("decretoPubblicato", c.decretoPubblicato)
			.param("allegatoContrattualizzazione", iso(c.terminiAllegato.contrattualizzazione()))
			.param("allegatoCompletamento", iso(c.terminiAllegato.completamento()))
			.param("allegatoLimite", iso(c.terminiAllegato.limite()))
			.param("inviata", istante(c.inviata))
			.param("protocolloInvio", c.protocolloInvio)
			.param("ammissibilitaNotificata", (c.ammissibilita == null) ? null : istante(c.ammissibilita.istante()))
			.param("ammissibilitaProtocollo", (c.ammissibilita == null) ? null : c.ammissibilita.protocollo())
			.param("cup", (c.cup == null) ? null : c.cup.codice())
			.param("cupInserito", c.cupInserito)
			.param("decretoNumero", c.decretoNumero)
			.param("decretoData", c.decretoData)
			.param("decretoNotificato", (c.decreto == null) ? null : istante(c.decreto.istante()))
			.param("decretoProtocollo", (c.decreto == null) ? null : c.decreto.protocollo())
			.param("importoDecretato", c.importoDecretato)
			.param("contrattualizzata", c.contrattualizzata)
			.param("decorrenzaCompletamento", c.decorrenzaCompletamento)
			.param("sitoUrl", c.sitoUrl)
			.param("sitoOnline", c.sitoOnline)
			.param("sitoVerificato", c.sitoVerificato)
			.param("completata", c.completata)
			.param("asseverazioneEsito", (c.asseverazioneEsito == null) ? null : c.asseverazioneEsito.codice())
			.param("asseverazioneData", c.asseverazioneData)
			.param("erogazioneRichiesta", c.erogazioneRichiesta)
			.param("contoTesoreria", c.contoTesoreria)
			.param("credenzialiConsegnate", c.credenzialiConsegnate)
			.param("erogata", c.erogata)
			.param("importoErogato", c.importoErogato)
			.param("codice", c.codice)
			.param("versione", c.versione)
			.update();
		if (righe != 1) {
			throw new OptimisticLockingFailureException(
					"La candidatura " + c.codice + " è stata modificata nel frattempo");
		}
		c.versione++;
		narra(c.codice, c.prendiNuoveVoci(), autore);
	}

	/**
	 * The services of a package.
	 * @param codice the candidatura's code
	 * @return the services, by code
	 */
	public List<ServizioFinanziato> servizi(String codice) {
		return this.jdbc.sql("SELECT * FROM servizio_finanziato WHERE candidatura = :codice ORDER BY servizio")
			.param("codice", codice)
			.query((rs, riga) -> new ServizioFinanziato(rs.getString("servizio"), rs.getString("nome"),
					Modalita.trova(rs.getString("modalita")), Avvio.leggi(rs.getString("avvio")), rs.getString("url"),
					rs.getObject("online", LocalDate.class), rs.getBoolean("verificato")))
			.list();
	}

	/**
	 * Replaces the services of a package.
	 * @param codice the candidatura's code
	 * @param servizi the services
	 */
	public void sostituisciServizi(String codice, List<ServizioFinanziato> servizi) {
		this.template.update("DELETE FROM servizio_finanziato WHERE candidatura = ?", codice);
		this.template.batchUpdate("""
				INSERT INTO servizio_finanziato (candidatura, servizio, nome, modalita, avvio, verificato)
				VALUES (?, ?, ?, ?, ?, FALSE)""",
				servizi.stream()
					.map((s) -> new Object[] { codice, s.servizio(), s.nome(),
							s.modalita().map(Modalita::codice).orElse(null), s.avvio().codice() })
					.toList());
	}

	/**
	 * Records how far a service has come.
	 * @param codice the candidatura's code
	 * @param servizio the service
	 */
	public void salvaServizio(String codice, ServizioFinanziato servizio) {
		this.jdbc.sql("""
				UPDATE servizio_finanziato SET url = :url, online = :online, verificato = :verificato
				WHERE candidatura = :codice AND servizio = :servizio""")
			.param("url", servizio.url())
			.param("online", servizio.online())
			.param("verificato", servizio.verificato())
			.param("codice", codice)
			.param("servizio", servizio.servizio())
			.update();
	}

	/**
	 * The criteria found respected.
	 * @param codice the candidatura's code
	 * @param oggetto {@code sito} or the code of a service
	 * @return codes of criteria
	 */
	public Set<String> criteriRispettati(String codice, String oggetto) {
		return new TreeSet<>(this.jdbc
			.sql("SELECT criterio FROM criterio_rispettato WHERE candidatura = :codice AND oggetto = :oggetto")
			.param("codice", codice)
			.param("oggetto", oggetto)
			.query(String.class)
			.list());
	}

	/**
	 * Records which criteria are respected now; who verified the others, and when, stays.
	 * @param codice the candidatura's code
	 * @param oggetto {@code sito} or the code of a service
	 * @param rispettati codes of criteria
	 * @param autore who verified
	 */
	public void salvaCriteri(String codice, String oggetto, Set<String> rispettati, Autore autore) {
		Set<String> prima = criteriRispettati(codice, oggetto);
		this.template.batchUpdate(
				"DELETE FROM criterio_rispettato WHERE candidatura = ? AND oggetto = ? AND criterio = ?",
				prima.stream()
					.filter((c) -> !rispettati.contains(c))
					.map((c) -> new Object[] { codice, oggetto, c })
					.toList());
		this.template.batchUpdate("""
				INSERT INTO criterio_rispettato (candidatura, oggetto, criterio, verificato, verificato_da)
				VALUES (?, ?, ?, ?, ?)""",
				rispettati.stream()
					.filter((c) -> !prima.contains(c))
					.map((c) -> new Object[] { codice, oggetto, c, istante(autore.quando()), autore.chi() })
					.toList());
	}

	/**
	 * The steps done so far.
	 * @param codice the candidatura's code
	 * @return the steps, by day
	 */
	public List<Adempimento> adempimenti(String codice) {
		return this.jdbc.sql("SELECT * FROM adempimento WHERE candidatura = :codice ORDER BY giorno, registrato")
			.param("codice", codice)
			.query((rs, riga) -> new Adempimento(TipoAdempimento.leggi(rs.getString("adempimento")),
					rs.getObject("giorno", LocalDate.class), rs.getString("riferimento"), rs.getString("nota")))
			.list();
	}

	/**
	 * Records a step; done again, it takes the place of what it was.
	 * @param codice the candidatura's code
	 * @param adempimento the step
	 * @param autore who records it
	 */
	public void salvaAdempimento(String codice, Adempimento adempimento, Autore autore) {
		this.template.update("DELETE FROM adempimento WHERE candidatura = ? AND adempimento = ?", codice,
				adempimento.tipo().codice());
		this.template.update("""
				INSERT INTO adempimento (candidatura, adempimento, giorno, riferimento, nota, registrato, registrato_da)
				VALUES (?, ?, ?, ?, ?, ?, ?)""", codice, adempimento.tipo().codice(), adempimento.giorno(),
				adempimento.riferimento(), adempimento.nota(), istante(autore.quando()), autore.chi());
	}

	/**
	 * The contracts recorded.
	 * @param codice the candidatura's code
	 * @return the contracts, by date
	 */
	public List<Contratto> contratti(String codice) {
		return contrattiRegistrati(codice).stream().map(ContrattoRegistrato::contratto).toList();
	}

	/**
	 * The contracts recorded, with their ids.
	 * @param codice the candidatura's code
	 * @return the contracts, by date
	 */
	public List<ContrattoRegistrato> contrattiRegistrati(String codice) {
		return this.jdbc.sql("SELECT * FROM contratto WHERE candidatura = :codice ORDER BY data, registrato")
			.param("codice", codice)
			.query((rs, riga) -> new ContrattoRegistrato(rs.getString("id"),
					new Contratto(rs.getString("fornitore"), TipoAtto.leggi(rs.getString("tipo_atto")),
							rs.getString("numero_atto"), rs.getObject("data", LocalDate.class), rs.getString("cig"))))
			.list();
	}

	/**
	 * Records a contract.
	 * @param codice the candidatura's code
	 * @param contratto the contract
	 * @param autore who records it
	 */
	public void inserisciContratto(String codice, Contratto contratto, Autore autore) {
		this.jdbc.sql("""
				INSERT INTO contratto (id, candidatura, fornitore, tipo_atto, numero_atto, data, cig, registrato,
					registrato_da)
				VALUES (:id, :codice, :fornitore, :tipo, :numero, :data, :cig, :registrato, :da)""")
			.param("id", UUID.randomUUID().toString())
			.param("codice", codice)
			.param("fornitore", contratto.fornitore())
			.param("tipo", contratto.tipo().codice())
			.param("numero", contratto.numero())
			.param("data", contratto.data())
			.param("cig", contratto.cig())
			.param("registrato", istante(autore.quando()))
			.param("da", autore.chi())
			.update();
	}

	/**
	 * Records a sample check.
	 * @param codice the candidatura's code
	 * @param pec the PEC that announced it
	 * @param autore who records it
	 * @return the check
	 */
	public Controllo inserisciControllo(String codice, Notifica pec, Autore autore) {
		Controllo controllo = new Controllo(UUID.randomUUID().toString(), codice, pec);
		this.jdbc.sql("""
				INSERT INTO controllo (id, candidatura, notificato, protocollo, registrato, registrato_da)
				VALUES (:id, :codice, :notificato, :protocollo, :registrato, :da)""")
			.param("id", controllo.id())
			.param("codice", codice)
			.param("notificato", istante(pec.istante()))
			.param("protocollo", pec.protocollo())
			.param("registrato", istante(autore.quando()))
			.param("da", autore.chi())
			.update();
		return controllo;
	}

	/**
	 * One sample check.
	 * @param id its id
	 * @return the check
	 */
	public Controllo controllo(String id) {
		return this.jdbc.sql("SELECT * FROM controllo WHERE id = :id")
			.param("id", id)
			.query((rs, riga) -> new Controllo(rs.getString("id"), rs.getString("candidatura"),
					notifica(rs, "notificato", "protocollo")))
			.single();
	}

	/**
	 * Records the answer to a sample check.
	 * @param id its id
	 * @param giorno the day it was sent
	 * @param protocollo the number of the PEC
	 */
	public void rispondiControllo(String id, LocalDate giorno, String protocollo) {
		this.jdbc.sql("UPDATE controllo SET risposto = :giorno, risposta_protocollo = :protocollo WHERE id = :id")
			.param("giorno", giorno)
			.param("protocollo", protocollo)
			.param("id", id)
			.update();
	}

	/**
	 * How the ente's other CUPs begin (dominio 0.2, finding 8).
	 * @param ente the ente's id
	 * @return the most frequent first two characters, empty if it has no CUP
	 */
	public Optional<String> prefissoCup(String ente) {
		return this.jdbc.sql("""
				SELECT SUBSTRING(cup, 1, 2) AS prefisso FROM candidatura WHERE ente = :ente AND cup IS NOT NULL
				GROUP BY SUBSTRING(cup, 1, 2) ORDER BY COUNT(*) DESC, SUBSTRING(cup, 1, 2) FETCH FIRST 1 ROWS ONLY""")
			.param("ente", ente)
			.query(String.class)
			.optional();
	}

	/**
	 * The story of a candidatura, oldest line first.
	 * @param codice the candidatura's code
	 * @return its lines
	 */
	public List<VoceStoria> storia(String codice) {
		return this.jdbc
			.sql("SELECT fatto, atto, prima, dopo FROM storia WHERE candidatura = :codice ORDER BY quando, progressivo")
			.param("codice", codice)
			.query((rs, riga) -> new VoceStoria(rs.getString("fatto"), rs.getString("atto"), rs.getString("prima"),
					rs.getString("dopo")))
			.list();
	}

	/**
	 * Some lines of a candidatura's story, with who wrote them and when.
	 * @param codice the candidatura's code
	 * @param ultimaPerPrima whether the last line comes first, else the oldest
	 * @param salta how many lines to skip
	 * @param quante how many lines at most
	 * @return the lines
	 */
	public List<RigaStoria> storia(String codice, boolean ultimaPerPrima, int salta, int quante) {
		// nothing is ever taken out or put between: what was skipped stays where it was
		return this.jdbc
			.sql("SELECT quando, chi, fatto, atto, prima, dopo FROM storia WHERE candidatura = :codice "
					+ (ultimaPerPrima ? "ORDER BY quando DESC, progressivo DESC, id DESC"
							: "ORDER BY quando, progressivo, id")
					+ " OFFSET :salta ROWS FETCH NEXT :quante ROWS ONLY")
			.param("codice", codice)
			.param("salta", salta)
			.param("quante", quante)
			.query((rs, riga) -> new RigaStoria(new Autore(rs.getString("chi"), istante(rs, "quando")),
					new VoceStoria(rs.getString("fatto"), rs.getString("atto"), rs.getString("prima"),
							rs.getString("dopo"))))
			.list();
	}

	/**
	 * How long a candidatura's story is.
	 * @param codice the candidatura's code
	 * @return how many lines it has
	 */
	public int righeDiStoria(String codice) {
		return this.jdbc.sql("SELECT COUNT(*) FROM storia WHERE candidatura = :codice")
			.param("codice", codice)
			.query(Integer.class)
			.single();
	}

	/**
	 * Adds lines to a story.
	 * @param codice the candidatura's code
	 * @param voci the lines
	 * @param autore who acted
	 */
	public void narra(String codice, List<VoceStoria> voci, Autore autore) {
		OffsetDateTime quando = istante(autore.quando());
		List<Object[]> righe = new java.util.ArrayList<>();
		for (VoceStoria v : voci) {
			righe.add(new Object[] { UUID.randomUUID().toString(), codice, quando, righe.size(), autore.chi(),
					taglia(v.fatto(), 60), taglia(v.atto(), 500), taglia(v.prima(), 500), taglia(v.dopo(), 500) });
		}
		this.template.batchUpdate("""
				INSERT INTO storia (id, candidatura, quando, progressivo, chi, fatto, atto, prima, dopo)
				VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""", righe);
	}

	private static String taglia(String testo, int lunghezza) {
		return (testo == null || testo.length() <= lunghezza) ? testo : testo.substring(0, lunghezza - 1) + "…";
	}

	private static String viva(Candidatura c) {
		return c.stato.viva() ? c.ente + "|" + c.avviso : null;
	}

	private static Rifiuto giaPresente(String avviso) {
		return Rifiuto.conflitto("L'ente ha già una candidatura sull'avviso %s: la segua tra le attività, oppure la "
				+ "ritiri prima di aprirne un'altra.", avviso);
	}

	private static String iso(Termine termine) {
		return (termine == null) ? null : termine.iso();
	}

	private static <T> T letto(String testo, Function<String, T> lettura) {
		return (testo == null) ? null : lettura.apply(testo);
	}

	private static OffsetDateTime istante(Instant istante) {
		return (istante == null) ? null : istante.atOffset(ZoneOffset.UTC);
	}

	private static Instant istante(ResultSet rs, String colonna) throws SQLException {
		OffsetDateTime valore = rs.getObject(colonna, OffsetDateTime.class);
		return (valore == null) ? null : valore.toInstant();
	}

	private static Notifica notifica(ResultSet rs, String istante, String protocollo) throws SQLException {
		Instant quando = istante(rs, istante);
		return (quando == null) ? null : new Notifica(quando, rs.getString(protocollo));
	}

	private static Candidatura candidatura(ResultSet rs, int riga) throws SQLException {
		Candidatura c = new Candidatura();
		c.codice = rs.getString("codice");
		c.ente = rs.getString("ente");
		c.avviso = rs.getString("avviso");
		c.stato = Stato.valueOf(rs.getString("stato"));
		c.creata = istante(rs, "creata");
		c.popolazione = rs.getInt("popolazione");
		c.fascia = rs.getString("fascia");
		c.importo = rs.getBigDecimal("importo");
		c.sitoAvvio = letto(rs.getString("sito_avvio"), Avvio::leggi);
		c.scenarioPartenza = letto(rs.getString("scenario_partenza"), ScenarioPartenza::leggi);
		c.protocollo = letto(rs.getString("protocollo"), Protocollo::leggi);
		c.adesione = letto(rs.getString("adesione"), Adesione::leggi);
		c.decretoPubblicato = rs.getObject("decreto_pubblicato", LocalDate.class);
		c.terminiAllegato = new TerminiAllegato(letto(rs.getString("allegato_contrattualizzazione"), Termine::leggi),
				letto(rs.getString("allegato_completamento"), Termine::leggi),
				letto(rs.getString("allegato_limite"), Termine::leggi));
		c.inviata = istante(rs, "inviata");
		c.protocolloInvio = rs.getString("protocollo_invio");
		c.ammissibilita = notifica(rs, "ammissibilita_notificata", "ammissibilita_protocollo");
		c.cup = letto(rs.getString("cup"), Cup::new);
		c.cupInserito = rs.getObject("cup_inserito", LocalDate.class);
		c.decretoNumero = rs.getString("decreto_numero");
		c.decretoData = rs.getObject("decreto_data", LocalDate.class);
		c.decreto = notifica(rs, "decreto_notificato", "decreto_protocollo");
		c.importoDecretato = rs.getBigDecimal("importo_decretato");
		c.contrattualizzata = rs.getObject("contrattualizzata", LocalDate.class);
		c.decorrenzaCompletamento = rs.getObject("decorrenza_completamento", LocalDate.class);
		c.sitoUrl = rs.getString("sito_url");
		c.sitoOnline = rs.getObject("sito_online", LocalDate.class);
		c.sitoVerificato = rs.getBoolean("sito_verificato");
		c.completata = rs.getObject("completata", LocalDate.class);
		c.asseverazioneEsito = letto(rs.getString("asseverazione_esito"), Esito::leggi);
		c.asseverazioneData = rs.getObject("asseverazione_data", LocalDate.class);
		c.erogazioneRichiesta = rs.getObject("erogazione_richiesta", LocalDate.class);
		c.contoTesoreria = rs.getString("conto_tesoreria");
		c.credenzialiConsegnate = rs.getBoolean("credenziali_consegnate");
		c.erogata = rs.getObject("erogata", LocalDate.class);
		c.importoErogato = rs.getBigDecimal("importo_erogato");
		c.versione = rs.getInt("versione");
		return c;
	}

}
