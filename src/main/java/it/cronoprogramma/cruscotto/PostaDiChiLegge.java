package it.cronoprogramma.cruscotto;

import java.time.LocalDate;
import java.util.Optional;

import it.cronoprogramma.candidatura.Parole;

/**
 * Whether the reader of a candidatura's page is written to about it.
 */
public interface PostaDiChiLegge {

	/**
	 * What there is to say.
	 * @param utente the reader's login name
	 * @param candidatura the candidatura's code
	 * @return nothing for a reader without an address
	 */
	Optional<Stato> di(String utente, String candidatura);

	/**
	 * How it is.
	 *
	 * @param muta the last day on which he is not written to, {@code null} if he is
	 * @param massimo for how many days he may mute it at most
	 */
	record Stato(LocalDate muta, int massimo) {

		/**
		 * Until when he is not written to.
		 * @return the day in words, or {@code null}
		 */
		public String fino() {
			return (this.muta == null) ? null : Parole.giorno(this.muta);
		}

	}

}
