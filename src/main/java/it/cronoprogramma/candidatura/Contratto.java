package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;

/**
 * The act by which somebody was engaged, or what was agreed upon afterwards.
 *
 * @param realizzatore who was engaged
 * @param soggetto what kind of soggetto realizzatore it is for the ente
 * @param tipo what kind of act it is
 * @param numero its number, or {@code null}
 * @param data its date: completamento runs from the last one
 * @param cig its CIG, or {@code null}
 * @param attivita what it covers
 * @param addendum whether it was agreed upon after contrattualizzazione was concluded
 * @param oggetto what an addendum is for, else {@code null}
 */
public record Contratto(Fornitore realizzatore, TipoSoggetto soggetto, TipoAtto tipo, String numero, LocalDate data,
		String cig, List<Attivita> attivita, boolean addendum, String oggetto) {

	/**
	 * The name of whom it engages.
	 * @return the name in the register
	 */
	public String fornitore() {
		return this.realizzatore.nome();
	}

	/**
	 * Whether it engages somebody: it covers activities, and its date counts for the
	 * terms. Neither an addendum does (FAQ 011), nor an act that explains another one.
	 * @return {@code true} for a contract
	 */
	public boolean ingaggia() {
		return !this.addendum && this.tipo != TipoAtto.ATTO_RICOGNITIVO;
	}

	/**
	 * The act in words.
	 * @return its kind and number
	 */
	public String atto() {
		return this.tipo.nome() + ((this.numero == null) ? "" : " n. " + this.numero);
	}

}
