package it.cronoprogramma.processo.accessi;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.Ricerca;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.identity.PasswordPolicyResult;
import org.camunda.bpm.engine.identity.PasswordPolicyRule;
import org.camunda.bpm.engine.identity.User;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Users are the engine's. They are changed by its service only; lists are read from its
 * tables, whose service would ask once for each ente.
 */
@Component
class UtentiDelMotore implements Utenti {

	private static final String COLONNE = """
			SELECT u.ID_ AS id, u.FIRST_ AS nome, u.LAST_ AS cognome, u.EMAIL_ AS email, s.disattivato AS disattivato
			FROM ACT_ID_USER u LEFT JOIN utente s ON s.id = u.ID_""";

	private static final String FILTRO = """
			WHERE (:tutto = TRUE
			OR EXISTS (SELECT 1 FROM ACT_ID_TENANT_MEMBER t WHERE t.USER_ID_ = u.ID_ AND t.TENANT_ID_ IN (:enti))
			OR EXISTS (SELECT 1 FROM ACT_ID_MEMBERSHIP m WHERE m.USER_ID_ = u.ID_ AND m.GROUP_ID_ IN (:gestioni)))
			AND (LOWER(u.ID_) LIKE :testo ESCAPE '!' OR LOWER(u.EMAIL_) LIKE :testo ESCAPE '!'
			OR LOWER(CONCAT(COALESCE(u.FIRST_, ''), ' ', COALESCE(u.LAST_, ''))) LIKE :testo ESCAPE '!')""";

	/** Of every class that a policy may ask for, besides what is random. */
	private static final String OGNI_CLASSE = "aA1!";

	private final IdentityService identita;

	private final ProcessEngineConfiguration motore;

	private final JdbcClient jdbc;

	UtentiDelMotore(IdentityService identita, ProcessEngineConfiguration motore, JdbcClient jdbc) {
		this.identita = identita;
		this.motore = motore;
		this.jdbc = jdbc;
	}

	@Override
	public Optional<Utente> trova(String id) {
		return completi(
				this.jdbc.sql(COLONNE + " WHERE u.ID_ = :id").param("id", id).query(UtentiDelMotore::nudo).list())
			.stream()
			.findFirst();
	}

	@Override
	public List<Utente> elenco(Competenza c, String testo, int salta, int quanti) {
		return completi(this.jdbc
			.sql(COLONNE + "\n" + FILTRO
					+ " ORDER BY LOWER(u.LAST_), LOWER(u.FIRST_), u.ID_ LIMIT :quanti OFFSET :salta")
			.params(filtro(c, testo))
			.param("quanti", quanti)
			.param("salta", salta)
			.query(UtentiDelMotore::nudo)
			.list());
	}

	@Override
	public int conta(Competenza c, String testo) {
		return this.jdbc.sql("SELECT COUNT(*) FROM ACT_ID_USER u " + FILTRO)
			.params(filtro(c, testo))
			.query(Integer.class)
			.single();
	}

	@Override
	public List<String> conIndirizzo(String email) {
		return this.jdbc.sql("""
				SELECT u.ID_ FROM ACT_ID_USER u LEFT JOIN utente s ON s.id = u.ID_
				WHERE LOWER(u.EMAIL_) = LOWER(:email) AND s.disattivato IS NULL ORDER BY u.ID_""")
			.param("email", email)
			.query(String.class)
			.list();
	}

	@Override
	public List<Persona> conRuolo(Ruolo ruolo, String gestione) {
		return this.jdbc.sql(COLONNE + """

				WHERE s.disattivato IS NULL AND u.EMAIL_ IS NOT NULL
				AND EXISTS (SELECT 1 FROM ACT_ID_MEMBERSHIP m WHERE m.USER_ID_ = u.ID_ AND m.GROUP_ID_ = :ruolo)
				AND EXISTS (SELECT 1 FROM ACT_ID_MEMBERSHIP m WHERE m.USER_ID_ = u.ID_ AND m.GROUP_ID_ = :gestione)
				ORDER BY u.ID_""")
			.param("ruolo", ruolo.gruppo())
			.param("gestione", gestione)
			.query(UtentiDelMotore::nudo)
			.stream()
			.map(Utente::persona)
			.toList();
	}

