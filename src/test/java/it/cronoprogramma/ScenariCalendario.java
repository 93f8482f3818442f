package it.cronoprogramma;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.prova.Sessione;
import it.cronoprogramma.prova.Vita;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.jdbc.core.simple.JdbcClient;

import static it.cronoprogramma.candidatura.TipoTermine.COMPLETAMENTO;
import static it.cronoprogramma.candidatura.TipoTermine.CONTRATTUALIZZAZIONE;
import static it.cronoprogramma.candidatura.TipoTermine.CUP;
import static it.cronoprogramma.candidatura.TipoTermine.LIMITE;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Terms as a program reads them that shows calendars: what stands there as they move, who
 * may make an address, what becomes of it afterwards. Read back by another library than
 * the one that wrote them.
 */
abstract class ScenariCalendario extends ScenariSuDueDatabase {

	private static final String MODULO = "application/x-www-form-urlencoded";

	private static final Pattern INDIRIZZO = Pattern
		.compile("value=\"http[^\"]*(/calendario/[A-Za-z0-9_-]{43}\\.ics)\"");

	private Ente comune;

	ScenariCalendario(boolean suPostgres) {
		super(suPostgres);
	}

	@BeforeEach
	void unComune() {
		sgombera();
		this.comune = this.app.nuovoComune(3000);
	}

	@Test
	void unTermineSiSpostaSiAdempieSiRiapreESpariscePiuTardi() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		String ics = crea(this.comune.id(), "ente:" + this.comune.id());
		Map<String, VEvent> prima = eventi(ics);
		String contratti = uid(c, CONTRATTUALIZZAZIONE);
		assertThat(prima.get(contratti).getSummary().getValue()).isEqualTo("Prova · Contratti · 1.4.1");
		assertThat(giorno(prima.get(contratti))).isEqualTo("2023-02-20");
		assertThat(prima.get(contratti).getStatus().isConfirmed()).isTrue();
		assertThat(prima.get(contratti).getDescription().getValue())
			.contains(this.app.scadenza(c, CONTRATTUALIZZAZIONE).date().spiegazione());
		assertThat(giorno(prima.get(uid(c, LIMITE)))).isEqualTo("2023-11-20");
		assertThat(prima.get(uid(c, CUP)).getStatus().isCancelled()).as("adempiuto da meno di novanta giorni").isTrue();

		this.app.alle("2022-09-01T10:00");
		assertThat(eventi(ics).get(contratti).getSequence()).as("un promemoria non cambia il termine")
			.isEqualTo(prima.get(contratti).getSequence());
		this.app.avviaProcesso("rtd", "registra-differimento",
				Map.of("tipo", "proroga", "termine", "contrattualizzazione", "contatore", "pec", "giorni", 90, "atto",
						"PEC 77", "dataAtto", "2022-08-31", "ambito", "una", "candidatura", c));
		this.app.compila("rtd",
				"D%06d".formatted(
						this.app.bean(DifferimentoRepository.class).elenco(List.of("gestione1"), 1).get(0).numero()),
				"confermaDifferimento", Map.of("decisione", "conferma"));
		this.app.alle("2022-09-01T10:01");
		VEvent spostato = eventi(ics).get(contratti);
		assertThat(giorno(spostato)).isEqualTo(this.app.scadenza(c, CONTRATTUALIZZAZIONE).governante().toString())
			.isEqualTo("2023-05-20");
		assertThat(spostato.getSequence().getValue()).isEqualTo(prima.get(contratti).getSequence().getValue() + 1);
		assertThat(spostato.getLastModified().getValue()).isAfter(prima.get(contratti).getLastModified().getValue());

		Vita vita = new Vita(this.app, c, this.comune).fino("registraAsseverazione");
		Map<String, VEvent> completata = eventi(ics);
		assertThat(completata.get(contratti).getStatus().isCancelled()).isTrue();
		assertThat(completata.get(contratti).getSummary().getValue())
			.isEqualTo("Adempiuto · Prova · Contratti · 1.4.1");
		assertThat(completata.get(contratti).getSequence().getValue()).isGreaterThan(spostato.getSequence().getValue());
		VEvent completamento = completata.get(uid(c, COMPLETAMENTO));
		assertThat(completamento.getStatus().isCancelled()).isTrue();

