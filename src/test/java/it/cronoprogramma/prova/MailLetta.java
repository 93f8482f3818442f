package it.cronoprogramma.prova;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Date;
import java.util.List;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;

/**
 * A mail as whoever got it reads it.
 *
 * @param messaggio the mail
 */
public record MailLetta(MimeMessage messaggio) {

	/**
	 * Mails as a server has taken them.
	 * @param messaggi the mails
	 * @return the same, to be read
	 */
	public static List<MailLetta> di(MimeMessage[] messaggi) {
		return Arrays.stream(messaggi).map(MailLetta::new).toList();
	}

	/**
	 * To whom it is.
	 * @return the addresses
	 */
	public List<String> destinatari() {
		Address[] tutti = prendi(this.messaggio::getAllRecipients);
		return (tutti == null) ? List.of() : Arrays.stream(tutti).map(Address::toString).toList();
	}

	/**
	 * Whether it is to somebody.
	 * @param indirizzo his address
	 * @return whether it is among the recipients
	 */
	public boolean per(String indirizzo) {
		return destinatari().contains(indirizzo);
	}

	/**
	 * Its subject.
	 * @return the subject, decoded
	 */
	public String oggetto() {
		return prendi(this.messaggio::getSubject);
	}

	/**
	 * Its Message-ID.
	 * @return the id with its brackets
	 */
	public String id() {
		return prendi(this.messaggio::getMessageID);
	}

	/**
	 * When it says that it was sent.
	 * @return the moment
	 */
	public Date inviata() {
		return prendi(this.messaggio::getSentDate);
	}

	/**
	 * A header.
	 * @param nome its name
	 * @return its values, {@code null} without any
	 */
	public String[] intestazione(String nome) {
		return prendi(() -> this.messaggio.getHeader(nome));
	}

	/**
	 * Its plain text.
	 * @return the text, with line feeds only
	 */
	public String testo() {
		return prendi(() -> parte(this.messaggio, "text/plain"));
	}

	/**
	 * Its HTML.
	 * @return the HTML, with line feeds only
	 */
	public String html() {
		return prendi(() -> parte(this.messaggio, "text/html"));
	}

	private static String parte(Part p, String tipo) throws MessagingException, IOException {
		if (p.getContent() instanceof Multipart parti) {
			for (int i = 0; i < parti.getCount(); i++) {
				String trovata = parte(parti.getBodyPart(i), tipo);
				if (trovata != null) {
					return trovata;
				}
			}
			return null;
		}
		return p.isMimeType(tipo) ? p.getContent().toString().replace("\r\n", "\n") : null;
	}

	private static <T> T prendi(DallaMail<T> cosa) {
		try {
			return cosa.prendi();
		}
		catch (MessagingException ex) {
			throw new IllegalStateException(ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Something that is read from a mail. */
	private interface DallaMail<T> {

		T prendi() throws MessagingException, IOException;

	}

}
