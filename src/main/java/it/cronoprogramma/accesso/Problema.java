package it.cronoprogramma.accesso;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * An error as RFC 9457 has it, written where no controller is involved. {@code message}
 * repeats the detail, because that is where the web apps look for it.
 */
final class Problema {

	private static final ObjectMapper JSON = new ObjectMapper();

	private Problema() {
	}

	static void scrivi(HttpServletResponse risposta, HttpStatus stato, String dettaglio) throws IOException {
		Map<String, Object> corpo = new LinkedHashMap<>();
		corpo.put("type", "about:blank");
		corpo.put("title", stato.getReasonPhrase());
		corpo.put("status", stato.value());
		corpo.put("detail", dettaglio);
		corpo.put("message", dettaglio);
		risposta.setStatus(stato.value());
		risposta.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		risposta.setCharacterEncoding(StandardCharsets.UTF_8.name());
		byte[] testo = JSON.writeValueAsBytes(corpo);
		// whoever was about to answer may have said how long his own answer is
		risposta.setContentLength(testo.length);
		risposta.getOutputStream().write(testo);
	}

}