	@Override
	public Collection<String> salva(Utente u) {
		Optional<Utente> prima = trova(u.id());
		if (prima.isEmpty()) {
			// without his names, which the policy would look for in what is random
			User nuovo = this.identita.newUser(u.id());
			nuovo.setPassword(ignota());
			this.identita.saveUser(nuovo);
		}
		User utente = this.identita.createUserQuery().userId(u.id()).singleResult();
		utente.setFirstName(u.nome());
		utente.setLastName(u.cognome());
		utente.setEmail(u.email());
		this.identita.saveUser(utente);
		Set<String> gruppi = new TreeSet<>(u.gestioni());
		u.ruoli().forEach((r) -> gruppi.add(r.gruppo()));
		Set<String> gruppiPrima = prima.map((p) -> {
			Set<String> suoi = new TreeSet<>(p.gestioni());
			p.ruoli().forEach((r) -> suoi.add(r.gruppo()));
			return suoi;
		}).orElseGet(TreeSet::new);
		differenza(gruppiPrima, gruppi, (g) -> this.identita.createMembership(u.id(), g));
		differenza(gruppi, gruppiPrima, (g) -> this.identita.deleteMembership(u.id(), g));
		Set<String> entiPrima = prima.map(Utente::enti).orElseGet(Set::of);
		differenza(entiPrima, u.enti(), (e) -> this.identita.createTenantUserMembership(e, u.id()));
		differenza(u.enti(), entiPrima, (e) -> this.identita.deleteTenantUserMembership(e, u.id()));
		Set<String> lasciati = new TreeSet<>(entiPrima);
		lasciati.removeAll(u.enti());
		return lasciati;
	}

	@Override
	public int amministratori() {
		return this.jdbc.sql("""
				SELECT COUNT(*) FROM ACT_ID_MEMBERSHIP m LEFT JOIN utente s ON s.id = m.USER_ID_
				WHERE m.GROUP_ID_ = :gruppo AND s.disattivato IS NULL""")
			.param("gruppo", Ruolo.AMMINISTRATORE.gruppo())
			.query(Integer.class)
			.single();
	}

	@Override
	public List<RegolaPassword> regole(String utente, String password) {
		if (!this.motore.isEnablePasswordPolicy() || this.identita.getPasswordPolicy() == null) {
			return List.of(new RegolaPassword("non è vuota", password != null && !password.isBlank()));
		}
		PasswordPolicyResult esito = this.identita.checkPasswordAgainstPolicy(this.identita.getPasswordPolicy(),
				(password == null) ? "" : password, this.identita.createUserQuery().userId(utente).singleResult());
		Set<PasswordPolicyRule> violate = new HashSet<>(esito.getViolatedRules());
		return this.identita.getPasswordPolicy()
			.getRules()
			.stream()
			.map((r) -> new RegolaPassword(inParole(r), !violate.contains(r)))
			.toList();
	}

	@Override
	public void password(String utente, String password) {
		User u = this.identita.createUserQuery().userId(utente).singleResult();
		u.setPassword(password);
		this.identita.saveUser(u);
		this.identita.unlockUser(utente);
	}

	/**
	 * The engine names its rules in capitals; one that is not its own speaks for itself.
	 */
	private static String inParole(PasswordPolicyRule regola) {
		Map<String, String> numeri = (regola.getParameters() == null) ? Map.of() : regola.getParameters();
		String quanti = numeri.values().stream().findFirst().orElse("1");
		boolean uno = "1".equals(quanti);
		return switch (regola.getPlaceholder()) {
			case "PASSWORD_POLICY_USER_DATA" -> "non contiene il nome utente, il nome, il cognome, l'e-mail";
			case "PASSWORD_POLICY_LENGTH" -> "ha almeno " + quanti + " caratteri";
			case "PASSWORD_POLICY_LOWERCASE" ->
				uno ? "ha almeno una lettera minuscola" : "ha almeno " + quanti + " lettere minuscole";
			case "PASSWORD_POLICY_UPPERCASE" ->
				uno ? "ha almeno una lettera maiuscola" : "ha almeno " + quanti + " lettere maiuscole";
			case "PASSWORD_POLICY_DIGIT" -> uno ? "ha almeno una cifra" : "ha almeno " + quanti + " cifre";
			case "PASSWORD_POLICY_SPECIAL" -> uno ? "ha almeno un carattere speciale, per esempio ! ? - _ @"
					: "ha almeno " + quanti + " caratteri speciali, per esempio ! ? - _ @";
			default -> regola.getPlaceholder();
		};
	}

