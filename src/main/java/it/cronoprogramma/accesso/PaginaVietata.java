package it.cronoprogramma.accesso;

import java.io.IOException;

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

	private final String carica;

	private final long massimo;

	/**
	 * Knows where files are uploaded.
	 * @param carica the path
	 * @param massimo how large a file may be, bytes
	 */
	PaginaVietata(String carica, long massimo) {
		this.carica = carica;
		this.massimo = massimo;
	}

	@Override
	public void handle(HttpServletRequest richiesta, HttpServletResponse risposta, AccessDeniedException ex)
			throws IOException {
		if (ex instanceof CsrfException && richiesta.getContentLengthLong() > this.massimo
				&& "POST".equals(richiesta.getMethod())
				&& richiesta.getRequestURI().equals(richiesta.getContextPath() + this.carica)) {
			risposta.sendRedirect(richiesta.getContextPath() + this.carica + "?troppo=si");
			return;
		}
		risposta.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

}
