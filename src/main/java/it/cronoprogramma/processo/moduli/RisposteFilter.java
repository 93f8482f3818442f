package it.cronoprogramma.processo.moduli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.rifiuto.Rifiuto;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Lets an operator read our sentence when a form is refused. The engine would answer 500
 * and bury it under its own words; Tasklist shows the {@code message} of the answer as it
 * is. A start form, which gets no data from the engine, has its lists filled in here;
 * what a task's form shows of what people wrote goes out as text.
 */
@Component
class RisposteFilter extends OncePerRequestFilter {

	private static final String REST = "/camunda/api/engine/engine/default/";

	private static final Pattern VARIABILI = Pattern.compile(Pattern.quote(REST) + "task/([^/]+)/form-variables");

	private final ObjectMapper json;

	private final ElenchiModuli elenchi;

	private final TestiModuli testi;

	RisposteFilter(ObjectMapper json, ElenchiModuli elenchi, TestiModuli testi) {
		this.json = json;
		this.elenchi = elenchi;
		this.testi = testi;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest richiesta) {
		return !invio(richiesta) && !moduloDiAvvio(richiesta)
				&& !VARIABILI.matcher(richiesta.getRequestURI()).matches();
	}

	@Override
	protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain catena)
			throws ServletException, IOException {
		ContentCachingResponseWrapper trattenuta = new ContentCachingResponseWrapper(risposta);
		UltimoRifiuto.prendi();
		catena.doFilter(richiesta, trattenuta);
		Matcher variabili = VARIABILI.matcher(richiesta.getRequestURI());
		if (variabili.matches()) {
			if (trattenuta.getStatus() == HttpServletResponse.SC_OK) {
				riscrivi(trattenuta, this.testi.comeTesto(variabili.group(1), trattenuta.getContentAsByteArray()));
			}
		}
		else if (moduloDiAvvio(richiesta)) {
			if (trattenuta.getStatus() == HttpServletResponse.SC_OK) {
				riscrivi(trattenuta, this.elenchi.compila(trattenuta.getContentAsByteArray()));
			}
		}
		else if (trattenuta.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
			rifiuta(trattenuta);
		}
		trattenuta.copyBodyToResponse();
	}

	private void rifiuta(ContentCachingResponseWrapper risposta) throws IOException {
		Rifiuto rifiuto = UltimoRifiuto.prendi();
		if (rifiuto != null) {
			risposta.setStatus(switch (rifiuto.motivo()) {
				case NON_VALIDO -> 422;
				case NON_TROVATO -> HttpServletResponse.SC_NOT_FOUND;
				case CONFLITTO -> HttpServletResponse.SC_CONFLICT;
			});
			scrivi(risposta, rifiuto.getMessage());
			return;
		}
		String messaggio = messaggio(risposta);
		if (messaggio.contains("Cannot find task")) {
			risposta.setStatus(HttpServletResponse.SC_CONFLICT);
			scrivi(risposta, "L'attività è già stata completata, oppure non è più da fare: aggiorni l'elenco.");
		}
		else if (messaggio.contains("OptimisticLocking") || messaggio.contains("ENGINE-03005")
				|| messaggio.contains("modificata nel frattempo")) {
			risposta.setStatus(HttpServletResponse.SC_CONFLICT);
			scrivi(risposta, "Un'altra persona ha appena modificato questa candidatura: aggiorni la pagina e riprovi.");
		}
	}

	private String messaggio(ContentCachingResponseWrapper risposta) throws IOException {
		try {
			JsonNode corpo = this.json.readTree(risposta.getContentAsByteArray());
			return (corpo == null) ? "" : corpo.path("message").asText("");
		}
		catch (com.fasterxml.jackson.core.JsonProcessingException ex) {
			return "";
		}
	}

	private void scrivi(ContentCachingResponseWrapper risposta, String messaggio) throws IOException {
		riscrivi(risposta, this.json.writeValueAsString(Map.of("type", "Rifiuto", "message", messaggio))
			.getBytes(StandardCharsets.UTF_8));
	}

	private static void riscrivi(ContentCachingResponseWrapper risposta, byte[] corpo) throws IOException {
		risposta.resetBuffer();
		risposta.setContentType(MediaType.APPLICATION_JSON_VALUE);
		risposta.setCharacterEncoding(StandardCharsets.UTF_8.name());
		risposta.getOutputStream().write(corpo);
	}

	private static boolean invio(HttpServletRequest richiesta) {
		String uri = richiesta.getRequestURI();
		return "POST".equals(richiesta.getMethod()) && uri.startsWith(REST) && uri.endsWith("/submit-form");
	}

	private static boolean moduloDiAvvio(HttpServletRequest richiesta) {
		String uri = richiesta.getRequestURI();
		return "GET".equals(richiesta.getMethod()) && uri.startsWith(REST + "process-definition/")
				&& uri.endsWith("/deployed-start-form");
	}

}
