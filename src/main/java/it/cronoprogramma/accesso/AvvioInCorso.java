package it.cronoprogramma.accesso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The port opens before rights are set and, in the demo, its data are in: whoever comes
 * in between is asked to wait, or he would work among data that are still being laid out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AvvioInCorso extends OncePerRequestFilter {

	private static final String SECONDI = "5";

	private final ApplicationAvailability disponibilita;

	private volatile boolean pronta;

	AvvioInCorso(ApplicationAvailability disponibilita) {
		this.disponibilita = disponibilita;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
			throws ServletException, IOException {
		if (!this.pronta && this.disponibilita.getReadinessState() != ReadinessState.ACCEPTING_TRAFFIC) {
			risposta.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
			risposta.setHeader(HttpHeaders.RETRY_AFTER, SECONDI);
			risposta.setHeader("Refresh", SECONDI);
			risposta.setContentType("text/plain");
			risposta.setCharacterEncoding(StandardCharsets.UTF_8.name());
			risposta.getWriter().write("Cronoprogramma si sta avviando: riprovi tra qualche secondo.");
			return;
		}
		this.pronta = true;
		seguito.doFilter(richiesta, risposta);
	}

}
