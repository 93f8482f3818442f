package it.cronoprogramma.candidatura;

/**
 * A contract with the id it is recorded under, so that documents can be linked to it.
 *
 * @param id its id
 * @param contratto the contract
 */
public record ContrattoRegistrato(String id, Contratto contratto) {

	/**
	 * The contract in a few words.
	 * @return supplier, act, number and date
	 */
	public String inParole() {
		return this.contratto.fornitore() + ", " + Parole.minuscola(this.contratto.tipo().nome())
				+ ((this.contratto.numero() == null) ? "" : " n. " + this.contratto.numero()) + " del "
				+ Parole.giorno(this.contratto.data());
	}

}
