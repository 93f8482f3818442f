package it.cronoprogramma.accesso;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * One line in the log for every login, every logout, every refusal and every act on the
 * engine, under a name of its own so that it can be kept apart:
 * {@code cronoprogramma.accessi}. Acts on enti and people have a register besides.
 */
@Component
class RegistroAccessi {

	/** The logger's name: settings of an installation refer to it. */
	static final String NOME = "cronoprogramma.accessi";

	private static final Logger LOG = LoggerFactory.getLogger(NOME);

	/** Longer than any name or path of ours. */
	private static final int LUNGHEZZA_MASSIMA = 200;

	@EventListener
	void riuscito(AuthenticationSuccessEvent evento) {
		scrivi("accesso riuscito", evento.getAuthentication().getName(), richiesta());
	}

	@EventListener
	void fallito(AbstractAuthenticationFailureEvent evento) {
		scrivi("accesso fallito (" + evento.getException().getClass().getSimpleName() + ")",
				evento.getAuthentication().getName(), richiesta());
	}

	@EventListener
	void uscito(LogoutSuccessEvent evento) {
		scrivi("uscita", evento.getAuthentication().getName(), richiesta());
	}

	/**
	 * Somebody was refused.
	 * @param richiesta what he asked for
	 * @param motivo why
	 */
	static void rifiutato(HttpServletRequest richiesta, String motivo) {
		scrivi("rifiutato (" + motivo + ")", chi(richiesta), richiesta);
	}

	/**
	 * Somebody has changed something in the engine by hand.
	 * @param richiesta what he asked for
	 * @param esito what was answered
	 */
	static void atto(HttpServletRequest richiesta, int esito) {
		scrivi("atto sul motore (" + esito + ")", chi(richiesta), richiesta);
	}

	private static String chi(HttpServletRequest richiesta) {
		Authentication chi = SecurityContextHolder.getContext().getAuthentication();
		if (chi == null || chi instanceof AnonymousAuthenticationToken) {
			return richiesta.getRemoteUser();
		}
		return chi.getName();
	}

	private static HttpServletRequest richiesta() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributi)
				? attributi.getRequest() : null;
	}

	private static void scrivi(String fatto, String utente, HttpServletRequest richiesta) {
		if (richiesta == null) {
			LOG.info("{} utente={}", fatto, pulito(utente));
		}
		else {
			LOG.info("{} utente={} da={} richiesta={} {}", fatto, pulito(utente), pulito(richiesta.getRemoteAddr()),
					richiesta.getMethod(), pulito(percorso(richiesta)));
		}
	}

	/** The address of a calendar is a secret: whoever reads the log must not have it. */
	private static String percorso(HttpServletRequest richiesta) {
		String percorso = richiesta.getRequestURI();
		int dove = (percorso == null) ? -1 : percorso.indexOf(LimiteCalendari.PERCORSO);
		return (dove < 0) ? percorso : percorso.substring(0, dove) + LimiteCalendari.PERCORSO + "…";
	}

	/** What comes from outside stays on its line and within measure. */
	private static String pulito(String testo) {
		if (testo == null || testo.isEmpty()) {
			return "-";
		}
		String corto = (testo.length() > LUNGHEZZA_MASSIMA) ? testo.substring(0, LUNGHEZZA_MASSIMA) + "…" : testo;
		return corto.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]", "_");
	}

}
