package it.cronoprogramma.prova;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import jdk.net.ExtendedSocketOptions;

/**
 * A line between the application and its SMTP server, which breaks as real ones do. SMTP
 * takes turns, so one thread for a connection is enough.
 */
public final class Linea implements AutoCloseable {

	private final ServerSocket ascolto;

	private final int server;

	private final Set<String> rifiutati = ConcurrentHashMap.newKeySet();

	private volatile Guasto guasto = Guasto.NESSUNO;

	/**
	 * A line that works.
	 * @param server the port of the SMTP server on this machine
	 * @throws IOException if no port is free
	 */
	public Linea(int server) throws IOException {
		this.server = server;
		this.ascolto = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread thread = new Thread(this::ascolta, "linea");
		thread.setDaemon(true);
		thread.start();
	}

	/** What goes wrong. */
	public enum Guasto {

		NESSUNO,

		/** Nobody answers the telephone. */
		SPENTA,

		/** It is picked up, and nothing is said. */
		MUTA,

		/** It breaks when the mail has been taken, before that is said. */
		TAGLIATA_DOPO_DATA

	}

	/**
	 * The port to call.
	 * @return the port
	 */
	public int porta() {
		return this.ascolto.getLocalPort();
	}

	/**
	 * Lets something go wrong from the next call on.
	 * @param g what
	 */
	public void guasto(Guasto g) {
		this.guasto = g;
	}

	/**
	 * Lets the server refuse some recipients for good, and no others.
	 * @param indirizzi lower case
	 */
	public void rifiuta(String... indirizzi) {
		this.rifiutati.clear();
		this.rifiutati.addAll(Set.of(indirizzi));
	}

	private void ascolta() {
		while (!this.ascolto.isClosed()) {
			try {
				Socket chiama = this.ascolto.accept();
				Thread thread = new Thread(() -> parla(chiama), "linea-aperta");
				thread.setDaemon(true);
				thread.start();
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void parla(Socket chiama) {
		Guasto ora = this.guasto;
		if (ora == Guasto.MUTA) {
			return;
		}
		try (chiama) {
			if (ora == Guasto.SPENTA) {
				return;
			}
			try (Socket risponde = new Socket(InetAddress.getLoopbackAddress(), this.server)) {
				// line by line: each would wait for the other's delayed acknowledgement
				chiama.setTcpNoDelay(true);
				risponde.setTcpNoDelay(true);
				inoltra(chiama, risponde, ora);
			}
		}
		catch (IOException ex) {
			// one of the two has hung up
		}
	}

	private void inoltra(Socket chiama, Socket risponde, Guasto ora) throws IOException {
		BufferedReader di = lettore(chiama);
		BufferedReader da = lettore(risponde);
		OutputStream aChiChiama = chiama.getOutputStream();
		OutputStream alServer = risponde.getOutputStream();
		subito(risponde);
		scrivi(aChiChiama, risposta(da));
		boolean corpo = false;
		for (String riga = di.readLine(); riga != null; riga = di.readLine()) {
			String comando = riga.toLowerCase(Locale.ROOT);
			if (!corpo && comando.startsWith("rcpt to:") && this.rifiutati.stream().anyMatch(comando::contains)) {
				scrivi(aChiChiama, "550 5.1.1 User unknown\r\n");
				continue;
			}
			scrivi(alServer, riga + "\r\n");
			if (corpo && !riga.equals(".")) {
				continue;
			}
			subito(risponde);
			String risposta = risposta(da);
			if (corpo && ora == Guasto.TAGLIATA_DOPO_DATA) {
				return;
			}
			corpo = !corpo && comando.equals("data") && risposta.startsWith("354");
			scrivi(aChiChiama, risposta);
		}
	}

	/** A reply of several lines comes in several pieces, each acknowledged first. */
	private static void subito(Socket s) throws IOException {
		if (s.supportedOptions().contains(ExtendedSocketOptions.TCP_QUICKACK)) {
			s.setOption(ExtendedSocketOptions.TCP_QUICKACK, true);
		}
	}

	private static BufferedReader lettore(Socket s) throws IOException {
		return new BufferedReader(new InputStreamReader(s.getInputStream(), StandardCharsets.ISO_8859_1));
	}

	/** One reply, of one line or several. */
	private static String risposta(BufferedReader da) throws IOException {
		StringBuilder tutta = new StringBuilder();
		String riga;
		do {
			riga = da.readLine();
			if (riga == null) {
				throw new IOException("il server ha riattaccato");
			}
			tutta.append(riga).append("\r\n");
		}
		while (riga.length() > 3 && riga.charAt(3) == '-');
		return tutta.toString();
	}

	private static void scrivi(OutputStream a, String testo) throws IOException {
		a.write(testo.getBytes(StandardCharsets.ISO_8859_1));
		a.flush();
	}

	@Override
	public void close() {
		try {
			this.ascolto.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
