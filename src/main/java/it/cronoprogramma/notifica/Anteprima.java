package it.cronoprogramma.notifica;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Recapito;
import it.cronoprogramma.notifica.Messaggio.TipoMessaggio;
import it.cronoprogramma.notifica.Redazione.Lettera;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The mails of the coming days as somebody may see them, and the test mail. Of a mail
 * that speaks also of enti that are not his he sees his lines only: the address is one,
 * the gestioni are several.
 */
@Service
public class Anteprima {

	/** What the subject of a test begins with: nobody takes it for a reminder. */
	public static final String PROVA = "PROVA · ";

	/** Runs of the last days may bring what does not wait in the days before them. */
	private static final int OLTRE = 7;

	private final Previsione previsione;

	private final Redazione redazione;

	private final MessaggioRepository messaggi;

	private final ProvaRepository prove;

	private final PostaInPartenza partenza;

	private final OraDelGiro ora;

	private final Clock orologio;

	Anteprima(Previsione previsione, Redazione redazione, MessaggioRepository messaggi, ProvaRepository prove,
			PostaInPartenza partenza, OraDelGiro ora, Clock orologio) {
		this.previsione = previsione;
		this.redazione = redazione;
		this.messaggi = messaggi;
		this.prove = prove;
		this.partenza = partenza;
		this.ora = ora;
		this.orologio = orologio;
	}

	/**
	 * Whether there are morning runs at all.
	 * @return {@code false} where the installation has switched them off
	 */
	public boolean conGiri() {
		return this.ora.prossima(this.orologio.instant()).isPresent();
	}

	/**
	 * The mails of the coming days that speak of some enti, and the summaries of their
	 * gestioni that would have something to say.
	 * @param giorni how many days from today
	 * @param suoi says of the id of an ente or a gestione whether it is among them
	 * @return the mails, by day and address, each with the lines of these enti
	 */
	@Transactional(readOnly = true)
	public List<Prevista> previste(int giorni, Predicate<String> suoi) {
		LocalDate fine = Roma.giorno(this.orologio.instant()).plusDays(giorni);
		List<Prevista> previste = new ArrayList<>();
		for (Previsione.Giorno g : this.previsione.prossimi(giorni + OLTRE)) {
			if (g.giorno().isAfter(fine)) {
				continue;
			}
			for (Piano.Mail m : g.mail()) {
				List<Piano.Riga> sue = m.righe().stream().filter((r) -> suoi.test(r.cosa().ente())).toList();
				if (!sue.isEmpty()) {
					previste.add(new Prevista(id(g, m), g.giorno(), g.quando(), g.urgente(), m.indirizzo(), sue,
							m.righe().size() - sue.size(), null));
				}
			}
			for (Riepiloghi.Riepilogo r : g.riepiloghi()) {
				if (suoi.test(r.gestione()) && this.redazione.haRiepilogo(r.gestione(), g.giorno())) {
					previste.add(new Prevista(id(g.quando() + "|" + r.indirizzo() + "|" + r.gestione()), g.giorno(),
							g.quando(), false, r.indirizzo(), List.of(), 0, r.gestione()));
				}
			}
		}
		return previste;
	}

	/** The same mail has the same name as long as it is foreseen, and says no address. */
	private static String id(Previsione.Giorno g, Piano.Mail m) {
		return id(g.quando() + "|" + m.indirizzo() + (g.urgente() ? "|" + m.righe().get(0).cosa().promemoria() : ""));
	}

	private static String id(String chiave) {
		return UUID.nameUUIDFromBytes(chiave.getBytes(StandardCharsets.UTF_8)).toString();
	}

	/**
	 * The subjects of some mails. That of a summary says how many terms it has, which
	 * only its own day knows.
	 * @param previste the mails
	 * @return a subject for each, in their order
	 */
	@Transactional(readOnly = true)
	public List<String> oggetti(List<Prevista> previste) {
		Iterator<String> oggetti = this.redazione
			.oggetti(previste.stream().filter((p) -> !p.riepilogo()).map(Prevista::righe).toList())
			.iterator();
		return previste.stream().map((p) -> p.riepilogo() ? "La settimana dei termini" : oggetti.next()).toList();
	}

