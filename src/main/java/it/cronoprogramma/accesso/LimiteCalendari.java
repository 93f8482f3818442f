package it.cronoprogramma.accesso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import it.cronoprogramma.ente.Invito;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * How many calendars that are none may be asked for from one address before it has to
 * wait: as many as logins may fail, but counted apart, because programs go on asking for
 * a calendar that was revoked, and those who sit behind the same address must neither be
 * shut out of the login nor of calendars of their own. What has been found lately is
 * therefore always answered.
 */
final class LimiteCalendari extends OncePerRequestFilter {

	/** Where calendars are; what follows is a secret. */
	static final String PERCORSO = "/calendario/";

	private static final int TROVATI_MASSIMI = 100_000;

	private static final Duration TROVATI_DA = Duration.ofDays(2);

	private final FallimentiPerIndirizzo fallimenti;

	private final Cache<String, Boolean> trovati = Caffeine.newBuilder()
		.maximumSize(TROVATI_MASSIMI)
		.expireAfterAccess(TROVATI_DA)
		.build();

	LimiteCalendari(int massimi, Duration finestra) {
		this.fallimenti = new FallimentiPerIndirizzo(massimi, finestra);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
			throws ServletException, IOException {
		String chi = richiesta.getRemoteAddr();
		String cosa = Invito.impronta(richiesta.getRequestURI());
		long attesa = (this.trovati.getIfPresent(cosa) == null) ? this.fallimenti.attesa(chi) : 0;
		if (attesa > 0) {
			RegistroAccessi.rifiutato(richiesta, "troppi calendari inesistenti da questo indirizzo");
			risposta.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
			risposta.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(attesa));
			risposta.setContentType("text/plain");
			risposta.setCharacterEncoding(StandardCharsets.UTF_8.name());
			risposta.getWriter()
				.write("Troppi calendari inesistenti chiesti da questo indirizzo: riprovi tra " + attesa
						+ " secondi.\n");
			return;
		}
		seguito.doFilter(richiesta, risposta);
		if (risposta.getStatus() == HttpStatus.NOT_FOUND.value()) {
			this.trovati.invalidate(cosa);
			this.fallimenti.fallito(chi);
		}
		else if (risposta.getStatus() < HttpStatus.BAD_REQUEST.value()) {
			this.trovati.put(cosa, Boolean.TRUE);
		}
	}

}
