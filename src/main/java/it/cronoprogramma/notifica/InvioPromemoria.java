package it.cronoprogramma.notifica;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Avvertenze;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.termine.Roma;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a reminder to whom {@link DestinatariPromemoria} names. Who has it already is not
 * written to again, so a failed mail to one can be tried anew without flooding the
 * others; the same mail sent twice bears the same Message-ID.
 */
@Component
public class InvioPromemoria {

	private static final Logger LOG = LoggerFactory.getLogger(InvioPromemoria.class);

	private static final DateTimeFormatter GIORNO_BREVE = DateTimeFormatter.ofPattern("EEEE dd/MM", Locale.ITALIAN);

	private final JavaMailSender posta;

	private final PostaProperties mittente;

	private final ITemplateEngine modelli;

	private final ScadenzaRepository scadenze;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final DestinatariPromemoria destinatari;

	private final CatalogoAvvisi catalogo;

	private final Clock orologio;

	private final TransactionTemplate subito;

	InvioPromemoria(JavaMailSender posta, PostaProperties mittente, ITemplateEngine modelli,
			ScadenzaRepository scadenze, CandidaturaRepository candidature, EnteRepository enti,
			DestinatariPromemoria destinatari, CatalogoAvvisi catalogo, Clock orologio,
			PlatformTransactionManager transazioni) {
		this.posta = posta;
		this.mittente = mittente;
		this.modelli = modelli;
		this.scadenze = scadenze;
		this.candidature = candidature;
		this.enti = enti;
		this.destinatari = destinatari;
		this.catalogo = catalogo;
		this.orologio = orologio;
		// a mail that has left is written down at once, whatever happens to the next one
		this.subito = new TransactionTemplate(transazioni);
		this.subito.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Sends a reminder to all who do not have it yet.
	 * @param promemoria the reminder's id
	 * @param scadenza the id of its term; nothing is sent once it has been met or is
	 * extinct
	 * @param attivita the address that opens the task to be done
	 * @throws org.springframework.mail.MailException if the mail server refuses or cannot
	 * be reached: the engine tries again
	 */
	public void invia(String promemoria, String scadenza, String attivita) {
		Scadenza s = this.scadenze.leggi(scadenza);
		if (!s.pendente()) {
			return;
		}
		Candidatura c = this.candidature.leggi(s.candidatura());
		Ente ente = this.enti.leggi(c.ente());
		Set<String> destinatari = this.destinatari.di(ente, s.stato() == StatoScadenza.SCADUTA || scadutaOra(s),
				Roma.giorno(this.orologio.instant()));
		if (destinatari.isEmpty()) {
			LOG.warn("Nessun indirizzo per il promemoria {} della candidatura {}", promemoria, c.codice());
		}
		destinatari.removeAll(this.scadenze.destinatariRaggiunti(promemoria));
		for (String email : destinatari) {
			this.posta.send(messaggio(promemoria, email, s, c, ente, attivita));
			Instant adesso = this.orologio.instant();
			this.subito.executeWithoutResult((t) -> this.scadenze.segnaInviato(promemoria, email, adesso));
		}
	}

	/** The mark "scaduto" is set beside the mail, not before it. */
	private boolean scadutaOra(Scadenza s) {
		return !this.orologio.instant().isBefore(s.fine());
	}

	private MimeMessage messaggio(String promemoria, String email, Scadenza s, Candidatura c, Ente ente,
			String attivita) {
		try {
			Instant adesso = this.orologio.instant();
			LocalDate oggi = Roma.giorno(adesso);
			Avviso avviso = this.catalogo.avviso(c.avviso());
			Context dati = new Context(Locale.ITALIAN);
			dati.setVariable("ente", ente.nomeOggi());
			dati.setVariable("avviso", avviso.titolo());
			dati.setVariable("candidatura", c.codice());
			dati.setVariable("termine", s.termine().nome());
			dati.setVariable("scadenza", Parole.giornoEsteso(s.governante()));
			dati.setVariable("giorni", s.giorniResidui(oggi));
			dati.setVariable("scaduto", scadutaOra(s));
			dati.setVariable("spiegazione", s.date().spiegazione());
			dati.setVariable("avvertenze", Avvertenze.di(c, c.predecessore().map(this.candidature::leggi)));
			dati.setVariable("attivita", attivita);
			String id = "<" + UUID.nameUUIDFromBytes((promemoria + email).getBytes(StandardCharsets.UTF_8))
					+ "@cronoprogramma>";
			MimeMessage messaggio = this.posta.createMimeMessage();
			// ours: a duplicate can be told from a second reminder
			messaggio.setHeader("Message-ID", id);
			MimeMessageHelper m = new MimeMessageHelper(messaggio, true, StandardCharsets.UTF_8.name());
			m.setFrom(this.mittente.mittente());
			m.setTo(email);
			m.setSentDate(Date.from(adesso));
			m.setSubject(oggetto(s, ente, avviso));
			m.setText(this.modelli.process("mail/promemoria.txt", dati),
					this.modelli.process("mail/promemoria.html", dati));
			messaggio.setHeader("Auto-Submitted", "auto-generated");
			return messaggio;
		}
		catch (MessagingException ex) {
			throw new org.springframework.mail.MailPreparationException(ex);
		}
	}

	private String oggetto(Scadenza s, Ente ente, Avviso avviso) {
		String nome = ente.nomeOggi().replace("Comune di ", "");
		String quando = scadutaOra(s) ? "scaduto " : "entro ";
		return nome + " · " + s.termine().nome() + " " + quando + GIORNO_BREVE.format(s.governante()) + " · "
				+ avviso.pacchetto().nome();
	}

}
