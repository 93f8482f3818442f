package it.cronoprogramma.accesso;

import java.io.IOException;

import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.StatoUtente;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks at every request whether whoever has logged in may still enter: one who has been
 * deactivated, has another role or another password is nobody from the next request on,
 * whichever node it reaches. The answer is one row, read by its key.
 */
final class SessioneValida extends OncePerRequestFilter {

	private final PersoneRepository persone;

	SessioneValida(PersoneRepository persone) {
		this.persone = persone;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
			throws ServletException, IOException {
		Authentication chi = SecurityContextHolder.getContext().getAuthentication();
		if (chi != null && chi.getDetails() instanceof StatoUtente allAccesso) {
			StatoUtente ora = this.persone.stato(chi.getName());
			if (!ora.attivo() || ora.versione() != allAccesso.versione()) {
				HttpSession sessione = richiesta.getSession(false);
				if (sessione != null) {
					sessione.invalidate();
				}
				SecurityContextHolder.clearContext();
			}
		}
		seguito.doFilter(richiesta, risposta);
	}

}
