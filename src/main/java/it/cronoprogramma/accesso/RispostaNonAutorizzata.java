package it.cronoprogramma.accesso;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Answers a script that has not said who it is.
 */
final class RispostaNonAutorizzata implements AuthenticationEntryPoint {

	@Override
	public void commence(HttpServletRequest richiesta, HttpServletResponse risposta, AuthenticationException ex)
			throws IOException {
		risposta.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Cronoprogramma\", charset=\"UTF-8\"");
		Problema.scrivi(risposta, HttpStatus.UNAUTHORIZED, (ex instanceof LockedException) ? ex.getMessage()
				: "Accesso richiesto: indichi nome utente e password di un utente dell'applicazione (HTTP Basic).");
	}

}
