package it.cronoprogramma.pec;

import java.time.Instant;

import it.cronoprogramma.termine.Roma;

/**
 * From when a PEC may count (dominio 6.3): from its delivery into the ente's mailbox,
 * which only the sender can prove. What the ente has are the moment at which its own
 * server took it and that of the envelope, written by the sender's gestore: earlier,
 * sometimes by a day, and so the prudent one.
 *
 * @param proposta the later of the two, {@code null} where neither is known
 * @param busta the envelope's, or {@code null}
 * @param ricezione the recipient's server's, or {@code null}
 */
public record PropostaNotifica(Instant proposta, Instant busta, Instant ricezione) {

	/**
	 * Applies the rule.
	 * @param busta the envelope's moment, or {@code null}
	 * @param ricezione the recipient's server's, or {@code null}
	 * @return the proposal
	 */
	public static PropostaNotifica di(Instant busta, Instant ricezione) {
		Instant dopo = (busta == null || ricezione != null && ricezione.isAfter(busta)) ? ricezione : busta;
		return new PropostaNotifica(dopo, busta, ricezione);
	}

	/**
	 * Whether a person has to say which day it was.
	 * @return {@code true} if the two lie on two days of Rome, or neither is known
	 */
	public boolean daScegliere() {
		return this.proposta == null
				|| this.busta != null && !Roma.giorno(this.proposta).equals(Roma.giorno(this.busta));
	}

}
