package it.cronoprogramma.casella;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

import it.cronoprogramma.casella.SegnoRepository.Segno;
import it.cronoprogramma.termine.Roma;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.FlagTerm;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

import org.springframework.stereotype.Component;

/**
 * Reads mailboxes (IMAP). Nothing in a mailbox changes unless it is set so; and what is
 * marked or moved is what an earlier reading has taken for good, so that nothing is lost
 * between the mailbox and the database, wherever one stops.
 */
@Component
public class LetturaImap {

	/** Messages of one transaction. */
	private static final int PER_VOLTA = 20;

	private static final int PER_ELENCO = 200;

	private final SegnoRepository segni;

	LetturaImap(SegnoRepository segni) {
		this.segni = segni;
	}

	/**
	 * Takes the next messages of a mailbox, in the order in which they arrived. In the
	 * caller's transaction, together with the note how far it has been read.
	 * @param nome its name, at most 60 characters
	 * @param casella where it is
	 * @param adesso when
	 * @param presa what is done with each message
	 * @return whether there are more
	 * @throws CasellaIrraggiungibile if the mailbox cannot be read now
	 */
	public boolean leggi(String nome, Casella casella, Instant adesso, Presa presa) {
		String protocollo = casella.cifrata() ? "imaps" : "imap";
		try (Store magazzino = sessione(protocollo, casella).getStore(protocollo)) {
			magazzino.connect(casella.host(), (casella.porta() == 0) ? -1 : casella.porta(), casella.utente(),
					casella.password());
			segna(magazzino, nome, casella);
			return prendi(magazzino, nome, casella, adesso, presa);
		}
		catch (MessagingException | IOException ex) {
			throw new CasellaIrraggiungibile("La casella «" + nome + "» non si può leggere: " + ex.getMessage(), ex);
		}
	}

	private static Session sessione(String protocollo, Casella casella) {
		Properties p = new Properties();
		String attesa = Long.toString(casella.attesa().toMillis());
		p.setProperty("mail." + protocollo + ".connectiontimeout", attesa);
		p.setProperty("mail." + protocollo + ".timeout", attesa);
		p.setProperty("mail." + protocollo + ".writetimeout", attesa);
		p.setProperty("mail." + protocollo + ".ssl.checkserveridentity", "true");
		// where TLS is not spoken from the first byte, it is as soon as the server offers
		// it
		p.setProperty("mail.imap.starttls.enable", "true");
		p.setProperty("mail." + protocollo + ".fetchsize", Integer.toString(1 << 20));
		return Session.getInstance(p);
	}

	private boolean prendi(Store magazzino, String nome, Casella casella, Instant adesso, Presa presa)
			throws MessagingException, IOException {
		// examined only: no message becomes a read one by being fetched
		try (Folder cartella = aperta(magazzino, casella, Folder.READ_ONLY)) {
			UIDFolder perNumero = (UIDFolder) cartella;
			long validita = perNumero.getUIDValidity();
			long ultimo = this.segni.leggi(nome).filter((s) -> s.validita() == validita).map(Segno::uid).orElse(0L);
			List<Message> nuovi = dopo(cartella, perNumero, ultimo);
			int presi = 0;
			for (int da = 0; da < nuovi.size(); da += PER_ELENCO) {
				List<Message> alcuni = nuovi.subList(da, Math.min(da + PER_ELENCO, nuovi.size()));
				precarica(cartella, alcuni);
				for (Message m : alcuni) {
					if (presi == PER_VOLTA) {
						return true;
					}
					ultimo = perNumero.getUID(m);
					if (!m.isExpunged() && !troppoVecchio(m, casella.dal())) {
						presa.prendi((IMAPMessage) m, casella.cartella() + " " + validita + "/" + ultimo);
						presi++;
					}
					this.segni.salva(nome, new Segno(validita, ultimo), adesso);
				}
			}
			return false;
		}
	}

