package it.cronoprogramma.accesso;

import java.io.IOException;
import java.io.Serializable;
import java.util.List;

import it.cronoprogramma.ente.AccessoNegato;
import it.cronoprogramma.ente.CampiRifiutati;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;

/**
 * A login through the identity provider that came to nothing. Back to the login page,
 * which says in a sentence of its own what went wrong: what stands in the address is the
 * provider's, or anybody's. Whom the provider vouches for and who may not enter is told
 * why on a page of its own.
 */
final class IdentitaRifiutata implements AuthenticationFailureHandler {

	/** Where the session keeps why somebody may not enter. */
	static final String PERCHE = "cronoprogramma.accesso.negato";

	private static final Logger LOG = LoggerFactory.getLogger(IdentitaRifiutata.class);

	private static final int MOSTRATI = 300;

	@Override
	public void onAuthenticationFailure(HttpServletRequest richiesta, HttpServletResponse risposta,
			AuthenticationException ex) throws IOException {
		String radice = richiesta.getContextPath();
		Perche perche = perche(ex);
		if (perche != null) {
			LOG.info("Accesso negato a chi viene dal fornitore di identità: {}", perche.messaggio());
			richiesta.getSession().setAttribute(PERCHE, perche);
			risposta.sendRedirect(radice + FornitoreIdentita.NEGATO);
			return;
		}
		String motivo = motivo(ex);
		LOG.warn("Accesso con l'identità non riuscito ({}): {}", motivo, inUnaRiga(ex.getMessage()));
		risposta.sendRedirect(radice + "/accesso?identita=" + motivo);
	}

	/** What the provider, or anybody, has put into an error. */
	private static String inUnaRiga(String messaggio) {
		String riga = String.valueOf(messaggio).replaceAll("\\p{Cntrl}", " ");
		return (riga.length() > MOSTRATI) ? riga.substring(0, MOSTRATI) + "…" : riga;
	}

	private static Perche perche(Throwable ex) {
		for (Throwable t = ex; t != null; t = t.getCause()) {
			if (t instanceof AccessoNegato negato) {
				return new Perche(negato.getMessage(), negato.note());
			}
			if (t instanceof CampiRifiutati rifiutati) {
				return new Perche("Quello che il fornitore di identità dice di Lei non si può usare.",
						rifiutati.errori().stream().map(CampiRifiutati.Errore::inParole).toList());
			}
		}
		return null;
	}

	private static String motivo(AuthenticationException ex) {
		for (Throwable t = ex; t != null; t = t.getCause()) {
			if (t instanceof ResourceAccessException || t instanceof HttpServerErrorException
					|| t instanceof IOException) {
				return "irraggiungibile";
			}
		}
		OAuth2Error errore = (ex instanceof OAuth2AuthenticationException oauth) ? oauth.getError()
				: new OAuth2Error("");
		return switch (errore.getErrorCode()) {
			case OAuth2ErrorCodes.ACCESS_DENIED -> "rifiutata";
			case "authorization_request_not_found", OAuth2ErrorCodes.INVALID_GRANT -> "scaduta";
			case OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE, OAuth2ErrorCodes.SERVER_ERROR -> "irraggiungibile";
			default -> "nonvalida";
		};
	}

	/**
	 * Why somebody may not enter.
	 *
	 * @param messaggio what is missing
	 * @param note what could not be understood
	 */
	record Perche(String messaggio, List<String> note) implements Serializable {
	}

}
