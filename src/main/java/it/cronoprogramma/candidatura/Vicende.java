package it.cronoprogramma.candidatura;

import java.time.LocalDate;

/**
 * What lies over the phase of a candidatura: a rinuncia that awaits its decree, a revoca
 * that was announced, a suspension, a request of the Dipartimento. The phase goes on
 * underneath, and comes to light again when they end (dominio 2.2 and 2.4).
 */
final class Vicende {

	LocalDate rinunciaRichiesta;

	LocalDate revocaComunicata;

	boolean sospesa;

	boolean integrazione;

	/**
	 * The state that is shown: an end before everything, then the gravest of what lies
	 * over the phase.
	 * @param fase the phase
	 * @return the state
	 */
	Stato sopra(Stato fase) {
		if (fase.finita()) {
			return fase;
		}
		if (this.revocaComunicata != null) {
			return Stato.REVOCA_COMUNICATA;
		}
		if (this.rinunciaRichiesta != null) {
			return Stato.RINUNCIA_RICHIESTA;
		}
		if (this.sospesa) {
			return Stato.SOSPESA;
		}
		return this.integrazione ? Stato.INTEGRAZIONE : fase;
	}

	/** At the end of a life nothing lies over it any more. */
	void concluse() {
		this.rinunciaRichiesta = null;
		this.revocaComunicata = null;
		this.sospesa = false;
		this.integrazione = false;
	}

}