	/** Behind the last message a server gives the last one, whatever its number. */
	private static List<Message> dopo(Folder cartella, UIDFolder perNumero, long ultimo) throws MessagingException {
		List<Message> nuovi = new ArrayList<>();
		for (Message m : perNumero.getMessagesByUID(ultimo + 1, UIDFolder.LASTUID)) {
			if (m != null && perNumero.getUID(m) > ultimo) {
				nuovi.add(m);
			}
		}
		return nuovi;
	}

	private static void precarica(Folder cartella, List<Message> messaggi) throws MessagingException {
		FetchProfile profilo = new FetchProfile();
		profilo.add(UIDFolder.FetchProfileItem.UID);
		profilo.add(FetchProfile.Item.ENVELOPE);
		profilo.add(FetchProfile.Item.SIZE);
		cartella.fetch(messaggi.toArray(Message[]::new), profilo);
	}

	private static boolean troppoVecchio(Message m, LocalDate dal) throws MessagingException {
		return dal != null && m.getReceivedDate() != null && Roma.giorno(m.getReceivedDate().toInstant()).isBefore(dal);
	}

	/**
	 * Marks, or moves, what has been taken: only what the database holds for good, since
	 * this comes before anything is read.
	 */
	private void segna(Store magazzino, String nome, Casella casella) throws MessagingException {
		boolean sposta = casella.spostaIn() != null && !casella.spostaIn().isBlank();
		Segno segno = this.segni.leggi(nome).orElse(null);
		if (segno == null || segno.uid() == 0 || !sposta && !casella.segnaLette()) {
			return;
		}
		try (Folder cartella = aperta(magazzino, casella, Folder.READ_WRITE)) {
			UIDFolder perNumero = (UIDFolder) cartella;
			if (perNumero.getUIDValidity() != segno.validita()) {
				return;
			}
			Message[] prese = perNumero.getMessagesByUID(1, segno.uid());
			if (!sposta) {
				prese = cartella.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false), prese);
			}
			precarica(cartella, Arrays.asList(prese));
			List<Message> sue = new ArrayList<>();
			for (Message m : prese) {
				if (!troppoVecchio(m, casella.dal())) {
					sue.add(m);
				}
			}
			Message[] tutte = sue.toArray(Message[]::new);
			if (tutte.length == 0) {
				return;
			}
			if (casella.segnaLette()) {
				cartella.setFlags(tutte, new Flags(Flags.Flag.SEEN), true);
			}
			if (sposta) {
				sposta((IMAPStore) magazzino, (IMAPFolder) cartella, tutte, casella.spostaIn());
			}
		}
	}

	private static void sposta(IMAPStore magazzino, IMAPFolder cartella, Message[] messaggi, String dove)
			throws MessagingException {
		Folder altra = magazzino.getFolder(dove);
		if (!altra.exists()) {
			altra.create(Folder.HOLDS_MESSAGES);
		}
		if (magazzino.hasCapability("MOVE")) {
			cartella.moveMessages(messaggi, altra);
			return;
		}
		cartella.copyMessages(messaggi, altra);
		cartella.setFlags(messaggi, new Flags(Flags.Flag.DELETED), true);
		if (magazzino.hasCapability("UIDPLUS")) {
			// only these: somebody else may have marked others
			cartella.expunge(messaggi);
		}
	}

	private static Folder aperta(Store magazzino, Casella casella, int come) throws MessagingException {
		Folder cartella = magazzino.getFolder(casella.cartella());
		if (!cartella.exists()) {
			throw new MessagingException("la cartella «" + casella.cartella() + "» non esiste");
		}
		cartella.open(come);
		return cartella;
	}

	/**
	 * What is done with a message.
	 */
	@FunctionalInterface
	public interface Presa {

		/**
		 * Takes a message, in the transaction of the reading.
		 * @param m the message, which is read from the server as one asks it
		 * @param riferimento its place: folder, and numbers that stay the same
		 * @throws MessagingException if the server stops answering
		 * @throws IOException if the server stops answering
		 */
		void prendi(IMAPMessage m, String riferimento) throws MessagingException, IOException;

	}

}
