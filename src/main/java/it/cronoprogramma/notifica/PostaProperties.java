package it.cronoprogramma.notifica;

import java.time.Duration;
import java.time.LocalDate;

import it.cronoprogramma.casella.Casella;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mail leaves, and how one hears that it has not arrived.
 *
 * @param mittente the sender's address
 * @param cartella a folder to write mails into instead of sending them; used only where
 * no SMTP server is set
 * @param giro the time of the morning runs in Rome, e.g. {@code 08:30}; empty for none
 * @param modelli a folder of templates that take the place of ours; empty for none
 * @param ritorno the mailbox of the sender, into which what comes back falls
 */
@ConfigurationProperties("cronoprogramma.posta")
public record PostaProperties(String mittente, String cartella, String giro, String modelli,
		@DefaultValue CasellaDiRitorno ritorno) {

	/**
	 * The sender's mailbox. It is only looked at: what else is in it is for people.
	 *
	 * @param host the IMAP server, empty where what comes back is not read
	 * @param porta its port; 0 for the usual one
	 * @param cifrata whether TLS is spoken from the first byte, as it should be
	 * @param utente the user
	 * @param password his password, from the environment
	 * @param cartella the folder that is read
	 * @param dal what arrived before this day is left alone, or {@code null}
	 * @param attesa how long the server may take to answer
	 * @param ogni how long to wait between two readings
	 */
	public record CasellaDiRitorno(@DefaultValue("") String host, @DefaultValue("0") int porta,
			@DefaultValue("true") boolean cifrata, String utente, String password,
			@DefaultValue("INBOX") String cartella, LocalDate dal, @DefaultValue("PT20S") Duration attesa,
			@DefaultValue("PT5M") Duration ogni) implements Casella {

		/**
		 * Checks that whoever names a server says who reads.
		 * @throws IllegalArgumentException if the user is missing
		 */
		public CasellaDiRitorno {
			if (!host.isBlank() && (utente == null || utente.isBlank())) {
				throw new IllegalArgumentException(
						"cronoprogramma.posta.ritorno: manca utente, l'utente della casella su " + host + ".");
			}
		}

		/**
		 * Whether it is read at all.
		 * @return {@code true} where a server is named
		 */
		public boolean attiva() {
			return !this.host.isBlank();
		}

		@Override
		public boolean segnaLette() {
			return false;
		}

		@Override
		public String spostaIn() {
			return null;
		}

		/** A password does not go into a log. */
		@Override
		public String toString() {
			return this.utente + "@" + this.host + "/" + this.cartella;
		}

	}

}
