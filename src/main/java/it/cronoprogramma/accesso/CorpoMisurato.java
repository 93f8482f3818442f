package it.cronoprogramma.accesso;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No request is larger than it has to be: forms and JSON have a measure of their own,
 * files that of the largest file. One that says beforehand how large it is is not read at
 * all, one that does not only as far as the measure goes.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class CorpoMisurato extends OncePerRequestFilter {

	private static final String FILE = "multipart/form-data";

	private static final String MODULO = "application/x-www-form-urlencoded";

	private final long corpoMassimo;

	private final long fileMassimo;

	CorpoMisurato(@Value("${cronoprogramma.richieste.dimensione-massima}") DataSize corpoMassimo,
			@Value("${cronoprogramma.importazioni.dimensione-massima}") DataSize fileMassimo) {
		this.corpoMassimo = corpoMassimo.toBytes();
		this.fileMassimo = fileMassimo.toBytes();
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest richiesta) {
		return "GET".equals(richiesta.getMethod()) || pagina(richiesta) && diTipo(richiesta, FILE);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest richiesta, HttpServletResponse risposta, FilterChain seguito)
			throws ServletException, IOException {
		long massimo = diTipo(richiesta, FILE) ? this.fileMassimo : this.corpoMassimo;
		if (richiesta.getContentLengthLong() > massimo) {
			troppoGrande(richiesta, risposta, massimo);
		}
		else if (richiesta.getContentLengthLong() >= 0 || richiesta.getHeader(HttpHeaders.TRANSFER_ENCODING) == null
				|| diTipo(richiesta, MODULO)) {
			// of a form the container itself reads no more than two megabytes
			seguito.doFilter(richiesta, risposta);
		}
		else if (diTipo(richiesta, FILE)) {
			RegistroAccessi.rifiutato(richiesta, "senza lunghezza");
			Problema.scrivi(risposta, HttpStatus.LENGTH_REQUIRED,
					"La richiesta non dice quanto è lunga: la invii con l'intestazione Content-Length.");
		}
		else {
			byte[] corpo = richiesta.getInputStream().readNBytes((int) massimo + 1);
			if (corpo.length > massimo) {
				troppoGrande(richiesta, risposta, massimo);
			}
			else {
				seguito.doFilter(new Letta(richiesta, corpo), risposta);
			}
		}
	}

	private static void troppoGrande(HttpServletRequest richiesta, HttpServletResponse risposta, long massimo)
			throws IOException {
		RegistroAccessi.rifiutato(richiesta, "troppo grande");
		Problema.scrivi(risposta, HttpStatus.PAYLOAD_TOO_LARGE, "La richiesta è troppo grande: ne sono ammessi "
				+ massimo / 1024 + " KB, di più solo per i file, dove la pagina li chiede.");
	}

	/** Pages that take files say themselves, in a page, that one is too large. */
	private static boolean pagina(HttpServletRequest richiesta) {
		String percorso = richiesta.getRequestURI().substring(richiesta.getContextPath().length());
		return !percorso.startsWith("/camunda/");
	}

	private static boolean diTipo(HttpServletRequest richiesta, String atteso) {
		String tipo = richiesta.getContentType();
		return tipo != null && tipo.toLowerCase(Locale.ROOT).startsWith(atteso);
	}

	/** A request whose body has been read and measured. */
	private static final class Letta extends HttpServletRequestWrapper {

		private final byte[] corpo;

		private Letta(HttpServletRequest richiesta, byte[] corpo) {
			super(richiesta);
			this.corpo = corpo;
		}

		@Override
		public ServletInputStream getInputStream() {
			return new Flusso(new ByteArrayInputStream(this.corpo));
		}

		@Override
		public BufferedReader getReader() {
			Charset codifica = (getCharacterEncoding() == null) ? StandardCharsets.UTF_8
					: Charset.forName(getCharacterEncoding());
			return new BufferedReader(new InputStreamReader(getInputStream(), codifica));
		}

	}

	private static final class Flusso extends ServletInputStream {

		private final ByteArrayInputStream corpo;

		private Flusso(ByteArrayInputStream corpo) {
			this.corpo = corpo;
		}

		@Override
		public int read() {
			return this.corpo.read();
		}

		@Override
		public int read(byte[] dove, int da, int quanti) {
			return this.corpo.read(dove, da, quanti);
		}

		@Override
		public boolean isFinished() {
			return this.corpo.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener chi) {
			throw new UnsupportedOperationException();
		}

	}

}
