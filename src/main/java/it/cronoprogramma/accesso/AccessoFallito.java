package it.cronoprogramma.accesso;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/**
 * Back to the login page, which says what went wrong without telling whether the user
 * exists.
 */
final class AccessoFallito implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest richiesta, HttpServletResponse risposta,
			AuthenticationException ex) throws IOException {
		risposta.sendRedirect(richiesta.getContextPath()
				+ ((ex instanceof LockedException) ? "/accesso?sospeso" : "/accesso?errore"));
	}

}
