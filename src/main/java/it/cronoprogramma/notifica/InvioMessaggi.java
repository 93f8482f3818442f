package it.cronoprogramma.notifica;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.ente.Recapito;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.notifica.Redazione.Lettera;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands a message over to the mail server. At least once: what has been accepted is
 * written down at once, and what was sent twice all the same bears the same Message-ID.
 */
@Component
public class InvioMessaggi {

	private static final Logger LOG = LoggerFactory.getLogger(InvioMessaggi.class);

	/** A mailbox that is full or a server that wants something of ours: not for good. */
	private static final Set<Integer> PASSANO = Set.of(530, 534, 535, 538, 552);

	private final MessaggioRepository messaggi;

	private final Redazione redazione;

	private final PostaRespinta respinta;

	private final JavaMailSender posta;

	private final PostaProperties mittente;

	private final Clock orologio;

	private final TransactionTemplate subito;

	InvioMessaggi(MessaggioRepository messaggi, Redazione redazione, PostaRespinta respinta, JavaMailSender posta,
			PostaProperties mittente, Clock orologio, PlatformTransactionManager transazioni) {
		this.messaggi = messaggi;
		this.redazione = redazione;
		this.respinta = respinta;
		this.posta = posta;
		this.mittente = mittente;
		this.orologio = orologio;
		// a mail that has left is written down at once, whatever happens next
		this.subito = new TransactionTemplate(transazioni);
		this.subito.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Sends a message, unless it has left or there is nothing left to say.
	 * @param id its id
	 * @throws MailException if the mail server cannot be reached or does not want it now,
	 * without saying to whom: the engine tries again, and shows what it says to many
	 */
	public void invia(String id) {
		Optional<Messaggio> trovato = this.messaggi.trova(id).filter((m) -> m.stato() == StatoMessaggio.DA_INVIARE);
		if (trovato.isEmpty()) {
			return;
		}
		Messaggio m = trovato.get();
		Optional<Lettera> lettera = this.redazione.scrivi(m);
		if (lettera.isEmpty()) {
			this.messaggi.chiudi(m, StatoMessaggio.ANNULLATO, null, this.orologio.instant());
			return;
		}
		Optional<String> recapito = Recapito.perInvio(m.indirizzo());
		if (recapito.isEmpty()) {
			respinto(m, "non è un indirizzo valido");
			return;
		}
		try {
			this.posta.send(messaggio(m, recapito.get(), lettera.get()));
		}
		catch (MailException ex) {
			Optional<String> rifiuto = rifiuto(ex);
			if (rifiuto.isPresent()) {
				LOG.info("Il messaggio {} è stato rifiutato dal server del destinatario", id);
				respinto(m, rifiuto.get());
				return;
			}
			LOG.warn("Il messaggio {} non è partito", id, ex);
			throw new MailSendException("Il server di posta non ha accettato la mail: si riproverà.");
		}
		Instant adesso = this.orologio.instant();
		this.subito.executeWithoutResult((t) -> this.messaggi.segnaInviato(m, lettera.get().oggetto(), adesso));
	}

	private MimeMessage messaggio(Messaggio m, String recapito, Lettera l) {
		try {
			MimeMessage messaggio = this.posta.createMimeMessage();
			// ours: a duplicate can be told from another mail
			messaggio.setHeader("Message-ID", "<" + m.id() + "@cronoprogramma>");
			MimeMessageHelper h = new MimeMessageHelper(messaggio, true, StandardCharsets.UTF_8.name());
			h.setFrom(this.mittente.mittente());
			h.setTo(recapito);
			h.setSentDate(Date.from(this.orologio.instant()));
			h.setSubject(l.oggetto());
			h.setText(l.testo(), l.html());
			messaggio.setHeader("Auto-Submitted", "auto-generated");
			if (l.disiscrizione() != null) {
				messaggio.setHeader("List-Unsubscribe", "<" + l.disiscrizione() + ">");
			}
			return messaggio;
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
	}

	// Indirizzi che rifiutano

	/**
	 * What the server said of the recipient, if it refuses him for good.
	 * @param ex why the mail has not left
	 * @return the server's answer, or nothing if it may be accepted later
	 */
	static Optional<String> rifiuto(MailException ex) {
		Deque<Throwable> cause = new ArrayDeque<>(List.of(ex));
		Set<Throwable> viste = Collections.newSetFromMap(new IdentityHashMap<>());
		while (!cause.isEmpty()) {
			Throwable causa = cause.pop();
			if (!viste.add(causa)) {
				continue;
			}
			if (causa instanceof SMTPAddressFailedException rifiuto && definitivo(rifiuto)) {
				return Optional.of(rifiuto.getMessage().strip());
			}
			if (causa instanceof MailSendException invio) {
				cause.addAll(List.of(invio.getMessageExceptions()));
			}
			if (causa instanceof MessagingException posta && posta.getNextException() != null) {
				cause.add(posta.getNextException());
			}
			if (causa.getCause() != null) {
				cause.add(causa.getCause());
			}
		}
		return Optional.empty();
	}

	private static boolean definitivo(SMTPAddressFailedException ex) {
		int codice = ex.getReturnCode();
		return codice >= 500 && codice < 600 && !PASSANO.contains(codice)
				&& !CodiceDiStato.passeggero(String.valueOf(ex.getMessage()));
	}

	private void respinto(Messaggio m, String motivo) {
		if (!this.respinta.respinta(m, motivo)) {
			throw new MailSendException(
					"L'indirizzo rifiuta la posta e non c'è nessun altro da avvisare: va corretto l'indirizzo "
							+ "dell'ufficio RTD o del referente.");
		}
	}

}
