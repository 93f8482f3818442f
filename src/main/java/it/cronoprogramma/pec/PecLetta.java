package it.cronoprogramma.pec;

import java.time.Instant;
import java.util.List;

/**
 * A message as it was read. Whatever could not be is {@code null} or empty, and
 * {@link #avvertenze} says so: reading never fails.
 *
 * @param tipo what it is
 * @param ricevuta of a receipt, which one, e.g. {@code avvenuta-consegna}; else
 * {@code null}
 * @param identificativo what tells it from every other, or {@code null}
 * @param mittente who sent it, in truth and not the gestore, or {@code null}
 * @param destinatari to whom
 * @param oggetto the subject without what the gestore has put in front, or {@code null}
 * @param busta the moment of the envelope, which is the sender's gestore's, or
 * {@code null}
 * @param ricezione the moment of the last {@code Received}, which is the recipient's
 * server's, or {@code null}
 * @param livello how many messages it was wrapped in: 0 as it came, 1 forwarded
 * @param protocollo a protocol number in the subject of whoever forwarded it, or
 * {@code null}
 * @param testo the words in which a candidatura is looked for: subject, text, names of
 * attachments
 * @param corpo the text of the message alone
 * @param allegati the names of the attachments
 * @param avvertenze what whoever decides should know, in Italian
 */
public record PecLetta(TipoMessaggio tipo, String ricevuta, String identificativo, String mittente,
		List<String> destinatari, String oggetto, Instant busta, Instant ricezione, int livello, String protocollo,
		String testo, String corpo, List<String> allegati, List<String> avvertenze) {

	/**
	 * The same with the moment at which a mailbox received it: it is nearer to the truth
	 * than a header, where the message is not a forwarded one.
	 * @param interna the IMAP internal date, or {@code null}
	 * @return the message
	 */
	PecLetta ricevuta(Instant interna) {
		boolean vale = interna != null && this.livello == 0
				&& (this.ricezione == null || interna.isAfter(this.ricezione));
		return vale ? new PecLetta(this.tipo, this.ricevuta, this.identificativo, this.mittente, this.destinatari,
				this.oggetto, this.busta, interna, this.livello, this.protocollo, this.testo, this.corpo, this.allegati,
				this.avvertenze) : this;
	}

}
