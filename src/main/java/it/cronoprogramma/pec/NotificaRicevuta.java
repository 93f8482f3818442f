package it.cronoprogramma.pec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Parole;

/**
 * What reached an ente and notifies it of something, as it is kept.
 *
 * @param numero its number
 * @param arrivo how it came
 * @param contenuto what was read in it
 * @param atto what it notifies: guessed, and once confirmed chosen
 * @param esito of ammissibilità, the outcome it seems to tell
 * @param candidatura the candidatura's code, or {@code null}
 * @param riconoscimento how the candidatura was recognised, or why not
 * @param possibili codes of the candidature it could be of
 * @param doppioneDi the number of the one that it is a double of, or {@code null}
 * @param visibileA the gestione or ente that sees it now
 * @param stato what is to be done with it
 * @param decisione what somebody decided, {@code null} before
 */
public record NotificaRicevuta(long numero, Arrivo arrivo, Contenuto contenuto, AttoNotificato atto, String esito,
		String candidatura, String riconoscimento, List<String> possibili, Long doppioneDi, String visibileA,
		StatoNotifica stato, Decisione decisione) {

	/**
	 * What people call it, also the business key of its process.
	 * @return {@code PEC000012}
	 */
	public String codice() {
		return codice(this.numero);
	}

	/**
	 * What people call the one of a number.
	 * @param numero its number
	 * @return {@code PEC000012}
	 */
	public static String codice(long numero) {
		return "PEC%06d".formatted(numero);
	}

	/**
	 * It in a few words, e.g. {@code PEC del 19/08/2022 alle 23:58: Esito della domanda}.
	 * @return words for lists
	 */
	public String inParole() {
		Instant quando = (this.contenuto.proposta().proposta() == null) ? this.arrivo.autore().quando()
				: this.contenuto.proposta().proposta();
		return "PEC del " + Parole.momento(quando) + ": " + oggetto();
	}

	/**
	 * Its subject.
	 * @return the subject, or that there is none
	 */
	public String oggetto() {
		return (this.contenuto.oggetto() == null) ? "(senza oggetto)" : this.contenuto.oggetto();
	}

	/** By which way one came. */
	public enum Provenienza {

		/** Somebody uploaded it. */
		CARICATA,

		/** It was read from a mailbox. */
		CASELLA

	}

	/**
	 * What is to be done.
	 */
	public enum StatoNotifica {

		/** The candidatura was recognised: somebody of the ente confirms. */
		DA_CONFERMARE("da confermare"),

		/** Whose it is has to be said. */
		DA_ASSEGNARE("da assegnare"),

		/** It is the candidatura's. */
		CONFERMATA("confermata"),

		/** No notification, or a double. */
		SCARTATA("scartata");

		private final String nome;

		StatoNotifica(String nome) {
			this.nome = nome;
		}

		/**
		 * The state in words.
		 * @return the name
		 */
		public String nome() {
			return this.nome;
		}

	}

	/**
	 * How one came.
	 *
	 * @param provenienza by which way
	 * @param casella the mailbox, or {@code null}
	 * @param riferimento its place in the mailbox, or {@code null}
	 * @param autore who took it, and when
	 * @param raccolta the gestione or ente that it came to
	 * @param nomeFile the name of the file that was uploaded, or {@code null}
	 * @param dimensione bytes
	 * @param conservata whether the message is kept: not one that is too large
	 * @param sha256 the SHA-256 of its bytes, lower case hexadecimal
	 */
	public record Arrivo(Provenienza provenienza, String casella, String riferimento, Autore autore, String raccolta,
			String nomeFile, long dimensione, boolean conservata, String sha256) {
	}

	/**
	 * What was read in one.
	 *
	 * @param tipo what the message is
	 * @param ricevuta of a receipt, which one
	 * @param identificativo what tells it from every other, or {@code null}
	 * @param mittente who sent it, or {@code null}
	 * @param oggetto the subject, or {@code null}
	 * @param estratto the beginning of its text
	 * @param allegati the names of its attachments, one a line
	 * @param avvertenze what whoever decides should know, one sentence a line
	 * @param proposta from when it may count
	 * @param protocollo a protocol number that was found, or {@code null}
	 */
	public record Contenuto(TipoMessaggio tipo, String ricevuta, String identificativo, String mittente, String oggetto,
			String estratto, String allegati, String avvertenze, PropostaNotifica proposta, String protocollo) {
	}

	/**
	 * What somebody decided.
	 *
	 * @param scelta which moment: {@code busta}, {@code ricezione} or {@code altro};
	 * {@code null} where it was discarded
	 * @param notificata the moment from which it counts, or {@code null}
	 * @param protocollo the ente's protocol number, or {@code null}
	 * @param decreto what is known of the decree, {@code null} where it is none
	 * @param autore who decided, and when
	 * @param motivo why it was discarded, or {@code null}
	 */
	public record Decisione(String scelta, Instant notificata, String protocollo, Estremi decreto, Autore autore,
			String motivo) {
	}

	/**
	 * What is known of a decree, as far as it is.
	 *
	 * @param numero its number, or {@code null}
	 * @param data its day, or {@code null}
	 * @param importo euro, or {@code null}
	 */
	public record Estremi(String numero, LocalDate data, BigDecimal importo) {
	}

}
