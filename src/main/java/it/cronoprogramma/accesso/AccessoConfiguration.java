package it.cronoprogramma.accesso;

import java.time.Duration;

import it.cronoprogramma.ente.PersoneRepository;
import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.www.BasicAuthenticationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Four doors. {@code /calendario} is for programs that show calendars: their address is
 * all they have. {@code /api} is for scripts: HTTP Basic, no session. {@code /camunda} is
 * for Tasklist, Cockpit and Admin: the session of the one login; of the engine's REST an
 * operator may call only what Tasklist needs. Everything else is for the application's
 * own pages.
 */
@Configuration(proxyBeanMethods = false)
class AccessoConfiguration {

	private static final String REST = "/camunda/api/engine/engine/default";

	private static final String OPERATORE = "OPERATORE";

	private static final String REFERENTE = "REFERENTE";

	private static final String RTD = "RTD";

	private static final String RESPONSABILE = "RESPONSABILE";

	private static final String AMMINISTRATORE = "AMMINISTRATORE";

	private static final String[] TUTTI = { OPERATORE, REFERENTE, RTD, RESPONSABILE, AMMINISTRATORE };

	/** Patterns mean the same for every servlet: the web apps bring their own. */
	@Bean
	PathPatternRequestMatcherBuilderFactoryBean percorsi() {
		return new PathPatternRequestMatcherBuilderFactoryBean();
	}

