package it.cronoprogramma.accesso;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What the engine refuses it refuses in English and with the names of its rights: whoever
 * asked reads a sentence of ours instead, the same for what is another ente's and for
 * what nobody has. And whoever changes something in the engine by hand leaves a line in
 * the log.
 */
final class RisposteDelMotore extends OncePerRequestFilter {

	/** POST that only reads. */
	private static final Pattern INTERROGAZIONE = Pattern.compile(
			".*/(cockpit/plugin/.*|engine/default/(history/)?[a-z-]+(/count)?|filter/[^/]+/(list|count|singleResult)"
					+ "|identity/verify|auth/user/.*)");

	/**
	 * The engine says of what belongs to others that it does, of what is not there much.
	 */
	private static final Pattern INESISTENTE = Pattern
		.compile("no authenticated tenant|does(n't| not) exist|Cannot find|(task|execution|job)(\\\\\")? is null");

	/** What forms are refused with is ours already. */
	private static final String NOSTRO = "\"type\":\"Rifiuto\"";

	@Override
	protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
			throws ServletException, IOException {
		Trattenuta trattenuta = new Trattenuta(risposta);
		seguito.doFilter(richiesta, trattenuta);
		if (trattenuta.rifiuta()) {
			rispondi(richiesta, risposta, trattenuta);
		}
		else if (scrive(richiesta)) {
			RegistroAccessi.atto(richiesta, risposta.getStatus());
		}
	}

	private static void rispondi(HttpServletRequest richiesta, HttpServletResponse risposta, Trattenuta trattenuta)
			throws IOException {
		String corpo = trattenuta.corpo.toString(StandardCharsets.UTF_8);
		if (trattenuta.stato == HttpServletResponse.SC_FORBIDDEN) {
			// the web apps' own filter asks for the token it did not get
			boolean token = "Required".equals(risposta.getHeader("X-XSRF-TOKEN"));
			RegistroAccessi.rifiutato(richiesta, token ? "senza token" : "diritti del motore");
			Problema.scrivi(risposta, HttpStatus.FORBIDDEN,
					token ? "La pagina è scaduta: la ricarichi e riprovi." : RispostaVietata.IL_SUO_RUOLO);
		}
		else if (!corpo.contains(NOSTRO)
				&& (trattenuta.stato == HttpServletResponse.SC_NOT_FOUND || INESISTENTE.matcher(corpo).find())) {
			Problema.scrivi(risposta, HttpStatus.NOT_FOUND, "Non trovato: non esiste, o non riguarda un suo ente.");
		}
		else {
			risposta.setContentLength(trattenuta.corpo.size());
			trattenuta.corpo.writeTo(risposta.getOutputStream());
		}
	}

	private static boolean scrive(HttpServletRequest richiesta) {
		return switch (richiesta.getMethod()) {
			case "PUT", "DELETE" -> true;
			case "POST" -> !INTERROGAZIONE.matcher(richiesta.getRequestURI()).matches();
			default -> false;
		};
	}

	/** What is refused is not written through, but kept. */
	private static final class Trattenuta extends HttpServletResponseWrapper {

		private final ByteArrayOutputStream corpo = new ByteArrayOutputStream();

		private int stato = SC_OK;

		private PrintWriter scrittore;

		private Trattenuta(HttpServletResponse risposta) {
			super(risposta);
		}

		private boolean rifiuta() {
			if (this.scrittore != null) {
				this.scrittore.flush();
			}
			return this.stato >= SC_BAD_REQUEST && !isCommitted();
		}

		@Override
		public void setStatus(int stato) {
			this.stato = stato;
			super.setStatus(stato);
		}

		@Override
		public void sendError(int stato) throws IOException {
			sendError(stato, null);
		}

		@Override
		public void sendError(int stato, String messaggio) throws IOException {
			this.stato = stato;
			if (stato != SC_FORBIDDEN && stato != SC_NOT_FOUND) {
				super.sendError(stato, messaggio);
			}
		}

		@Override
		public void setContentLength(int lunghezza) {
			setContentLengthLong(lunghezza);
		}

		@Override
		public void setContentLengthLong(long lunghezza) {
			if (this.stato < SC_BAD_REQUEST) {
				super.setContentLengthLong(lunghezza);
			}
		}

		@Override
		public void flushBuffer() throws IOException {
			if (this.stato < SC_BAD_REQUEST) {
				super.flushBuffer();
			}
		}

		@Override
		public void resetBuffer() {
			this.corpo.reset();
			super.resetBuffer();
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			return (this.stato < SC_BAD_REQUEST) ? super.getOutputStream() : new Trattenuto(this.corpo);
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			if (this.stato < SC_BAD_REQUEST) {
				return super.getWriter();
			}
			this.scrittore = new PrintWriter(new OutputStreamWriter(this.corpo, StandardCharsets.UTF_8));
			return this.scrittore;
		}

	}

	/** Where the engine's words go. */
	private static final class Trattenuto extends ServletOutputStream {

		private final ByteArrayOutputStream corpo;

		private Trattenuto(ByteArrayOutputStream corpo) {
			this.corpo = corpo;
		}

		@Override
		public void write(int b) {
			this.corpo.write(b);
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setWriteListener(WriteListener chi) {
			throw new UnsupportedOperationException();
		}

	}

}
