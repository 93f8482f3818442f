package it.cronoprogramma.notifica;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.Recapito;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;
import it.cronoprogramma.notifica.MessaggioRepository.RigaMessaggio;
import it.cronoprogramma.notifica.Redazione.Lettera;
import it.cronoprogramma.termine.Roma;
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

	/** Enhanced codes of RFC 3463: policies, full mailboxes, the system, the network. */
	private static final Pattern PASSEGGERI = Pattern.compile("\\b5\\.(7|3|4)\\.\\d+|\\b5\\.2\\.[2-4]\\b");

	private final MessaggioRepository messaggi;

	private final Redazione redazione;

	private final ScadenzaRepository scadenze;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final Utenti utenti;

	private final PostaInPartenza partenza;

	private final JavaMailSender posta;

	private final PostaProperties mittente;

	private final Clock orologio;

	private final TransactionTemplate subito;

	InvioMessaggi(MessaggioRepository messaggi, Redazione redazione, ScadenzaRepository scadenze,
			CandidaturaRepository candidature, EnteRepository enti, Utenti utenti, PostaInPartenza partenza,
			JavaMailSender posta, PostaProperties mittente, Clock orologio, PlatformTransactionManager transazioni) {
		this.messaggi = messaggi;
		this.redazione = redazione;
		this.scadenze = scadenze;
		this.candidature = candidature;
		this.enti = enti;
		this.utenti = utenti;
		this.partenza = partenza;
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
				&& !PASSEGGERI.matcher(String.valueOf(ex.getMessage())).find();
	}

	/**
	 * Marks the address, and tells the ufficio RTD of each gestione concerned; the
	 * responsabili where the ufficio itself refuses.
	 */
	private void respinto(Messaggio m, String motivo) {
		Map<String, String> chi = daAvvisare(m);
		Instant adesso = this.orologio.instant();
		if (chi.isEmpty()) {
			LOG.warn("Il messaggio {} è stato rifiutato e non c'è nessun altro da avvisare: {}", m.id(), motivo);
			throw new MailSendException(
					"L'indirizzo rifiuta la posta e non c'è nessun altro da avvisare: va corretto l'indirizzo "
							+ "dell'ufficio RTD o del referente.");
		}
		LocalDate oggi = Roma.giorno(adesso);
		this.messaggi.chiudi(m, StatoMessaggio.RESPINTO, motivo, adesso);
		this.messaggi.respinge(m.indirizzo(), motivo, adesso);
		chi.forEach((indirizzo, gestione) -> this.messaggi
			.pianifica(TipoMessaggio.AVVISO, indirizzo, oggi, m.id(), gestione,
					(m.tipo() == TipoMessaggio.AVVISO) ? m.origine() : m.id(), adesso)
			.ifPresent(this.partenza::parte));
	}

	/** Addresses, each with its gestione. */
	private Map<String, String> daAvvisare(Messaggio m) {
		// of a refused notice nothing is told but what it told
		String conRighe = (m.tipo() == TipoMessaggio.AVVISO) ? m.origine() : m.id();
		Set<String> gestioni = new HashSet<>();
		for (RigaMessaggio r : this.messaggi.righe(conRighe)) {
			Scadenza s = this.scadenze.leggi(r.scadenza());
			Ente ente = this.enti.leggi(this.candidature.leggi(s.candidatura()).ente());
			if (ente.gestione() != null) {
				gestioni.add(ente.gestione());
			}
		}
		if (m.gestione() != null) {
			gestioni.add(m.gestione());
		}
		Set<String> respinti = new HashSet<>(this.messaggi.abitudini().respinti());
		respinti.add(m.indirizzo());
		Map<String, String> chi = new LinkedHashMap<>();
		for (Gestione g : this.enti.gestioni()) {
			if (!gestioni.contains(g.id())) {
				continue;
			}
			if (g.email() != null && !respinti.contains(g.email().toLowerCase(Locale.ROOT))) {
				chi.put(g.email().toLowerCase(Locale.ROOT), g.id());
				continue;
			}
			for (Persona p : this.utenti.conRuolo(Ruolo.RESPONSABILE, g.id())) {
				if (!respinti.contains(p.email().toLowerCase(Locale.ROOT))) {
					chi.put(p.email().toLowerCase(Locale.ROOT), g.id());
				}
			}
		}
		return chi;
	}

}
