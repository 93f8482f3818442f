package it.cronoprogramma.notifica;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import org.eclipse.angus.mail.dsn.DeliveryStatus;

/**
 * Understands messages that say that one of ours has not arrived: reports of delivery
 * (RFC 3464), and what older servers write in plain words. Answers of people and of their
 * absence are none. Pure.
 */
final class LetturaRitorno {

	private static final Pattern NOSTRO = Pattern
		.compile("\\b([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})@cronoprogramma\\b");

	/** {@code rfc822; somebody@example.org}, with or without the type and brackets. */
	private static final Pattern INDIRIZZO = Pattern.compile("^(?:[\\w-]+\\s*;)?\\s*<?([^<>\\s;]+@[^<>\\s;]+?)>?$");

	private static final Pattern DEL_SERVER = Pattern.compile("\\b(mailer-daemon|postmaster|mail-daemon)\\b",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern CON_CODICE = Pattern.compile("\\b[45]\\d\\d\\b.*|\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b.*");

	private static final int PROFONDITA = 8;

	private static final int TESTO = 64 * 1024;

	private static final int MOTIVO = 500;

	private final List<InternetHeaders> esiti = new ArrayList<>();

	private final StringBuilder testo = new StringBuilder();

	private String originale;

	private LetturaRitorno() {
	}

	/**
	 * Reads a message.
	 * @param m the message
	 * @return what it says of ours; nothing if it is no report, or none of a failure
	 * @throws MessagingException if it cannot be read
	 * @throws IOException if it cannot be read
	 */
	static Optional<MailTornata> leggi(MimeMessage m) throws MessagingException, IOException {
		LetturaRitorno l = new LetturaRitorno();
		l.scorri(m, 0);
		return l.esiti.isEmpty() ? l.aParole(m) : l.daEsiti(m);
	}

	private Optional<MailTornata> daEsiti(MimeMessage m) throws MessagingException {
		String messaggio = (this.originale != null) ? this.originale : inRisposta(m);
		if (messaggio == null) {
			return Optional.empty();
		}
		return this.esiti.stream()
			.filter((e) -> "failed".equalsIgnoreCase(valore(e, "Action")))
			.findFirst()
			.map((e) -> {
				String stato = valore(e, "Status");
				String diagnosi = valore(e, "Diagnostic-Code").replaceFirst("^\\s*[\\w-]+\\s*;\\s*", "");
				String detto = (stato + " " + diagnosi).strip();
				return new MailTornata(messaggio, indirizzo(e), CodiceDiStato.perSempre(detto),
						riga(diagnosi.isBlank() ? detto : diagnosi));
			});
	}

	/** Only a server's own words count, and only if they quote our message. */
	private Optional<MailTornata> aParole(MimeMessage m) throws MessagingException {
		boolean risposta = "auto-replied".equalsIgnoreCase(intestazione(m, "Auto-Submitted").strip());
		boolean delServer = "<>".equals(intestazione(m, "Return-Path").strip())
				|| DEL_SERVER.matcher(intestazione(m, "From")).find();
		Matcher citato = NOSTRO.matcher(this.testo);
		String messaggio = (this.originale != null) ? this.originale : citato.find() ? citato.group(1) : null;
		if (risposta || !delServer || messaggio == null) {
			return Optional.empty();
		}
		String motivo = this.testo.toString()
			.lines()
			.map(CON_CODICE::matcher)
			.filter(Matcher::find)
			.map(Matcher::group)
			.findFirst()
			.orElse(String.valueOf(m.getSubject()));
		return Optional.of(new MailTornata(messaggio, null, CodiceDiStato.perSempre(motivo), riga(motivo)));
	}

	private void scorri(Part p, int livello) throws MessagingException, IOException {
		if (livello > PROFONDITA) {
			return;
		}
		if (p.isMimeType("message/delivery-status") || p.isMimeType("message/global-delivery-status")) {
			try (InputStream s = p.getInputStream()) {
				DeliveryStatus stato = new DeliveryStatus(s);
				for (int i = 0; i < stato.getRecipientDSNCount(); i++) {
					this.esiti.add(stato.getRecipientDSN(i));
				}
			}
		}
		else if (livello > 0 && (p.isMimeType("message/rfc822") || p.isMimeType("message/global")
				|| p.isMimeType("text/rfc822-headers") || p.isMimeType("message/global-headers"))) {
			try (InputStream s = p.getInputStream()) {
				nostro(new InternetHeaders(s));
			}
		}
		else if (p.isMimeType("multipart/*") && p.getContent() instanceof Multipart parti) {
			for (int i = 0; i < parti.getCount(); i++) {
				scorri(parti.getBodyPart(i), livello + 1);
			}
		}
		else if (p.isMimeType("text/*") && this.testo.length() < TESTO) {
			try (InputStream s = p.getInputStream()) {
				this.testo.append(new String(s.readNBytes(TESTO - this.testo.length()), StandardCharsets.ISO_8859_1))
					.append('\n');
			}
		}
	}

	private void nostro(InternetHeaders intestazioni) {
		String[] id = intestazioni.getHeader("Message-ID");
		Matcher m = NOSTRO.matcher((id == null) ? "" : id[0]);
		if (this.originale == null && m.find()) {
			this.originale = m.group(1);
		}
	}

	private static String inRisposta(MimeMessage m) throws MessagingException {
		for (String nome : List.of("In-Reply-To", "References")) {
			Matcher id = NOSTRO.matcher(intestazione(m, nome));
			if (id.find()) {
				return id.group(1);
			}
		}
		return null;
	}

	private static String indirizzo(InternetHeaders esito) {
		return Stream.of("Original-Recipient", "Final-Recipient")
			.map((nome) -> INDIRIZZO.matcher(valore(esito, nome).strip()))
			.filter(Matcher::matches)
			.map((i) -> i.group(1).toLowerCase(Locale.ROOT))
			.findFirst()
			.orElse(null);
	}

	private static String valore(InternetHeaders intestazioni, String nome) {
		String[] valori = intestazioni.getHeader(nome);
		return (valori == null) ? "" : MimeUtility.unfold(valori[0]).strip();
	}

	private static String intestazione(MimeMessage m, String nome) throws MessagingException {
		String[] valori = m.getHeader(nome);
		return (valori == null) ? "" : MimeUtility.unfold(String.join(" ", valori));
	}

	private static String riga(String testo) {
		String riga = testo.replaceAll("\\p{Cntrl}+|\\s+", " ").strip();
		if (riga.isEmpty()) {
			return "il server non dice perché";
		}
		return (riga.length() <= MOTIVO) ? riga : riga.substring(0, MOTIVO - 1) + "…";
	}

}
