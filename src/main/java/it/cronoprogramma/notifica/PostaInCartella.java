package it.cronoprogramma.notifica;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;

import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Writes each mail into a folder as {@code .eml}, which any mail program opens. For the
 * demo, where nobody waits for mail.
 */
final class PostaInCartella extends JavaMailSenderImpl {

	private static final DateTimeFormatter QUANDO = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
		.withZone(ZoneOffset.UTC);

	private final Path cartella;

	PostaInCartella(Path cartella) {
		this.cartella = cartella;
	}

	@Override
	protected void doSend(MimeMessage[] messaggi, Object[] originali) {
		try {
			Files.createDirectories(this.cartella);
			for (MimeMessage m : messaggi) {
				String id = m.getMessageID();
				m.saveChanges();
				if (id != null) {
					m.setHeader("Message-ID", id);
				}
				scrivi(m);
			}
		}
		catch (IOException | MessagingException ex) {
			throw new MailSendException("Non si può scrivere nella cartella " + this.cartella, ex);
		}
	}

	/**
	 * A name that says when and to whom; the same message written again takes its place.
	 */
	private void scrivi(MimeMessage m) throws IOException, MessagingException {
		StringBuilder chi = new StringBuilder();
		for (Address a : m.getAllRecipients()) {
			chi.append('-').append(a.toString().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.@]", "_"));
		}
		String nome = QUANDO.format(m.getSentDate().toInstant()) + chi + "-"
				+ Integer.toHexString(m.getMessageID().hashCode()) + ".eml";
		try (OutputStream uscita = Files.newOutputStream(this.cartella.resolve(nome))) {
			m.writeTo(uscita);
		}
	}

}
