package it.cronoprogramma.accesso;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many logins may fail from one address before it has to wait, whichever users it
 * tries: the engine's own lock counts by user. Logins that succeed cost nothing, so an
 * office behind one address is not shut out by being many.
 */
@Component
class LimiteAccessi {

	private final FallimentiPerIndirizzo indirizzi;

	LimiteAccessi(@Value("${cronoprogramma.accesso.fallimenti-massimi}") int fallimenti,
			@Value("${cronoprogramma.accesso.finestra}") Duration finestra) {
		this.indirizzi = new FallimentiPerIndirizzo(fallimenti, finestra);
	}

	@EventListener
	void fallito(AbstractAuthenticationFailureEvent evento) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributi) {
			this.indirizzi.fallito(attributi.getRequest().getRemoteAddr());
		}
	}

	/**
	 * How long an address has to wait.
	 * @param indirizzo the address
	 * @return seconds; 0 if it may try
	 */
	long attesa(String indirizzo) {
		return this.indirizzi.attesa(indirizzo);
	}

	/**
	 * Stands before the login, and sends away whoever has to wait before his password is
	 * looked at.
	 */
	static final class Filtro extends OncePerRequestFilter {

		private final LimiteAccessi limite;

		Filtro(LimiteAccessi limite) {
			this.limite = limite;
		}

		@Override
		protected boolean shouldNotFilter(HttpServletRequest richiesta) {
			boolean modulo = "POST".equals(richiesta.getMethod())
					&& richiesta.getRequestURI().equals(richiesta.getContextPath() + "/accesso");
			return !modulo && richiesta.getHeader(HttpHeaders.AUTHORIZATION) == null;
		}

		@Override
		protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
				throws ServletException, IOException {
			long attesa = this.limite.attesa(richiesta.getRemoteAddr());
			if (attesa == 0) {
				seguito.doFilter(richiesta, risposta);
				return;
			}
			RegistroAccessi.rifiutato(richiesta, "troppi accessi falliti da questo indirizzo");
			risposta.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(attesa));
			if (richiesta.getHeader(HttpHeaders.AUTHORIZATION) == null) {
				risposta.sendRedirect(richiesta.getContextPath() + "/accesso?attendi");
			}
			else {
				Problema.scrivi(risposta, HttpStatus.TOO_MANY_REQUESTS,
						"Troppi accessi falliti da questo indirizzo: riprovi tra " + attesa + " secondi.");
			}
		}

	}

}