		vita.con("registraAsseverazione", Map.of("esito", "parziale", "motivi", "Difformità"))
			.fino("dichiaraCompletamento");
		VEvent riaperto = eventi(ics).get(uid(c, COMPLETAMENTO));
		assertThat(riaperto.getStatus().isConfirmed()).isTrue();
		assertThat(riaperto.getSequence().getValue()).isGreaterThan(completamento.getSequence().getValue());

		this.app.torna("2022-12-15T10:00");
		assertThat(eventi(ics)).as("chiusi da più di novanta giorni")
			.doesNotContainKeys(contratti, uid(c, CUP))
			.containsKeys(uid(c, COMPLETAMENTO), uid(c, LIMITE));
	}

	@Test
	void unTermineScadutoRestaELoDice() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		String ics = crea("rtd", "ente:" + this.comune.id());
		int prima = eventi(ics).get(uid(c, CONTRATTUALIZZAZIONE)).getSequence().getValue();
		this.app.alle("2023-02-21T10:00");
		VEvent scaduto = eventi(ics).get(uid(c, CONTRATTUALIZZAZIONE));
		assertThat(scaduto.getSummary().getValue()).isEqualTo("SCADUTO · Prova · Contratti · 1.4.1");
		assertThat(scaduto.getStatus().isConfirmed()).isTrue();
		assertThat(scaduto.getSequence().getValue()).isEqualTo(prima + 1);
		this.app.bean(ScadenzaRepository.class).segnaScaduta(id(c, CONTRATTUALIZZAZIONE), this.app.adesso());
		assertThat(eventi(ics).get(uid(c, CONTRATTUALIZZAZIONE)).getSequence().getValue())
			.as("due volte la stessa cosa non è un cambiamento")
			.isEqualTo(prima + 1);
	}

	@Test
	void ciascunoVedeIlSuoEFinoAQuandoLoVede() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		Ente altro = this.app.nuovoComune(4000);
		String d = this.app.finanziata(altro, "2022-08-19");
		String suo = crea(this.comune.id(), "ente:" + this.comune.id());
		String dellAltro = crea(altro.id(), "ente:" + altro.id());
		assertThat(eventi(suo)).containsKey(uid(c, LIMITE)).doesNotContainKey(uid(d, LIMITE));
		assertThat(eventi(dellAltro)).containsKey(uid(d, LIMITE)).doesNotContainKey(uid(c, LIMITE));
		for (String quale : List.of("ente:" + this.comune.id(), "ente:nessuno", "ente:gestione1", "gestione:gestione1",
				"referente", "ente", "", "tutto:x")) {
			assertThat(chiedi(altro.id(), "/calendari", "quale", quale).statusCode()).as(quale).isEqualTo(422);
		}
		for (String chi : List.of("rtd", "responsabile")) {
			assertThat(eventi(crea(chi, "gestione:gestione1"))).as(chi).containsKeys(uid(c, LIMITE), uid(d, LIMITE));
		}
		assertThat(chiedi("rtd", "/calendari", "quale", "gestione:gestione1").body()).contains("Questo calendario c");
		assertThat(chiedi(altro.id(), "/calendari/" + idCalendario(suo) + "/revoca").statusCode()).isEqualTo(404);
		assertThat(chiedi(altro.id(), "/calendari/" + idCalendario(suo) + "/rigenera").statusCode()).isEqualTo(404);

		PersoneRepository persone = this.app.bean(PersoneRepository.class);
		persone.disattiva(this.comune.id(), this.app.adesso(), "rtd");
		assertThat(leggi(suo).statusCode()).as("chi l'ha fatto è disattivato").isEqualTo(404);
		persone.riattiva(this.comune.id());
		assertThat(leggi(suo).statusCode()).isEqualTo(200);
		IdentityService identita = this.app.bean(IdentityService.class);
		identita.deleteTenantUserMembership(this.comune.id(), this.comune.id());
		assertThat(leggi(suo).statusCode()).as("non lavora più per l'ente").isEqualTo(404);
		identita.createTenantUserMembership(this.comune.id(), this.comune.id());
		identita.deleteMembership(this.comune.id(), Ruolo.OPERATORE.gruppo());
		assertThat(leggi(suo).statusCode()).as("non ha più nessun ruolo").isEqualTo(404);
		identita.deleteUser(this.comune.id());
		assertThat(righe("calendario WHERE utente = '" + this.comune.id() + "'")).isZero();
	}

	@Test
	void unReferenteSegueISuoiEntiEQuelliDiChiSostituisceOggi() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		Ente altro = this.app.nuovoComune(4000);
		String d = this.app.finanziata(altro, "2022-08-19");
		JdbcClient jdbc = this.app.bean(JdbcClient.class);
		for (Ente e : List.of(this.comune, altro)) {
			jdbc.sql("UPDATE referente SET utente = :u WHERE ente = :u").param("u", e.id()).update();
		}
		String ics = crea(this.comune.id(), "referente");
		assertThat(eventi(ics)).containsKey(uid(c, LIMITE)).doesNotContainKey(uid(d, LIMITE));
		LocalDate oggi = this.app.oggi();
		PersoneRepository persone = this.app.bean(PersoneRepository.class);
		persone.inserisci(new Sostituzione(PersoneRepository.nuovoId(), persona(altro.id()), persona(this.comune.id()),
				altro.id(), null, oggi, oggi));
		assertThat(eventi(ics)).containsKeys(uid(c, LIMITE), uid(d, LIMITE));
		this.app.torna(oggi.plusDays(1) + "T10:00");
		assertThat(eventi(ics)).doesNotContainKey(uid(d, LIMITE));
		jdbc.sql("DELETE FROM referente WHERE ente = :e").param("e", this.comune.id()).update();
		assertThat(leggi(ics).statusCode()).as("non è più referente di nessuno").isEqualTo(404);
	}

	@Test
	void siRevocaESiRigeneraEIlRegistroLoSa() {
		this.app.finanziata(this.comune, "2022-08-19");
		String primo = crea(this.comune.id(), "ente:" + this.comune.id());
		String id = idCalendario(primo);
		assertThat(leggi(primo).statusCode()).isEqualTo(200);
		String secondo = mostrato(this.comune.id(), chiedi(this.comune.id(), "/calendari/" + id + "/rigenera"));
		assertThat(leggi(primo).statusCode()).isEqualTo(404);
		assertThat(leggi(secondo).statusCode()).isEqualTo(200);
		assertThat(chiedi("rtd", "/calendari/" + id + "/rigenera").statusCode()).as("di un altro non si rigenera")
			.isEqualTo(404);
		assertThat(chiedi("rtd", "/calendari/" + id + "/revoca").statusCode()).isEqualTo(302);
		assertThat(leggi(secondo).statusCode()).isEqualTo(404);
		assertThat(leggi(secondo).body()).as("lo stesso che per uno che non c'è mai stato")
			.isEqualTo(leggi("/calendario/" + Invito.segreto() + ".ics").body())
			.isEqualTo(leggi("/calendario/x.ics").body())
			.startsWith("A questo indirizzo non c'è nessun calendario");
		List<String> registro = this.app.bean(JdbcClient.class)
			.sql("SELECT atto || ' ' || chi || ' ' || nome || ' ' || gestione FROM registro_amministrativo WHERE oggetto = :id ORDER BY numero")
			.param("id", id)
			.query(String.class)
			.list();
		assertThat(registro).containsExactly(
				"Calendario creato " + this.comune.id() + " Comune di Prova, calendario di " + this.comune.id()
						+ " gestione1",
				"Indirizzo del calendario rigenerato " + this.comune.id() + " Comune di Prova, calendario di "
						+ this.comune.id() + " gestione1",
				"Calendario revocato rtd Comune di Prova, calendario di " + this.comune.id() + " gestione1");
		assertThat(Sessione.di(this.app, "rtd").get("/anagrafe/registro").body()).contains("Calendario revocato")
			.doesNotContain(segreto(primo), segreto(secondo));
	}

	@Test
	void chiLoHaGiaNonLoScaricaDiNuovo() {
		String c = this.app.finanziata(this.comune, "2022-08-19");
		String ics = crea(this.comune.id(), "ente:" + this.comune.id());
		HttpResponse<String> r = leggi(ics);
		assertThat(r.statusCode()).isEqualTo(200);
		assertThat(r.headers().firstValue("Content-Type").orElse("").replace(" ", ""))
			.isEqualToIgnoringCase("text/calendar;charset=utf-8");
		assertThat(r.headers().firstValue("Cache-Control").orElse("")).contains("private", "no-cache");
		assertThat(r.headers().map()).doesNotContainKeys("set-cookie", "pragma", "location");
		assertThat(r.headers().firstValue("Referrer-Policy")).contains("no-referrer");
		String etag = r.headers().firstValue("ETag").orElseThrow();
		String dal = r.headers().firstValue("Last-Modified").orElseThrow();
		assertThat(leggi(ics, "If-None-Match", etag).statusCode()).isEqualTo(304);
		assertThat(leggi(ics, "If-None-Match", etag).body()).isEmpty();
		assertThat(leggi(ics, "If-Modified-Since", dal).statusCode()).isEqualTo(304);
		HttpResponse<String> testa = manda("HEAD", ics);
		assertThat(testa.statusCode()).isEqualTo(200);
		assertThat(testa.headers().firstValue("ETag")).contains(etag);
		assertThat(testa.body()).isEmpty();
		for (String metodo : List.of("POST", "PUT", "DELETE")) {
			assertThat(manda(metodo, ics).statusCode()).as(metodo).isIn(404, 405);
		}
		assertThat(leggi(ics).body()).isEqualTo(r.body());

		this.app.torna("2022-08-20T10:00");
		this.app.bean(ScadenzaRepository.class).adempi(id(c, LIMITE), this.app.oggi(), this.app.adesso());
		HttpResponse<String> dopo = leggi(ics, "If-None-Match", etag);
		assertThat(dopo.statusCode()).isEqualTo(200);
		assertThat(dopo.headers().firstValue("ETag").orElse("")).isNotEqualTo(etag);
		assertThat(leggi(ics, "If-Modified-Since", dal).statusCode()).isEqualTo(200);
		assertThat(Sessione.di(this.app, this.comune.id()).get("/calendari").body()).as("ultima lettura")
			.contains("20/08/2022");
	}

	@Test
	void lIndirizzoNonStaDaNessunaParteEChiTiraAIndovinareAspetta() {
		String ics = crea(this.comune.id(), "ente:" + this.comune.id());
		assertThat(this.app.bean(JdbcClient.class)
			.sql("SELECT impronta FROM calendario WHERE utente = :u")
			.param("u", this.comune.id())
			.query(String.class)
			.single()).isEqualTo(Invito.impronta(segreto(ics)));
		Logger accessi = (Logger) LoggerFactory.getLogger("cronoprogramma.accessi");
		ListAppender<ILoggingEvent> righe = new ListAppender<>();
		righe.start();
		accessi.addAppender(righe);
		try {
			String[] da = { "X-Forwarded-For", "203.0.113.7" };
			assertThat(leggi(ics, da).statusCode()).isEqualTo(200);
			String inventato = "/calendario/" + Invito.segreto() + ".ics";
			HttpResponse<String> ultima = null;
			for (int i = 0; i < 31; i++) {
				ultima = leggi(inventato, da);
			}
			assertThat(ultima.statusCode()).isEqualTo(429);
			assertThat(ultima.headers().firstValue("Retry-After")).isPresent();
			assertThat(ultima.body()).startsWith("Troppi calendari inesistenti");
			assertThat(leggi(ics, da).statusCode()).as("chi ne ha uno continua a leggerlo").isEqualTo(200);
			assertThat(leggi(inventato).statusCode()).as("da altrove").isEqualTo(404);
			assertThat(righe.list).isNotEmpty()
				.extracting(ILoggingEvent::getFormattedMessage)
				.noneMatch((r) -> r.contains(segreto(inventato)) || r.contains(segreto(ics)))
				.anyMatch((r) -> r.contains("/calendario/…"));
		}
		finally {
			accessi.detachAppender(righe);
		}
	}

	final String crea(String chi, String quale) {
		return mostrato(chi, chiedi(chi, "/calendari", "quale", quale));
	}

	/** The address, which the page shows once. */
	private String mostrato(String chi, HttpResponse<String> fatto) {
		assertThat(fatto.statusCode()).as(fatto.body()).isEqualTo(302);
		HttpResponse<String> pagina = this.sessione.get("/calendari");
		assertThat(pagina.headers().firstValue("Cache-Control")).contains("no-store");
		Matcher m = INDIRIZZO.matcher(pagina.body());
		assertThat(m.find()).as(pagina.body()).isTrue();
		assertThat(this.sessione.get("/calendari").body()).as("una volta sola").doesNotContain(segreto(m.group(1)));
		return m.group(1);
	}

	private Sessione sessione;

	private HttpResponse<String> chiedi(String chi, String percorso, String... campi) {
		this.sessione = Sessione.di(this.app, chi);
		StringBuilder corpo = new StringBuilder("_csrf=")
			.append(URLEncoder.encode(this.sessione.token(), StandardCharsets.UTF_8));
		for (int i = 0; i < campi.length; i += 2) {
			corpo.append('&')
				.append(campi[i])
				.append('=')
				.append(URLEncoder.encode(campi[i + 1], StandardCharsets.UTF_8));
		}
		return this.sessione.manda("POST", percorso, MODULO, corpo.toString());
	}

	private HttpResponse<String> leggi(String ics, String... intestazioni) {
		return manda("GET", ics, intestazioni);
	}

	/** As a program does it: no cookie, no login. */
	private HttpResponse<String> manda(String metodo, String ics, String... intestazioni) {
		HttpRequest.Builder richiesta = HttpRequest.newBuilder(URI.create("http://localhost:" + this.app.porta() + ics))
			.method(metodo, HttpRequest.BodyPublishers.noBody());
		if (intestazioni.length > 0) {
			richiesta.headers(intestazioni);
		}
		try {
			return HttpClient.newHttpClient().send(richiesta.build(), HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private Map<String, VEvent> eventi(String ics) {
		HttpResponse<String> r = leggi(ics);
		assertThat(r.statusCode()).as(r.body()).isEqualTo(200);
		return Biweekly.parse(r.body())
			.first()
			.getEvents()
			.stream()
			.collect(Collectors.toMap((e) -> e.getUid().getValue(), (e) -> e));
	}

	private String id(String c, TipoTermine termine) {
		return this.app.scadenza(c, termine).id();
	}

	private String uid(String c, TipoTermine termine) {
		return id(c, termine) + "@cronoprogramma";
	}

	private String idCalendario(String ics) {
		return this.app.bean(JdbcClient.class)
			.sql("SELECT id FROM calendario WHERE impronta = :i")
			.param("i", Invito.impronta(segreto(ics)))
			.query(String.class)
			.single();
	}

	private int righe(String da) {
		return this.app.bean(JdbcClient.class).sql("SELECT COUNT(*) FROM " + da).query(Integer.class).single();
	}

	private static Persona persona(String utente) {
		return new Persona(utente, utente, utente + "@gestione.example");
	}

	private static String segreto(String ics) {
		return ics.substring("/calendario/".length(), ics.length() - ".ics".length());
	}

	/** A day is read as midnight where the reader is: the tests run in UTC. */
	private static String giorno(VEvent e) {
		return e.getDateStart().getValue().toInstant().atZone(ZoneOffset.UTC).toLocalDate().toString();
	}

}
