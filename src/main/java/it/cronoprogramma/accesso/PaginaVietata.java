package it.cronoprogramma.accesso;

import java.io.IOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/**
 * Answers a browser that may not. Of a file that is too large the container reads
 * nothing, not even the token beside it: that looks like a forged request, and is sent
 * back to the page, which says that the file is too large.
 */
final class PaginaVietata implements AccessDeniedHandler {

	/** Where files are uploaded, and the page they are uploaded from. */
	private static final Pattern CARICA = Pattern
		.compile("(/tabelle|/importazioni|/pec|/anagrafe/caricamenti)|(/candidature/C[0-9]{1,18})/documenti");

	/** Tells the page of the refusal that the form was out of date. */
	private static final String SENZA_TOKEN = "senzaToken";

	private final long massimo;

	/**
	 * Knows what the container accepts.
	 * @param massimo how large a file may be, bytes
	 */
	PaginaVietata(long massimo) {
		this.massimo = massimo;
	}

	@Override
	public void handle(HttpServletRequest richiesta, HttpServletResponse risposta, AccessDeniedException ex)
			throws IOException {
		if (ex instanceof CsrfException && richiesta.getContentLengthLong() > this.massimo
				&& "POST".equals(richiesta.getMethod())) {
			String radice = richiesta.getContextPath();
			Matcher carica = CARICA.matcher(richiesta.getRequestURI().substring(radice.length()));
			if (carica.matches()) {
				String pagina = (carica.group(1) != null) ? carica.group(1) : carica.group(2);
				risposta.sendRedirect(radice + pagina + "?troppo=si");
				return;
			}
		}
		RegistroAccessi.rifiutato(richiesta, (ex instanceof CsrfException) ? "senza token" : "ruolo");
		richiesta.setAttribute(SENZA_TOKEN, ex instanceof CsrfException);
		risposta.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

}
