package it.cronoprogramma.processo.accessi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * Tells Tasklist, Cockpit and Admin who has logged in: the user of the application's one
 * login. Made by the web apps' filter by its class name.
 */
public final class UtenteDelleWebapp implements AuthenticationProvider {

	@Override
	public AuthenticationResult extractAuthenticatedUser(HttpServletRequest richiesta, ProcessEngine motore) {
		String utente = richiesta.getRemoteUser();
		return (utente == null) ? AuthenticationResult.unsuccessful() : AuthenticationResult.successful(utente);
	}

	@Override
	public void augmentResponseByAuthenticationChallenge(HttpServletResponse risposta, ProcessEngine motore) {
		// Spring Security has shown the login already
	}

}
