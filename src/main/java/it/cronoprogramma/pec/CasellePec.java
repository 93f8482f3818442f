package it.cronoprogramma.pec;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.casella.CasellaIrraggiungibile;
import it.cronoprogramma.casella.LetturaImap;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.pec.PecProperties.CasellaPec;
import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.imap.IMAPMessage;

import org.springframework.stereotype.Component;

/**
 * The mailboxes that PEC are read from.
 */
@Component
public class CasellePec {

	private final PecProperties impostazioni;

	private final LetturaImap lettura;

	private final Notifiche notifiche;

	private final EnteRepository enti;

	CasellePec(PecProperties impostazioni, LetturaImap lettura, Notifiche notifiche, EnteRepository enti) {
		this.impostazioni = impostazioni;
		this.lettura = lettura;
		this.notifiche = notifiche;
		this.enti = enti;
	}

	/**
	 * The mailboxes that are set.
	 * @return their names
	 */
	public Set<String> nomi() {
		return new TreeMap<>(this.impostazioni.imap().caselle()).keySet();
	}

	/**
	 * Whose mailbox it is.
	 * @param nome its name, one of {@link #nomi()}
	 * @return the id of a gestione or of an ente
	 */
	public String di(String nome) {
		return this.impostazioni.imap().caselle().get(nome).di();
	}

	/**
	 * How long to wait between two readings.
	 * @return the time
	 */
	public Duration ogni() {
		return this.impostazioni.imap().ogni();
	}

	/**
	 * Takes the next messages of a mailbox, in the order in which they arrived. In the
	 * caller's transaction, together with the note how far it has been read.
	 * @param nome its name, one of {@link #nomi()}
	 * @param autore for whom, and when
	 * @return whether there are more
	 * @throws CasellaIrraggiungibile if the mailbox cannot be read now
	 */
	public boolean leggi(String nome, Autore autore) {
		CasellaPec casella = this.impostazioni.imap().caselle().get(nome);
		if (this.enti.raccolti(casella.di()).isEmpty()) {
			throw new CasellaIrraggiungibile("La casella «" + nome + "» è di «" + casella.di()
					+ "», che non è né una gestione associata né un ente: corregga cronoprogramma.pec.imap.caselle."
					+ nome + ".di.", null);
		}
		return this.lettura.leggi(nome, casella, autore.quando(),
				(m, riferimento) -> prendi(m, nome, casella, riferimento, autore));
	}

	private void prendi(IMAPMessage m, String nome, CasellaPec casella, String riferimento, Autore autore)
			throws MessagingException, IOException {
		Path deposito = Files.createTempFile("pec", ".eml");
		try {
			Date ricevuto = m.getReceivedDate();
			Instant interna = (ricevuto == null) ? null : ricevuto.toInstant();
			long dimensione = m.getSizeLong();
			if (dimensione > this.impostazioni.dimensioneMassima().toBytes()) {
				List<String> righe = new ArrayList<>(Collections.list(m.getAllHeaderLines()));
				righe.add("X-Casella: " + riferimento);
				Files.writeString(deposito, String.join("\r\n", righe) + "\r\n\r\n", StandardCharsets.ISO_8859_1);
				this.notifiche.troppoGrande(deposito, dimensione, interna, nome, riferimento, casella.di(), autore);
				return;
			}
			try (OutputStream file = Files.newOutputStream(deposito)) {
				m.writeTo(file);
			}
			this.notifiche.daCasella(deposito, interna, nome, riferimento, casella.di(), autore);
		}
		finally {
			Files.deleteIfExists(deposito);
		}
	}

}