	/**
	 * What a mail will say; a summary, what it would say with the facts of today.
	 * @param p the mail
	 * @return subject, HTML and text as they will be sent
	 */
	@Transactional(readOnly = true)
	public Composta componi(Prevista p) {
		return (p.riepilogo() ? this.redazione.riepilogo(p.gestione(), p.giorno())
				: this.redazione.anteprima(p.righe(), null, !p.urgente(), p.quando()))
			.map(Composta::di)
			.orElseThrow(() -> Rifiuto.nonTrovato("Questa mail non è più prevista: quello che diceva è stato fatto."));
	}

	/**
	 * Sends somebody a test: his own mail of tomorrow, else another one of tomorrow, else
	 * a sample.
	 * @param indirizzo his address
	 * @param gestione his gestione, or {@code null}
	 * @param suoi says of an ente's id whether he may see it
	 * @throws Rifiuto if he has no address that can be written to, or has just had one
	 */
	@Transactional
	public void prova(String indirizzo, String gestione, Predicate<String> suoi) {
		if (Recapito.perInvio(indirizzo).isEmpty()) {
			throw Rifiuto.nonValido("Il Suo utente non ha un indirizzo e-mail a cui scrivere: lo può aggiungere "
					+ "l'ufficio RTD o l'amministratore da Enti e persone, Utenti.");
		}
		String suo = indirizzo.toLowerCase(Locale.ROOT);
		Instant adesso = this.orologio.instant();
		LocalDate domani = Roma.giorno(adesso).plusDays(1);
		List<Prevista> diDomani = previste(1, suoi).stream()
			.filter((p) -> p.giorno().equals(domani) && !p.riepilogo())
			.toList();
		Optional<Prevista> scelta = diDomani.stream()
			.filter((p) -> p.indirizzo().equals(suo))
			.findFirst()
			.or(() -> diDomani.stream().findFirst());
		Lettera l = scelta
			.flatMap((p) -> this.redazione.anteprima(p.righe(),
					"Questa è una prova: la mail vera è prevista per " + Parole.giornoEsteso(p.giorno())
							+ ", all'indirizzo " + p.indirizzo() + ".",
					!p.urgente(), p.quando()))
			.orElseGet(this.redazione::campione);
		Messaggio m = this.messaggi
			.pianifica(TipoMessaggio.PROVA, suo, Roma.giorno(adesso), adesso.truncatedTo(ChronoUnit.MINUTES).toString(),
					gestione, null, adesso)
			.orElseThrow(() -> Rifiuto.conflitto("Una prova è partita da meno di un minuto: attenda che arrivi."));
		this.prove.conserva(m.id(), new Lettera(PROVA + l.oggetto(), l.html(), l.testo(), null));
		this.partenza.parte(m);
	}

	/**
	 * A mail that is foreseen, as somebody may see it.
	 *
	 * @param id its name, the same as long as it is foreseen
	 * @param giorno the day, Rome
	 * @param quando when it leaves
	 * @param urgente whether it does not wait for the run
	 * @param indirizzo to whom, lower case
	 * @param righe its lines on enti that he may see, the most urgent first
	 * @param altre how many lines more it has
	 * @param gestione of a summary of the week, whose it is; {@code null} for the others
	 */
	public record Prevista(String id, LocalDate giorno, Instant quando, boolean urgente, String indirizzo,
			List<Piano.Riga> righe, int altre, String gestione) {

		/**
		 * Whether it is a summary of the week.
		 * @return {@code true} if it has no lines that are known yet
		 */
		public boolean riepilogo() {
			return this.gestione != null;
		}

		/**
		 * How many terms he sees in it.
		 * @return the number, of several reminders of one term one
		 */
		public int termini() {
			return (int) this.righe.stream().map((r) -> r.cosa().scadenza()).distinct().count();
		}

	}

	/**
	 * A mail as it is sent.
	 *
	 * @param oggetto its subject
	 * @param html its HTML
	 * @param testo the same in plain text
	 */
	public record Composta(String oggetto, String html, String testo) {

		static Composta di(Lettera l) {
			return new Composta(l.oggetto(), l.html(), l.testo());
		}

	}

}
