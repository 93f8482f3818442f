package it.cronoprogramma.candidatura;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The candidature with their packages, contracts, verifications and stories. Every write
 * joins the transaction of the engine's command: the fact and the token commit together
 * or not at all.
 */
@Repository
public class CandidaturaRepository {

	private static final int GRUPPO = 500;

	private static final String INSERISCI_STORIA = """
			INSERT INTO storia (id, candidatura, quando, progressivo, chi, fatto, atto, prima, dopo)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""";

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
		if (pubblicataViva(c)) {
			throw giaPresente(c.avviso);
		}
		try {
			this.jdbc
				.sql("""
						INSERT INTO candidatura (codice, ente, avviso, stato, fase, sospesa, integrazione, predecessore, viva,
							creata, popolazione, fascia, sito_verificato, credenziali_consegnate, origine, seguita,
							versione)
						VALUES (:codice, :ente, :avviso, :stato, :stato, FALSE, FALSE, :predecessore, :viva,
							:creata, :popolazione, :fascia, FALSE, FALSE, :origine, :seguita, 0)""")
				.param("origine", c.origine.name())
				.param("seguita", c.seguita)
				.param("predecessore", c.predecessore)
				.param("codice", c.codice)
				.param("ente", c.ente)
				.param("avviso", c.avviso)
				.param("stato", c.stato().name())
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
	 * Records candidature first heard of in the published data.
	 * @param candidature the candidature, new
	 * @param autore who imports them
	 */
	public void inserisciPubblicate(List<Candidatura> candidature, Autore autore) {
		this.template.batchUpdate(
				"""
						INSERT INTO candidatura (codice, ente, avviso, stato, fase, sospesa, integrazione, viva, creata, popolazione,
							fascia, importo, inviata, cup, decreto_numero, decreto_data, decreto_notificato, decreto_protocollo,
							decreto_pubblicato, importo_decretato, erogata, importo_erogato, conclusa, origine, seguita,
							sito_verificato, credenziali_consegnate, versione)
						VALUES (?, ?, ?, ?, ?, FALSE, FALSE, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE, FALSE, 0)""",
				candidature.stream()
					.map((c) -> new Object[] { c.codice, c.ente, c.avviso, c.stato().name(), c.fase.name(), viva(c),
							istante(c.creata), c.popolazione, c.fascia, c.importo, istante(c.inviata), c.cup.codice(),
							c.decretoNumero, c.decretoData, istante(c.decreto.istante()), c.decreto.protocollo(),
							c.decretoPubblicato, c.importoDecretato, c.erogata, c.importoErogato, c.conclusa,
							c.origine.name(), c.seguita })
					.toList());
		List<Object[]> righe = new ArrayList<>();
		candidature.forEach((c) -> righe.addAll(righe(c.codice, c.prendiNuoveVoci(), autore)));
		this.template.batchUpdate(INSERISCI_STORIA, righe);
	}

	/**
	 * Some candidature, which nobody else can act upon until the transaction ends.
	 * @param codici their codes
	 * @return those that exist, by code
	 */
	public Map<String, Candidatura> leggi(Collection<String> codici) {
		Map<String, Candidatura> lette = new HashMap<>();
		if (!codici.isEmpty()) {
			this.jdbc.sql("SELECT * FROM candidatura WHERE codice IN (:codici) FOR UPDATE")
				.param("codici", codici)
				.query(CandidaturaRepository::candidatura)
				.list()
				.forEach((c) -> lette.put(c.codice, c));
		}
		return lette;
	}

	/**
	 * Some candidature, to be read only.
	 * @param codici their codes
	 * @return those that exist, by code
	 */
	public Map<String, Candidatura> perCodice(Collection<String> codici) {
		Map<String, Candidatura> lette = new HashMap<>();
		if (!codici.isEmpty()) {
			this.jdbc.sql("SELECT * FROM candidatura WHERE codice IN (:codici)")
				.param("codici", codici)
				.query(CandidaturaRepository::candidatura)
				.list()
				.forEach((c) -> lette.put(c.codice, c));
		}
		return lette;
	}

	/**
	 * The candidature of some enti that were opened here and of which nothing was
	 * published so far.
	 * @param enti ids of enti
	 * @return the candidature, by ente and code
	 */
	public List<Candidatura> nonPubblicate(Collection<String> enti) {
		if (enti.isEmpty()) {
			return List.of();
		}
		return this.jdbc.sql("""
				SELECT c.* FROM candidatura c WHERE c.ente IN (:enti) AND c.origine = 'UFFICIO'
					AND NOT EXISTS (SELECT 1 FROM pubblicata p WHERE p.candidatura = c.codice)
				ORDER BY c.ente, c.codice""").param("enti", enti).query(CandidaturaRepository::candidatura).list();
	}

	/**
	 * One that was heard of in the published data, whether it is followed or was paid.
	 */
	private boolean pubblicataViva(Candidatura c) {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM candidatura WHERE ente = :ente AND avviso = :avviso AND origine = 'PUBBLICATA'
					AND (viva IS NOT NULL OR erogata IS NOT NULL)""")
			.param("ente", c.ente)
			.param("avviso", c.avviso)
			.query(Long.class)
			.single() > 0;
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
	 * @throws Rifiuto if it would count again for an avviso on which the ente has another
	 */
	public void salva(Candidatura c, Autore autore) {
		int righe = aggiorna(c);
		if (righe != 1) {
			throw new OptimisticLockingFailureException(
					"La candidatura " + c.codice + " è stata modificata nel frattempo");
		}
		c.versione++;
		narra(c.codice, c.prendiNuoveVoci(), autore);
	}

	private int aggiorna(Candidatura c) {
		try {
			return scrivi(c);
		}
		catch (DuplicateKeyException ex) {
			throw giaPresente(c.avviso);
		}
	}

	private int scrivi(Candidatura c) {
		return this.jdbc.sql("""
				UPDATE candidatura SET stato = :stato, fase = :fase, rinuncia_richiesta = :rinunciaRichiesta,
					revoca_comunicata = :revocaComunicata, sospesa = :sospesa, integrazione = :integrazione,
					anno_verificato = :annoVerificato, viva = :viva, importo = :importo, sito_avvio = :sitoAvvio,
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
					decorrenza_completamento = :decorrenzaCompletamento, atto_ricognitivo = :attoRicognitivo,
					sito_url = :sitoUrl, sito_online = :sitoOnline, sito_verificato = :sitoVerificato,
					completata = :completata, asseverazione_esito = :asseverazioneEsito,
					asseverazione_data = :asseverazioneData, erogazione_richiesta = :erogazioneRichiesta,
					conto_tesoreria = :contoTesoreria, credenziali_consegnate = :credenzialiConsegnate,
					erogata = :erogata, importo_erogato = :importoErogato, ente = :ente, seguita = :seguita,
					conclusa = :conclusa, popolazione = :popolazione, fascia = :fascia, versione = versione + 1
				WHERE codice = :codice AND versione = :versione""")
			.param("stato", c.stato().name())
			.param("fase", c.fase.name())
			.param("rinunciaRichiesta", c.vicende.rinunciaRichiesta)
			.param("revocaComunicata", c.vicende.revocaComunicata)
			.param("sospesa", c.vicende.sospesa)
			.param("integrazione", c.vicende.integrazione)
			.param("annoVerificato", c.annoVerificato)
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
			.param("attoRicognitivo", c.attoRicognitivo)
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
			.param("ente", c.ente)
			.param("seguita", c.seguita)
			.param("conclusa", c.conclusa)
			.param("popolazione", c.popolazione)
			.param("fascia", c.fascia)
			.param("codice", c.codice)
			.param("versione", c.versione)
			.update();
	}

	/**
	 * The services of a package.
	 * @param codice the candidatura's code
	 * @return the services, by code
	 */
	public List<ServizioFinanziato> servizi(String codice) {
		return this.jdbc.sql("SELECT * FROM servizio_finanziato WHERE candidatura = :codice ORDER BY servizio")
			.param("codice", codice)
			.query(CandidaturaRepository::servizio)
			.list();
	}

	/**
	 * The services of several packages.
	 * @param codici codes of candidature
	 * @return the services of each that has any, by code
	 */
	public Map<String, List<ServizioFinanziato>> servizi(Collection<String> codici) {
		Map<String, List<ServizioFinanziato>> servizi = new HashMap<>();
		List<String> tutti = List.copyOf(codici);
		for (int da = 0; da < tutti.size(); da += GRUPPO) {
			this.jdbc.sql("SELECT * FROM servizio_finanziato WHERE candidatura IN (:codici) ORDER BY servizio")
				.param("codici", tutti.subList(da, Math.min(tutti.size(), da + GRUPPO)))
				.query((RowCallbackHandler) (rs) -> servizi
					.computeIfAbsent(rs.getString("candidatura"), (c) -> new ArrayList<>())
					.add(servizio(rs, 0)));
		}
		return servizi;
	}

	private static ServizioFinanziato servizio(ResultSet rs, int riga) throws SQLException {
		return new ServizioFinanziato(rs.getString("servizio"), rs.getString("nome"),
				Modalita.trova(rs.getString("modalita")), Avvio.leggi(rs.getString("avvio")), rs.getString("url"),
				rs.getObject("online", LocalDate.class), rs.getBoolean("verificato"));
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
	 * The contracts recorded, and what was agreed upon afterwards.
	 * @param codice the candidatura's code
	 * @return the contracts and addenda, by date
	 */
	public List<Contratto> contratti(String codice) {
		return contrattiRegistrati(codice).stream().map(ContrattoRegistrato::contratto).toList();
	}

	/**
	 * The contracts recorded, and what was agreed upon afterwards, with their ids.
	 * @param codice the candidatura's code
	 * @return the contracts and addenda, by date
	 */
	public List<ContrattoRegistrato> contrattiRegistrati(String codice) {
		Map<String, List<Attivita>> attivita = new HashMap<>();
		this.jdbc.sql("""
				SELECT a.contratto, a.attivita, s.nome FROM contratto_attivita a JOIN contratto k ON k.id = a.contratto
				LEFT JOIN servizio_finanziato s ON s.candidatura = k.candidatura AND s.servizio = a.attivita
				WHERE k.candidatura = :codice
				ORDER BY CASE WHEN a.attivita = 'sito' THEN 0 ELSE 1 END, a.attivita""")
			.param("codice", codice)
			.query((RowCallbackHandler) (rs) -> attivita
				.computeIfAbsent(rs.getString("contratto"), (k) -> new ArrayList<>())
				.add(attivita(rs.getString("attivita"), rs.getString("nome"))));
		return this.jdbc
			.sql("""
					SELECT f.*, k.id AS contratto, k.soggetto, k.tipo_atto, k.numero_atto, k.data, k.cig, k.addendum, k.oggetto
					FROM contratto k JOIN fornitore f ON f.id = k.fornitore_id WHERE k.candidatura = :codice
					ORDER BY k.data, k.registrato""")
			.param("codice", codice)
			.query((rs, riga) -> new ContrattoRegistrato(rs.getString("contratto"),
					new Contratto(FornitoreRepository.fornitore(rs, riga), TipoSoggetto.leggi(rs.getString("soggetto")),
							TipoAtto.leggi(rs.getString("tipo_atto")), rs.getString("numero_atto"),
							rs.getObject("data", LocalDate.class), rs.getString("cig"),
							attivita.getOrDefault(rs.getString("contratto"), List.of()), rs.getBoolean("addendum"),
							rs.getString("oggetto"))))
			.list();
	}

	private static Attivita attivita(String codice, String servizio) {
		if (servizio != null) {
			return new Attivita(codice, servizio);
		}
		return codice.equals(Attivita.SITO.codice()) ? Attivita.SITO
				: codice.equals(Attivita.PACCHETTO.codice()) ? Attivita.PACCHETTO : new Attivita(codice, codice);
	}

	/**
	 * Records a contract or an addendum.
	 * @param codice the candidatura's code
	 * @param contratto the contract
	 * @param autore who records it
	 */
	public void inserisciContratto(String codice, Contratto contratto, Autore autore) {
		String id = UUID.randomUUID().toString();
		this.jdbc.sql("""
				INSERT INTO contratto (id, candidatura, fornitore_id, soggetto, tipo_atto, numero_atto, data, cig,
					addendum, oggetto, registrato, registrato_da)
				VALUES (:id, :codice, :fornitore, :soggetto, :tipo, :numero, :data, :cig, :addendum, :oggetto,
					:registrato, :da)""")
			.param("id", id)
			.param("codice", codice)
			.param("fornitore", contratto.realizzatore().id())
			.param("soggetto", contratto.soggetto().codice())
			.param("tipo", contratto.tipo().codice())
			.param("numero", contratto.numero())
			.param("data", contratto.data())
			.param("cig", contratto.cig())
			.param("addendum", contratto.addendum())
			.param("oggetto", contratto.oggetto())
			.param("registrato", istante(autore.quando()))
			.param("da", autore.chi())
			.update();
		this.template.batchUpdate("INSERT INTO contratto_attivita (contratto, attivita) VALUES (?, ?)",
				contratto.attivita().stream().map((a) -> new Object[] { id, a.codice() }).toList());
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
	 * Records the outcome of a sample check.
	 * @param id its id
	 * @param esito the outcome
	 * @param giorno the day it was communicated
	 * @param protocollo the number of the PEC
	 */
	public void concludiControllo(String id, Esito esito, LocalDate giorno, String protocollo) {
		this.jdbc.sql(
				"UPDATE controllo SET esito = :esito, esito_data = :giorno, esito_protocollo = :protocollo WHERE id = :id")
			.param("esito", esito.codice())
			.param("giorno", giorno)
			.param("protocollo", protocollo)
			.param("id", id)
			.update();
	}

	/**
	 * Records what the Dipartimento asks for.
	 * @param i the request
	 * @param autore who records it
	 */
	public void inserisciIntegrazione(Integrazione i, Autore autore) {
		this.jdbc.sql("""
				INSERT INTO integrazione (id, candidatura, notificata, protocollo, richiesta, giorni, entro, registrata,
					registrata_da)
				VALUES (:id, :candidatura, :notificata, :protocollo, :richiesta, :giorni, :entro, :registrata, :da)""")
			.param("id", i.id())
			.param("candidatura", i.candidatura())
			.param("notificata", istante(i.pec().istante()))
			.param("protocollo", i.pec().protocollo())
			.param("richiesta", i.richiesta())
			.param("giorni", i.giorni())
			.param("entro", i.entro())
			.param("registrata", istante(autore.quando()))
			.param("da", autore.chi())
			.update();
	}

	/**
	 * The request that awaits its answer.
	 * @param candidatura the candidatura's code
	 * @return the request, empty if none does
	 */
	public Optional<Integrazione> integrazioneAperta(String candidatura) {
		return this.jdbc.sql("""
				SELECT * FROM integrazione WHERE candidatura = :candidatura AND risposto IS NULL
				ORDER BY registrata DESC FETCH FIRST 1 ROWS ONLY""")
			.param("candidatura", candidatura)
			.query((rs, riga) -> new Integrazione(rs.getString("id"), rs.getString("candidatura"),
					notifica(rs, "notificata", "protocollo"), rs.getString("richiesta"),
					rs.getObject("giorni", Integer.class), rs.getObject("entro", LocalDate.class)))
			.optional();
	}

	/**
	 * Records the answer to a request.
	 * @param id the request's id
	 * @param giorno the day it was given
	 * @param protocollo the number under which the ente recorded it, or {@code null}
	 */
	public void rispondiIntegrazione(String id, LocalDate giorno, String protocollo) {
		this.jdbc.sql("UPDATE integrazione SET risposto = :giorno, risposta_protocollo = :protocollo WHERE id = :id")
			.param("giorno", giorno)
			.param("protocollo", protocollo)
			.param("id", id)
			.update();
	}

	/**
	 * The candidature of an ente on an avviso that leave room for another, the latest
	 * first.
	 * @param ente the ente's id
	 * @param avviso the avviso's code
	 * @return the candidature
	 */
	public List<Candidatura> superate(String ente, String avviso) {
		return this.jdbc.sql("""
				SELECT * FROM candidatura WHERE ente = :ente AND avviso = :avviso AND viva IS NULL
				ORDER BY creata DESC, codice DESC""")
			.param("ente", ente)
			.param("avviso", avviso)
			.query(CandidaturaRepository::candidatura)
			.list();
	}

	/**
	 * The candidature that took the place of one.
	 * @param codice the code of the one before
	 * @return their codes, in order
	 */
	public List<String> successori(String codice) {
		return this.jdbc.sql("SELECT codice FROM candidatura WHERE predecessore = :codice ORDER BY codice")
			.param("codice", codice)
			.query(String.class)
			.list();
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
		this.template.batchUpdate(INSERISCI_STORIA, righe(codice, voci, autore));
	}

	private static List<Object[]> righe(String codice, List<VoceStoria> voci, Autore autore) {
		OffsetDateTime quando = istante(autore.quando());
		List<Object[]> righe = new ArrayList<>();
		for (VoceStoria v : voci) {
			righe.add(new Object[] { UUID.randomUUID().toString(), codice, quando, righe.size(), autore.chi(),
					taglia(v.fatto(), 60), taglia(v.atto(), 500), taglia(v.prima(), 2000), taglia(v.dopo(), 2000) });
		}
		return righe;
	}

	private static String taglia(String testo, int lunghezza) {
		return (testo == null || testo.length() <= lunghezza) ? testo : testo.substring(0, lunghezza - 1) + "…";
	}

	private static String viva(Candidatura c) {
		if (!c.viva() || !c.seguita) {
			return null;
		}
		// two of one ente on one avviso have been published: so be it
		return c.ente + "|" + c.avviso + ((c.origine == Origine.PUBBLICATA) ? "|" + c.codice : "");
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
		c.fase = Stato.valueOf(rs.getString("fase"));
		c.vicende.rinunciaRichiesta = rs.getObject("rinuncia_richiesta", LocalDate.class);
		c.vicende.revocaComunicata = rs.getObject("revoca_comunicata", LocalDate.class);
		c.vicende.sospesa = rs.getBoolean("sospesa");
		c.vicende.integrazione = rs.getBoolean("integrazione");
		c.predecessore = rs.getString("predecessore");
		c.annoVerificato = rs.getObject("anno_verificato", Integer.class);
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
		c.attoRicognitivo = rs.getObject("atto_ricognitivo", LocalDate.class);
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
		c.origine = Origine.valueOf(rs.getString("origine"));
		c.seguita = rs.getBoolean("seguita");
		c.conclusa = rs.getObject("conclusa", LocalDate.class);
		c.versione = rs.getInt("versione");
		return c;
	}

}
