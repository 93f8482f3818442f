package it.cronoprogramma.accesso;

import jakarta.servlet.DispatcherType;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.util.unit.DataSize;

/**
 * Three doors. {@code /api} is for scripts: HTTP Basic, no session. {@code /camunda} is
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

	@Bean
	@Order(1)
	SecurityFilterChain api(HttpSecurity http) throws Exception {
		http.securityMatcher("/api/**", "/v3/api-docs/**")
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
			.csrf((csrf) -> csrf.disable());
		return http.build();
	}

	@Bean
	@Order(2)
	SecurityFilterChain webapp(HttpSecurity http, PathPatternRequestMatcher.Builder percorsi) throws Exception {
		http.securityMatcher("/camunda/**")
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
						REST + "/history/**", REST + "/identity/verify")
				.hasAnyRole(TUTTI)
				.requestMatchers(HttpMethod.POST, REST + "/execution", REST + "/execution/count", REST + "/job",
						REST + "/job/count", REST + "/incident", REST + "/incident/count")
				.hasAnyRole(RTD, RESPONSABILE, AMMINISTRATORE)
				// writing: a task is done by its form, and a process started by its own
				.requestMatchers(HttpMethod.POST, REST + "/task/*/claim", REST + "/task/*/unclaim",
						REST + "/task/*/submit-form", REST + "/process-definition/*/submit-form",
						REST + "/process-definition/key/*/submit-form")
				.hasAnyRole(OPERATORE, RTD, AMMINISTRATORE)
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
				.frameOptions((f) -> f.sameOrigin())
				.referrerPolicy((r) -> r.policy(ReferrerPolicy.SAME_ORIGIN)))
			.requestCache(Customizer.withDefaults());
		return http.build();
	}

	@Bean
	@Order(3)
	SecurityFilterChain pagine(HttpSecurity http,
			@Value("${cronoprogramma.importazioni.dimensione-massima}") DataSize fileMassimo) throws Exception {
		http.authorizeHttpRequests((richieste) -> richieste.dispatcherTypeMatchers(DispatcherType.ERROR)
			.permitAll()
			.requestMatchers("/accesso", "/stile/**", "/script/**", "/webjars/bootstrap-italia/**", "/favicon.ico")
			.permitAll()
			.requestMatchers("/")
			.hasAnyRole(TUTTI)
			.requestMatchers(HttpMethod.GET, "/scadenze.csv", "/scadenze.xlsx")
			.hasAnyRole(TUTTI)
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
			.requestMatchers(HttpMethod.GET, "/importazioni", "/importazioni/*", "/importazioni/*/scartate.csv")
			.hasAnyRole(RTD, AMMINISTRATORE)
			.requestMatchers(HttpMethod.POST, "/importazioni")
			.hasAnyRole(RTD, AMMINISTRATORE)
			.requestMatchers(HttpMethod.GET, "/tabelle", "/tabelle/*")
			.hasRole(AMMINISTRATORE)
			.requestMatchers(HttpMethod.POST, "/tabelle")
			.hasRole(AMMINISTRATORE)
			.anyRequest()
			.denyAll())
			.formLogin((accesso) -> accesso.loginPage("/accesso")
				.usernameParameter("utente")
				.passwordParameter("password")
				.failureHandler(new AccessoFallito())
				.defaultSuccessUrl("/"))
			.logout((uscita) -> uscita.logoutUrl("/uscita").logoutSuccessUrl("/accesso?uscita"))
			.exceptionHandling((errori) -> errori.accessDeniedHandler(new PaginaVietata(fileMassimo.toBytes())))
			.headers((intestazioni) -> intestazioni.contentSecurityPolicy((csp) -> csp.policyDirectives(
					"default-src 'self'; img-src 'self' data:; font-src 'self' data:; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'"))
				.referrerPolicy((r) -> r.policy(ReferrerPolicy.SAME_ORIGIN)));
		return http.build();
	}

}
