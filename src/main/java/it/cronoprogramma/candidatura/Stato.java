package it.cronoprogramma.candidatura;

import java.util.EnumSet;
import java.util.Set;

/**
 * Where a candidatura stands (dominio 2.1 and 2.2). Most are phases, one after the other;
 * four lie over a phase, which goes on underneath: while the decree of a rinuncia is
 * awaited, say, the terms of the phase still run.
 */
public enum Stato {

	BOZZA("bozza"), INVIATA("inviata"), RITIRATA("ritirata"), AMMESSA("ammessa"),
	AMMESSA_CON_RISERVA("ammessa con riserva"), NON_AMMESSA("non ammessa"), CUP_INSERITO("CUP inserito"),
	NON_FINANZIABILE("non finanziabile"), FINANZIATA("finanziata"), CONTRATTI_CONCLUSI("contratti conclusi"),
	IN_VERIFICA("in verifica"), IN_RIELABORAZIONE("in rielaborazione"), COMPLETATA("completata"),
	ASSEVERAZIONE_NEGATIVA("asseverazione negativa"), EROGAZIONE_RICHIESTA("erogazione richiesta"),
	IN_LIQUIDAZIONE("in liquidazione"), LIQUIDATA("liquidata"), IN_MANTENIMENTO("in mantenimento"), CHIUSA("chiusa"),
	RINUNCIATA("rinunciata"), REVOCATA("revocata"),

	/** Over a phase: the Dipartimento has asked for something. */
	INTEGRAZIONE("integrazione"),

	/** Over a phase: by law or by decree the terms stand still. */
	SOSPESA("sospesa"),

	/** Over a phase: asked for, until its decree. */
	RINUNCIA_RICHIESTA("rinuncia richiesta"),

	/** Over a phase: the procedure is open, until its decree. */
	REVOCA_COMUNICATA("revoca comunicata");

	private static final Set<Stato> FINITE = EnumSet.of(RITIRATA, NON_AMMESSA, NON_FINANZIABILE, RINUNCIATA, REVOCATA,
			CHIUSA);

	private static final Set<Stato> SOVRAPPOSTE = EnumSet.of(INTEGRAZIONE, SOSPESA, RINUNCIA_RICHIESTA,
			REVOCA_COMUNICATA);

	private static final Set<Stato> PRIMA_DEL_DECRETO = EnumSet.of(BOZZA, INVIATA, AMMESSA, AMMESSA_CON_RISERVA,
			CUP_INSERITO);

	private static final Set<Stato> DOPO_L_EROGAZIONE = EnumSet.of(LIQUIDATA, IN_MANTENIMENTO);

	private final String nome;

	Stato(String nome) {
		this.nome = nome;
	}

	/**
	 * The state as people read it.
	 * @return the name in Italian
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Whether nothing more happens.
	 * @return {@code true} for the ends of a life
	 */
	public boolean finita() {
		return FINITE.contains(this);
	}

	/**
	 * Whether it is a phase, not something that lies over one.
	 * @return {@code true} for a phase
	 */
	public boolean fase() {
		return !SOVRAPPOSTE.contains(this);
	}

	/**
	 * Whether the candidatura still counts for its avviso: an ente has one at most.
	 * @return {@code false} when another one may take its place
	 */
	public boolean viva() {
		return this == CHIUSA || !finita();
	}

	/**
	 * Whether the decreto di finanziamento is still to come: until then the ente may
	 * withdraw without a decree.
	 * @return {@code true} before the decree
	 */
	public boolean primaDelDecreto() {
		return PRIMA_DEL_DECRETO.contains(this);
	}

	/**
	 * Whether the money has arrived and services must live on.
	 * @return {@code true} between erogazione and the end of the five years
	 */
	public boolean dopoErogazione() {
		return DOPO_L_EROGAZIONE.contains(this);
	}

	/**
	 * Whether a term of the financing may still open: until asseverazione has an outcome
	 * that ends the work. A negative one may be followed by a rimessione in termini.
	 * @return {@code false} where every term has been met or lost
	 */
	public boolean terminiDavanti() {
		return switch (this) {
			case BOZZA, INVIATA, AMMESSA, AMMESSA_CON_RISERVA, CUP_INSERITO, FINANZIATA, CONTRATTI_CONCLUSI,
					IN_VERIFICA, IN_RIELABORAZIONE, ASSEVERAZIONE_NEGATIVA ->
				true;
			default -> false;
		};
	}

	/**
	 * Whether a term that was met may yet run again.
	 * @return {@code true} while the outcome may lead back to work
	 */
	boolean puoRiaprire() {
		return this == IN_VERIFICA || this == ASSEVERAZIONE_NEGATIVA;
	}

}