	private static void differenza(Set<String> questi, Set<String> altri, Consumer<String> azione) {
		altri.stream().filter((x) -> !questi.contains(x)).forEach(azione);
	}

	private static String ignota() {
		byte[] caso = new byte[32];
		new SecureRandom().nextBytes(caso);
		return Base64.getUrlEncoder().encodeToString(caso) + OGNI_CLASSE;
	}

	private static Map<String, Object> filtro(Competenza c, String testo) {
		Map<String, Object> filtro = new HashMap<>();
		filtro.put("tutto", c.tutto());
		filtro.put("enti", c.enti().isEmpty() ? List.of("-") : c.enti());
		filtro.put("gestioni", c.gestioni().isEmpty() ? List.of("-") : c.gestioni());
		filtro.put("testo", Ricerca.simile(testo));
		return filtro;
	}

	private static Utente nudo(ResultSet rs, int riga) throws SQLException {
		OffsetDateTime disattivato = rs.getObject("disattivato", OffsetDateTime.class);
		return new Utente(rs.getString("id"), rs.getString("nome"), rs.getString("cognome"), rs.getString("email"),
				Set.of(), Set.of(), Set.of(), (disattivato == null) ? null : disattivato.toInstant());
	}

	/**
	 * With roles, gestioni and enti: an ente that is no more comes with its successor.
	 */
	private List<Utente> completi(List<Utente> nudi) {
		if (nudi.isEmpty()) {
			return List.of();
		}
		List<String> ids = nudi.stream().map(Utente::id).toList();
		Map<String, Set<String>> gruppi = coppie(
				"SELECT USER_ID_ AS chi, GROUP_ID_ AS cosa FROM ACT_ID_MEMBERSHIP WHERE USER_ID_ IN (:ids)", ids);
		Map<String, Set<String>> enti = coppie(
				"""
						SELECT t.USER_ID_ AS chi, t.TENANT_ID_ AS cosa FROM ACT_ID_TENANT_MEMBER t JOIN ente e ON e.id = t.TENANT_ID_
						WHERE t.USER_ID_ IN (:ids) AND e.successore IS NULL""",
				ids);
		Set<String> gestioni = new HashSet<>(this.jdbc.sql("SELECT id FROM gestione").query(String.class).list());
		List<Utente> completi = new ArrayList<>();
		for (Utente u : nudi) {
			Set<String> suoi = gruppi.getOrDefault(u.id(), Set.of());
			Set<Ruolo> ruoli = EnumSet.noneOf(Ruolo.class);
			Arrays.stream(Ruolo.values()).filter((r) -> suoi.contains(r.gruppo())).forEach(ruoli::add);
			completi.add(new Utente(u.id(), u.nome(), u.cognome(), u.email(), ruoli,
					enti.getOrDefault(u.id(), new TreeSet<>()),
					suoi.stream().filter(gestioni::contains).collect(Collectors.toCollection(TreeSet::new)),
					u.disattivato()));
		}
		return completi;
	}

	private Map<String, Set<String>> coppie(String sql, List<String> ids) {
		Map<String, Set<String>> coppie = new HashMap<>();
		this.jdbc.sql(sql).param("ids", ids).query((rs) -> {
			coppie.computeIfAbsent(rs.getString("chi"), (c) -> new TreeSet<>()).add(rs.getString("cosa"));
		});
		return coppie;
	}

}
