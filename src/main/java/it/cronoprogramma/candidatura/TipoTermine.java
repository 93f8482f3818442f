package it.cronoprogramma.candidatura;

import it.cronoprogramma.termine.Computo.Modo;
import it.cronoprogramma.termine.Termine;

/**
 * The terms that run against a candidatura (dominio 2.3).
 */
public enum TipoTermine implements Codificato {

	/** T0: until the avviso closes. */
	DOMANDA("domanda", "Invio della domanda", "Domanda", Modo.DATA),

	/** T1: from the PEC of ammissibilità; perentorio. */
	CUP("cup", "Inserimento del CUP", "CUP", Modo.ATTO),

	/** T2: from the notification of the decreto di finanziamento. */
	CONTRATTUALIZZAZIONE("contrattualizzazione", "Contrattualizzazione dei fornitori", "Contratti", Modo.ATTO),

	/** T3: from the last contract, or as the avviso says. */
	COMPLETAMENTO("completamento", "Completamento delle attività", "Completamento", Modo.ATTO),

	/**
	 * T3bis: the outer limit from the notification of the decree, which runs beside T2
	 * and T3 (art. 8 c. 3 of the avvisi).
	 */
	LIMITE("limite", "Limite complessivo", "Limite complessivo", Modo.ATTO),

	/** T7: five years from 31 December of the year of erogazione. */
	MANTENIMENTO("mantenimento", "Mantenimento dei servizi", "Mantenimento", Modo.PERIODO),

	/** T8: twenty working days from the PEC of a sample check. */
	CONTROLLO("controllo", "Risposta al controllo a campione", "Controllo a campione", Modo.ATTO),

	/** As long as the request says; there may be several. */
	INTEGRAZIONE("integrazione", "Risposta alla richiesta di integrazione", "Integrazione", Modo.ATTO);

	private final String codice;

	private final String nome;

	private final String breve;

	private final Modo modo;

	TipoTermine(String codice, String nome, String breve, Modo modo) {
		this.codice = codice;
		this.nome = nome;
		this.breve = breve;
		this.modo = modo;
	}

	/**
	 * The word used in tables, variables and columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * The term as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * The term in as few letters as can be, where there is room for no more.
	 * @return the short name
	 */
	public String breve() {
		return this.breve;
	}

	/**
	 * How the term ends.
	 * @return the mode of its count
	 */
	public Modo modo() {
		return this.modo;
	}

	/**
	 * How one term of this kind ends: what was given as a day is not counted.
	 * @param termine the length, {@code null} for a day
	 * @return the mode of its count
	 */
	public Modo modo(Termine termine) {
		return (termine == null) ? Modo.DATA : this.modo;
	}

	/**
	 * Whether the term can run again after it was met: completion does, when the outcome
	 * of asseverazione is partial (dominio 2.9), and the outer limit with it.
	 * @return {@code true} for completamento and limite
	 */
	public boolean riapribile() {
		return this == COMPLETAMENTO || this == LIMITE;
	}

	/**
	 * Whether the term may come more than once for one candidatura, each time anew.
	 * @return {@code true} for controllo
	 */
	public boolean ripetibile() {
		return this == CONTROLLO || this == INTEGRAZIONE;
	}

	/**
	 * Whether an act can change the term: a period that must last is not put off.
	 * @return {@code false} for mantenimento
	 */
	public boolean differibile() {
		return this != MANTENIMENTO;
	}

	/**
	 * Whether a suspension by law stops the term: neither the closing of an avviso, which
	 * is one day for everybody, nor a period that must last.
	 * @return {@code false} for domanda and mantenimento
	 */
	public boolean sospendibile() {
		return this.modo == Modo.ATTO;
	}

	/**
	 * Whether the cap of the PNRR bounds the term (Decreto 39/2025: the completion of all
	 * lump-sum avvisi).
	 * @return {@code true} for completamento and limite
	 */
	public boolean sottoTetto() {
		return this == COMPLETAMENTO || this == LIMITE;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in tables, variables and columns
	 * @return the term
	 * @throws IllegalArgumentException if there is none of this code
	 */
	public static TipoTermine leggi(String codice) {
		return Codificato.leggi(values(), codice, (c) -> new IllegalArgumentException("Termine sconosciuto: " + c));
	}

}
