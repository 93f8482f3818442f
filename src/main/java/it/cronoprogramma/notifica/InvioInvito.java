package it.cronoprogramma.notifica;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.InvitoRepository;
import it.cronoprogramma.ente.Recapito;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.termine.Roma;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sends the link to set a password. What stands in the link is made here, at the moment
 * it leaves, and is kept nowhere: a second attempt makes another.
 */
@Component
public class InvioInvito {

	private static final Logger LOG = LoggerFactory.getLogger(InvioInvito.class);

	private final JavaMailSender posta;

	private final PostaProperties mittente;

	private final ModelliPosta modelli;

	private final InvitoRepository inviti;

	private final Utenti utenti;

	private final Clock orologio;

	private final Duration validita;

	private final String indirizzo;

	InvioInvito(JavaMailSender posta, PostaProperties mittente, ModelliPosta modelli, InvitoRepository inviti,
			Utenti utenti, Clock orologio, @Value("${cronoprogramma.inviti.validita}") Duration validita,
			@Value("${cronoprogramma.indirizzo}") String indirizzo) {
		this.posta = posta;
		this.mittente = mittente;
		this.modelli = modelli;
		this.inviti = inviti;
		this.utenti = utenti;
		this.orologio = orologio;
		this.validita = validita;
		this.indirizzo = indirizzo;
	}

	/**
	 * Sends a link, unless another has taken its place, or the user may not enter.
	 * @param id the id of its row
	 * @throws MailException if the mail server refuses or cannot be reached, without
	 * saying to whom: the engine tries again, and shows what it says to many
	 */
	@Transactional
	public void invia(String id) {
		Optional<Invito> invito = this.inviti.blocca(id).filter((i) -> i.inviato() == null && i.annullato() == null);
		Optional<Utente> utente = invito.flatMap((i) -> this.utenti.trova(i.utente()))
			.filter((u) -> u.attivo() && u.email() != null);
		if (utente.isEmpty()) {
			return;
		}
		Instant adesso = this.orologio.instant();
		Instant scade = adesso.plus(this.validita);
		String segreto = Invito.segreto();
		this.inviti.segnaInviato(invito.get(), Invito.impronta(segreto), adesso, scade);
		try {
			this.posta.send(messaggio(invito.get(), utente.get(), segreto, adesso, scade));
		}
		catch (MailException ex) {
			LOG.warn("Il collegamento {} per la password non è partito", id, ex);
			throw new MailSendException("Il server di posta non ha accettato la mail: si riproverà.");
		}
	}

	private MimeMessage messaggio(Invito invito, Utente utente, String segreto, Instant adesso, Instant scade) {
		try {
			ModelliPosta.Composto composto = this.modelli.componi(ModelliPosta.INVITO,
					Map.of("nome", utente.nomeCompleto(), "utente", utente.id(), "motivo", invito.motivo().name(),
							"collegamento", this.indirizzo + "/password/" + segreto, "dimenticata",
							this.indirizzo + "/password-dimenticata", "scade", Parole.giornoEsteso(Roma.giorno(scade))
									+ " alle " + Parole.ora(scade.atZone(Roma.FUSO).toLocalTime())));
			MimeMessage messaggio = this.posta.createMimeMessage();
			MimeMessageHelper m = new MimeMessageHelper(messaggio, true, StandardCharsets.UTF_8.name());
			m.setFrom(this.mittente.mittente());
			m.setTo(Recapito.perInvio(utente.email())
				.orElseThrow(() -> new MessagingException("non è un indirizzo valido")));
			m.setSentDate(Date.from(adesso));
			m.setSubject((invito.motivo() == Invito.Motivo.NUOVO) ? "Cronoprogramma: il Suo accesso"
					: "Cronoprogramma: imposti la password");
			m.setText(composto.testo(), composto.html());
			messaggio.setHeader("Auto-Submitted", "auto-generated");
			return messaggio;
		}
		catch (MessagingException ex) {
			throw new MailPreparationException(ex);
		}
	}

}
