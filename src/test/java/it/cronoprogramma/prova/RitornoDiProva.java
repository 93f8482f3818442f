package it.cronoprogramma.prova;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;

/**
 * Messages as mail servers write them when one of ours cannot be delivered.
 */
public final class RitornoDiProva {

	private RitornoDiProva() {
	}

	/**
	 * A report as Postfix writes it (RFC 3464), with the head of our mail.
	 * @param messaggio the id of our message
	 * @param indirizzo whom it has not reached
	 * @param azione failed, delayed, delivered
	 * @param stato the code of RFC 3463
	 * @param diagnosi what the other server said
	 * @return the message
	 */
	public static String postfix(String messaggio, String indirizzo, String azione, String stato, String diagnosi) {
		return """
				Return-Path: <>
				From: MAILER-DAEMON@relay.example (Mail Delivery System)
				Subject: Undelivered Mail Returned to Sender
				To: cronoprogramma@gestione.example
				Auto-Submitted: auto-replied
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status;
					boundary="4F2.1/relay.example"

				This is a MIME-encapsulated message.

				--4F2.1/relay.example
				Content-Description: Notification
				Content-Type: text/plain; charset=us-ascii

				This is the mail system at host relay.example.

				<%2$s>: %5$s

				--4F2.1/relay.example
				Content-Description: Delivery report
				Content-Type: message/delivery-status

				Reporting-MTA: dns; relay.example
				X-Postfix-Queue-ID: 4F2
				Arrival-Date: Fri, 16 Dec 2022 08:30:01 +0100 (CET)

				Final-Recipient: rfc822; %2$s
				Original-Recipient: rfc822;%2$s
				Action: %3$s
				Status: %4$s
				Diagnostic-Code: smtp; %5$s

				--4F2.1/relay.example
				Content-Description: Undelivered Message Headers
				Content-Type: text/rfc822-headers

				From: cronoprogramma@gestione.example
				To: %2$s
				Message-ID: <%1$s@cronoprogramma>
				Subject: Prova

				--4F2.1/relay.example--
				""".formatted(messaggio, indirizzo, azione, stato, diagnosi);
	}

	/**
	 * A text as it is read from the wire.
	 * @param testo the message, with line feeds only
	 * @return the message
	 * @throws MessagingException if it is none
	 */
	public static MimeMessage messaggio(String testo) throws MessagingException {
		return new MimeMessage((Session) null,
				new ByteArrayInputStream(testo.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
	}

}
