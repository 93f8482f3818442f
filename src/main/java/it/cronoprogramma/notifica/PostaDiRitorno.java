package it.cronoprogramma.notifica;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import it.cronoprogramma.casella.CasellaIrraggiungibile;
import it.cronoprogramma.casella.LetturaImap;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.stereotype.Component;

/**
 * What comes back into the sender's mailbox: a server has accepted a message of ours and
 * says afterwards that it could not be delivered. The mailbox is left as it is.
 */
@Component
public class PostaDiRitorno {

	/** The mailbox's name, which no mailbox of PEC can have. */
	public static final String CASELLA = "posta/ritorno";

	private static final Logger LOG = LoggerFactory.getLogger(PostaDiRitorno.class);

	/** A report quotes our mail, and that is short. */
	private static final long DIMENSIONE_MASSIMA = 5L << 20;

	private final PostaProperties impostazioni;

	private final LetturaImap lettura;

	private final MessaggioRepository messaggi;

	private final PostaRespinta respinta;

	PostaDiRitorno(PostaProperties impostazioni, LetturaImap lettura, MessaggioRepository messaggi,
			PostaRespinta respinta) {
		this.impostazioni = impostazioni;
		this.lettura = lettura;
		this.messaggi = messaggi;
		this.respinta = respinta;
	}

	/**
	 * Whether the mailbox is read.
	 * @return {@code true} where the settings name it
	 */
	public boolean siLegge() {
		return this.impostazioni.ritorno().attiva();
	}

	/**
	 * How long to wait between two readings.
	 * @return the time
	 */
	public Duration ogni() {
		return this.impostazioni.ritorno().ogni();
	}

	/**
	 * Looks at the next messages of the mailbox. In the caller's transaction, together
	 * with the note how far it has been read.
	 * @param adesso when
	 * @return whether there are more
	 * @throws CasellaIrraggiungibile if the mailbox cannot be read now
	 */
	public boolean leggi(Instant adesso) {
		return this.lettura.leggi(CASELLA, this.impostazioni.ritorno(), adesso, this::guarda);
	}

	private void guarda(IMAPMessage m, String dove) throws MessagingException, IOException {
		if (m.getSizeLong() > DIMENSIONE_MASSIMA) {
			return;
		}
		ByteArrayOutputStream copia = new ByteArrayOutputStream();
		m.writeTo(copia);
		leggi(copia.toByteArray(), dove).ifPresent(this::tornata);
	}

	/** What cannot be understood stays where it is, for people to read. */
	private static Optional<MailTornata> leggi(byte[] copia, String dove) {
		try {
			return LetturaRitorno.leggi(new MimeMessage((Session) null, new ByteArrayInputStream(copia)));
		}
		catch (MessagingException | IOException | IllegalArgumentException ex) {
			LOG.warn("Il messaggio {} della casella del mittente non si capisce", dove, ex);
			return Optional.empty();
		}
	}

	/** Read again, as after a restore of the server, it finds the message dealt with. */
	private void tornata(MailTornata t) {
		this.messaggi.trova(t.messaggio())
			.filter((m) -> m.stato() == StatoMessaggio.INVIATO)
			.ifPresent((m) -> this.respinta.tornata(m, t.motivo(), t.rifiuta(m.indirizzo())));
	}

}
