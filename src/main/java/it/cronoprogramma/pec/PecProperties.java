package it.cronoprogramma.pec;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import it.cronoprogramma.casella.Casella;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How PEC come in.
 *
 * @param mittenti the addresses that notify acts; what others send is looked at by a
 * person first
 * @param dimensioneMassima the largest message
 * @param imap the mailboxes that are read
 */
@ConfigurationProperties("cronoprogramma.pec")
public record PecProperties(@DefaultValue("dtd.pnrr@pec.governo.it") List<String> mittenti,
		@DefaultValue("50MB") DataSize dimensioneMassima, @DefaultValue Imap imap) {

	/**
	 * Whether somebody notifies acts.
	 * @param indirizzo his address, or {@code null}
	 * @return whether it is among the senders
	 */
	boolean noto(String indirizzo) {
		return indirizzo != null && this.mittenti.stream()
			.anyMatch((m) -> m.strip().toLowerCase(Locale.ROOT).equals(indirizzo.toLowerCase(Locale.ROOT)));
	}

	/**
	 * The mailboxes.
	 *
	 * @param ogni how long to wait between two readings
	 * @param caselle the mailboxes by name: small letters, digits and dashes
	 */
	public record Imap(@DefaultValue("PT5M") Duration ogni, @DefaultValue Map<String, CasellaPec> caselle) {

		private static final Pattern NOME = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");

		/**
		 * Checks the names.
		 * @throws IllegalArgumentException for a name or a mailbox that cannot be
		 */
		public Imap {
			caselle.forEach((nome, casella) -> {
				if (!NOME.matcher(nome).matches()) {
					throw new IllegalArgumentException("cronoprogramma.pec.imap.caselle." + nome
							+ ": il nome di una casella ha lettere minuscole, cifre e trattini.");
				}
				casella.controlla("cronoprogramma.pec.imap.caselle." + nome);
			});
		}

	}

	/**
	 * One mailbox.
	 *
	 * @param host the IMAP server
	 * @param porta its port; 0 for the usual one
	 * @param cifrata whether TLS is spoken from the first byte, as it should be
	 * @param utente the user
	 * @param password his password, from the environment
	 * @param cartella the folder that is read
	 * @param di whose mailbox it is: the id of a gestione or of an ente
	 * @param dal what arrived before this day is left alone, or {@code null}
	 * @param segnaLette whether messages are marked as read once they have been taken
	 * @param spostaIn the folder that messages are moved to once they have been taken, or
	 * {@code null}
	 * @param attesa how long the server may take to answer
	 */
	public record CasellaPec(String host, @DefaultValue("0") int porta, @DefaultValue("true") boolean cifrata,
			String utente, String password, @DefaultValue("INBOX") String cartella, String di, LocalDate dal,
			@DefaultValue("false") boolean segnaLette, String spostaIn,
			@DefaultValue("PT20S") Duration attesa) implements Casella {

		private void controlla(String dove) {
			for (String[] voce : new String[][] { { "host", this.host }, { "utente", this.utente },
					{ "di", this.di } }) {
				if (voce[1] == null || voce[1].isBlank()) {
					throw new IllegalArgumentException(dove + ": manca " + voce[0] + ".");
				}
			}
		}

		/** A password does not go into a log. */
		@Override
		public String toString() {
			return this.utente + "@" + this.host + "/" + this.cartella;
		}

	}

}