	/** No login, no session, no cookie: whoever knows the address may read. */
	@Bean
	@Order(0)
	SecurityFilterChain programmi(HttpSecurity http, @Value("${cronoprogramma.accesso.fallimenti-massimi}") int massimi,
			@Value("${cronoprogramma.accesso.finestra}") Duration finestra,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) throws Exception {
		http.securityMatcher(LimiteCalendari.PERCORSO + "**")
			.addFilterBefore(new LimiteCalendari(massimi, finestra), AnonymousAuthenticationFilter.class)
			.authorizeHttpRequests(
					(richieste) -> richieste.requestMatchers(HttpMethod.GET, LimiteCalendari.PERCORSO + "*")
						.permitAll()
						.requestMatchers(HttpMethod.HEAD, LimiteCalendari.PERCORSO + "*")
						.permitAll()
						.anyRequest()
						.denyAll())
			.exceptionHandling(
					(errori) -> errori.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
			.sessionManagement((sessione) -> sessione.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			.requestCache((richieste) -> richieste.disable())
			.csrf((csrf) -> csrf.disable())
			.logout((uscita) -> uscita.disable())
			.headers((intestazioni) -> intestazioni.referrerPolicy((r) -> r.policy(ReferrerPolicy.NO_REFERRER))
				.httpStrictTransportSecurity(sempreCifrato(indirizzo)));
		return http.build();
	}

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http, PersoneRepository persone, LimiteAccessi limite,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) throws Exception {
		http.securityMatcher("/api/**", "/v3/api-docs/**")
			.addFilterBefore(new LimiteAccessi.Filtro(limite), BasicAuthenticationFilter.class)
			.addFilterBefore(new SessioneValida(persone), AnonymousAuthenticationFilter.class)
			.authorizeHttpRequests((richieste) -> richieste.requestMatchers("/api/v1/demo/**")
				.hasRole(AMMINISTRATORE)
				.requestMatchers("/api/v1/importazioni/**")
				.hasAnyRole(RTD, AMMINISTRATORE)
				.anyRequest()
				.hasAnyRole(TUTTI))
			.httpBasic(
					(basic) -> basic.realmName("Cronoprogramma").authenticationEntryPoint(new RispostaNonAutorizzata()))
			.exceptionHandling((errori) -> errori.authenticationEntryPoint(new RispostaNonAutorizzata())
				.accessDeniedHandler(new RispostaVietata()))
			.sessionManagement((sessione) -> sessione.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
			// no cookie, no session: nothing that another site could ride on
			.csrf((csrf) -> csrf.disable())
			.headers((intestazioni) -> intestazioni.httpStrictTransportSecurity(sempreCifrato(indirizzo)));
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain webapp(HttpSecurity http, PathPatternRequestMatcher.Builder percorsi, PersoneRepository persone,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) throws Exception {
		http.securityMatcher("/camunda/**")
			.addFilterBefore(new SessioneValida(persone), AnonymousAuthenticationFilter.class)
			.authorizeHttpRequests((richieste) -> richieste
				// CVE-2026-77226: nobody makes an admin from outside
				.requestMatchers("/camunda/api/admin/setup/**", "/camunda/app/admin/*/setup/**")
				.denyAll()
				// one login: the web apps' own is closed, their logout is ours
				.requestMatchers(HttpMethod.POST, "/camunda/api/admin/auth/user/*/login/**")
				.denyAll()
				.requestMatchers("/camunda/api/admin/auth/**")
				.hasAnyRole(TUTTI)
				.requestMatchers("/camunda/api/tasklist/**", "/camunda/app/tasklist/**", "/camunda/app/welcome/**",
						"/camunda/api/welcome/**", "/camunda/lib/**", "/camunda/assets/**", "/camunda/favicon.ico",
						"/camunda/app", "/camunda/app/", "/camunda/", "/camunda")
				.hasAnyRole(TUTTI)
				.requestMatchers("/camunda/app/cockpit/**", "/camunda/api/cockpit/**")
				.hasAnyRole(RTD, RESPONSABILE, AMMINISTRATORE)
				.requestMatchers("/camunda/app/admin/**", "/camunda/api/admin/**")
				.hasRole(AMMINISTRATORE)
				.requestMatchers(HttpMethod.POST, REST + "/task/*/comment/create")
				.hasAnyRole(OPERATORE, RTD, AMMINISTRATORE)
				// attachments and single comments are read without any check of the
				// engine's
				.requestMatchers(REST + "/task/*/attachment/**", REST + "/task/*/comment/*",
						REST + "/process-instance/*/comment/**")
				.denyAll()
				// how the engine itself is doing
				.requestMatchers(REST + "/optimize/**", REST + "/metrics/**", REST + "/telemetry/**",
						REST + "/schema/**", REST + "/version", REST + "/history/cleanup/**",
						REST + "/history/*/cleanable-*/**", REST + "/history/identity-link-log/**")
				.hasRole(AMMINISTRATORE)
				// who has which rights: everybody may ask for his own
				.requestMatchers(HttpMethod.GET, REST + "/authorization/check")
				.hasAnyRole(TUTTI)
				.requestMatchers(HttpMethod.GET, REST + "/authorization/**")
				.hasRole(AMMINISTRATORE)
				// what Cockpit shows and Tasklist does not
				.requestMatchers(HttpMethod.GET, REST + "/batch/**", REST + "/deployment/**",
						REST + "/event-subscription/**", REST + "/execution/**", REST + "/external-task/**",
						REST + "/incident/**", REST + "/job/**", REST + "/job-definition/**",
						REST + "/history/batch/**", REST + "/history/external-task-log/**",
						REST + "/history/incident/**", REST + "/history/job-log/**")
				.hasAnyRole(RTD, RESPONSABILE, AMMINISTRATORE)
				// reading, fenced by tenant and authorizations
				.requestMatchers(HttpMethod.GET, "/camunda/api/engine/**")
				.hasAnyRole(TUTTI)
				.requestMatchers(HttpMethod.HEAD, "/camunda/api/engine/**")
				.hasAnyRole(TUTTI)
				.requestMatchers(HttpMethod.OPTIONS, "/camunda/api/engine/**")
				.hasAnyRole(TUTTI)
				.requestMatchers(HttpMethod.POST, REST + "/task", REST + "/task/count", REST + "/filter/*/list",
						REST + "/filter/*/singleResult", REST + "/filter/*/count", REST + "/variable-instance",
						REST + "/variable-instance/count", REST + "/process-instance", REST + "/process-instance/count",
						REST + "/history/*", REST + "/history/*/count")
				.hasAnyRole(TUTTI)
				.requestMatchers(HttpMethod.POST, REST + "/execution", REST + "/execution/count", REST + "/job",
						REST + "/job/count", REST + "/incident", REST + "/incident/count")
				.hasAnyRole(RTD, RESPONSABILE, AMMINISTRATORE)
				// writing: a task is done by its form, and a process started by its own
				.requestMatchers(HttpMethod.POST, REST + "/task/*/claim", REST + "/task/*/unclaim",
						REST + "/task/*/submit-form", REST + "/process-definition/*/submit-form",
						REST + "/process-definition/key/*/submit-form")
				.hasAnyRole(OPERATORE, RTD, AMMINISTRATORE)
				// what was given up; the engine says of which processes
				.requestMatchers(HttpMethod.PUT, REST + "/job/*/retries")
				.hasAnyRole(RTD, AMMINISTRATORE)
				.requestMatchers("/camunda/api/engine/**")
				.hasRole(AMMINISTRATORE)
				.anyRequest()
				.denyAll())
			.logout((uscita) -> uscita
				.logoutRequestMatcher(percorsi.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/{motore}/logout"))
				.logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
			.exceptionHandling((errori) -> errori
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
						percorsi.matcher("/camunda/api/**"))
				.defaultAuthenticationEntryPointFor(
						(richiesta, risposta, ex) -> risposta.sendRedirect(richiesta.getContextPath() + "/accesso"),
						percorsi.matcher("/camunda/**"))
				.accessDeniedHandler(new RispostaVietata()))
			// the web apps bring their own CSRF filter and their own headers
			.csrf((csrf) -> csrf.disable())
			.headers((intestazioni) -> intestazioni.contentTypeOptions((c) -> c.disable())
				.httpStrictTransportSecurity(sempreCifrato(indirizzo))
				.frameOptions((f) -> f.sameOrigin())
				.referrerPolicy((r) -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
			.requestCache(Customizer.withDefaults());
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pagine(HttpSecurity http, PersoneRepository persone, LimiteAccessi limite,
			FornitoreIdentita fornitore, AccessoOidc identita,
			@Value("${cronoprogramma.importazioni.dimensione-massima}") DataSize fileMassimo,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) throws Exception {
		http.addFilterBefore(new LimiteAccessi.Filtro(limite), UsernamePasswordAuthenticationFilter.class);
		http.addFilterBefore(new SessioneValida(persone), AnonymousAuthenticationFilter.class);
		if (fornitore.presente()) {
			http.authorizeHttpRequests((richieste) -> richieste
				.requestMatchers(HttpMethod.GET, FornitoreIdentita.PARTENZA + "/*", FornitoreIdentita.RITORNO,
						FornitoreIdentita.NEGATO)
				.permitAll());
			identita.apri(http);
		}
		if (!fornitore.esclusivo()) {
			http.formLogin((accesso) -> accesso.loginPage("/accesso")
				.usernameParameter("utente")
				.passwordParameter("password")
				.failureHandler(new AccessoFallito())
				.defaultSuccessUrl("/"));
		}
		http.authorizeHttpRequests((richieste) -> richieste.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers("/accesso", "/stile/**", "/script/**", "/webjars/bootstrap-italia/**", "/favicon.ico")
			.permitAll()
			// whoever opens a link to set his password has none yet
			.requestMatchers(HttpMethod.GET, "/password-dimenticata", "/password/*")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/password-dimenticata", "/password/*")
			.permitAll()
			.requestMatchers(HttpMethod.POST, "/anagrafe/gestioni", "/anagrafe/gestioni/*")
			.hasRole(AMMINISTRATORE)
			.requestMatchers(HttpMethod.GET, "/anagrafe/gestioni/nuova")
			.hasRole(AMMINISTRATORE)
			.requestMatchers(HttpMethod.GET, "/anagrafe/enti", "/anagrafe/enti/*", "/anagrafe/enti/*/referenti/nuovo",
					"/anagrafe/referenti/*", "/anagrafe/referenti/*/posta", "/anagrafe/gestioni",
					"/anagrafe/gestioni/*", "/anagrafe/utenti", "/anagrafe/utenti/*", "/anagrafe/utenti/*/consegne",
					"/anagrafe/sostituzioni", "/anagrafe/registro", "/anagrafe/caricamenti", "/anagrafe/caricamenti/*")
			.hasAnyRole(RTD, AMMINISTRATORE)
			.requestMatchers(HttpMethod.POST, "/anagrafe/enti", "/anagrafe/enti/*", "/anagrafe/enti/*/referenti",
					"/anagrafe/referenti/*", "/anagrafe/referenti/*/togli", "/anagrafe/referenti/*/posta",
					"/anagrafe/referenti/*/posta/silenzi", "/anagrafe/referenti/*/posta/silenzi/*/riattiva",
					"/anagrafe/utenti", "/anagrafe/utenti/*", "/anagrafe/utenti/*/disattiva",
					"/anagrafe/utenti/*/riattiva", "/anagrafe/utenti/*/invito", "/anagrafe/utenti/*/collega",
					"/anagrafe/utenti/*/scollega", "/anagrafe/utenti/*/consegne", "/anagrafe/sostituzioni",
					"/anagrafe/sostituzioni/*/togli", "/anagrafe/caricamenti", "/anagrafe/caricamenti/*/conferma",
					"/anagrafe/caricamenti/*/annulla")
			.hasAnyRole(RTD, AMMINISTRATORE)
			.requestMatchers("/")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.GET, "/scadenze.csv", "/scadenze.xlsx")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.GET, "/calendari")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.POST, "/calendari", "/calendari/*/rigenera", "/calendari/*/revoca")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.GET, "/preferenze")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.POST, "/preferenze", "/preferenze/silenzi", "/preferenze/silenzi/*/riattiva")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.GET, "/posta", "/posta/ultime", "/posta/previste/*", "/posta/previste/*/html")
			.hasAnyRole(RTD, RESPONSABILE, AMMINISTRATORE)
			.requestMatchers(HttpMethod.POST, "/posta/prova", "/posta/ultime/*/riprova", "/posta/indirizzi/riprova")
			.hasAnyRole(RTD, AMMINISTRATORE)
			// the section of Cockpit's dashboard
			.requestMatchers(HttpMethod.GET, "/cruscotto/termini-a-rischio.json")
			.hasAnyRole(RTD, RESPONSABILE, AMMINISTRATORE)
			.requestMatchers(HttpMethod.GET, "/differimenti", "/differimenti/*")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.POST, "/differimenti/*/interrompi", "/differimenti/*/riprendi")
			.hasRole(RTD)
			.requestMatchers(HttpMethod.GET, "/portafoglio", "/portafoglio.csv", "/portafoglio.xlsx", "/andamento",
					"/andamento/*", "/enti/*", "/enti/*/scheda.pdf", "/candidature.csv", "/candidature.xlsx")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.GET, "/candidature", "/candidature/*", "/candidature/*/conformita",
					"/candidature/*/documenti", "/candidature/*/documenti/*", "/candidature/*/dossier.pdf",
					"/candidature/*/storia.pdf", "/candidature/*/storia.csv")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.POST, "/candidature/*/conformita", "/candidature/*/documenti",
					"/candidature/*/documenti/*/ritira")
			.hasAnyRole(OPERATORE, RTD)
			.requestMatchers(HttpMethod.GET, "/pec", "/pec/*", "/pec/*/messaggio.eml")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.POST, "/pec", "/pec/*/riprendi")
			.hasAnyRole(OPERATORE, RTD)
			.requestMatchers(HttpMethod.GET, "/importazioni", "/importazioni/*", "/importazioni/*/scartate.csv")
			.hasAnyRole(RTD, AMMINISTRATORE)
			.requestMatchers(HttpMethod.POST, "/importazioni")
			.hasAnyRole(RTD, AMMINISTRATORE)
			.requestMatchers(HttpMethod.GET, "/tabelle", "/tabelle/*")
			.hasRole(AMMINISTRATORE)
			.requestMatchers(HttpMethod.POST, "/tabelle")
			.hasRole(AMMINISTRATORE)
			.anyRequest()
			.denyAll()).logout((uscita) -> {
				uscita.logoutUrl("/uscita");
				if (!fornitore.presente()) {
					uscita.logoutSuccessUrl("/accesso?uscita");
				}
			})
			.exceptionHandling((errori) -> errori.accessDeniedHandler(new PaginaVietata(fileMassimo.toBytes())))
			.headers((intestazioni) -> intestazioni.contentSecurityPolicy((csp) -> csp.policyDirectives(
					"default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"
							+ fornitore.origineUscita()))
				.referrerPolicy((r) -> r.policy(ReferrerPolicy.SAME_ORIGIN))
				.httpStrictTransportSecurity(sempreCifrato(indirizzo)));
		return http.build();
	}

	/**
	 * The proxy that ends TLS may not say that it does: the address people use says it.
	 */
	private static Customizer<HeadersConfigurer<HttpSecurity>.HstsConfig> sempreCifrato(String indirizzo) {
		return (hsts) -> {
			if (DietroTls.cifrato(indirizzo)) {
				hsts.requestMatcher(AnyRequestMatcher.INSTANCE);
			}
		};
	}

	/** The engine's refusals, in front of the filters of the web apps. */
	@Bean
	FilterRegistrationBean<RisposteDelMotore> risposteDelMotore() {
		FilterRegistrationBean<RisposteDelMotore> filtro = new FilterRegistrationBean<>(new RisposteDelMotore());
		filtro.addUrlPatterns("/camunda/api/*");
		filtro.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
		return filtro;
	}

}
