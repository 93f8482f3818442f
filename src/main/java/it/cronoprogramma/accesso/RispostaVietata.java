package it.cronoprogramma.accesso;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Answers whoever asks for what his role does not allow.
 */
final class RispostaVietata implements AccessDeniedHandler {

	/** Said to whoever may not. */
	static final String IL_SUO_RUOLO = "Il suo ruolo non consente questa operazione: si rivolga all'ufficio RTD o all'amministratore.";

	@Override
	public void handle(HttpServletRequest richiesta, HttpServletResponse risposta, AccessDeniedException ex)
			throws IOException {
		RegistroAccessi.rifiutato(richiesta, "ruolo");
		Problema.scrivi(risposta, HttpStatus.FORBIDDEN, IL_SUO_RUOLO);
	}

}
