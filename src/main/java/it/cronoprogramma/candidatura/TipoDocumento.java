package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What a document of a candidatura is (dominio 2.7 and 2.9, FAQ 07/009).
 */
public enum TipoDocumento implements Codificato {

	/** What engages a supplier, whatever its form. */
	CONTRATTO("contratto", "Contratto o atto equivalente"),

	/** An act of the ente: affidamento, aggiudicazione, impegno. */
	DETERMINA("determina", "Determina"),

	/** The criteria of conformity, ticked and signed. */
	CHECKLIST("checklist", "Checklist di conformità"),

	/** A certified mail, as it was received or sent. */
	PEC("pec", "PEC"),

	/** CRE, signed by the RUP. */
	CRE("cre", "Certificato di regolare esecuzione (CRE)"),

	/** The request of erogazione, signed by the legale rappresentante. */
	ALLEGATO_5("allegato-5", "Allegato 5 (domanda di erogazione)"),

	/** Who is RUP: without it the CRE is signed by his superior. */
	NOMINA_RUP("nomina-rup", "Nomina del RUP"),

	/** Explains contracts that are older than the decree (FAQ 02/004/044). */
	ATTO_RICOGNITIVO("atto-ricognitivo", "Atto ricognitivo"),

	/** Anything else worth keeping. */
	ALTRO("altro", "Altro documento");

	private final String codice;

	private final String nome;

	TipoDocumento(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The word used in forms and columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * The document as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Whether a document of this type proves a contract made by an act of a kind. An
	 * order to one's own staff and a lettera di incarico are neither contract nor
	 * determina: any document that is linked to them will do (dominio 2.7).
	 * @param atto the act by which the supplier was engaged
	 * @return {@code true} if it does
	 */
	public boolean prova(TipoAtto atto) {
		return switch (this) {
			case CONTRATTO, DETERMINA -> true;
			case ALTRO -> atto == TipoAtto.ORDINE_SERVIZIO || atto == TipoAtto.LETTERA_INCARICO;
			default -> false;
		};
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the type
	 * @throws Rifiuto if there is none of this code
	 */
	public static TipoDocumento leggi(String codice) {
		return Codificato.leggi(values(), codice,
				(c) -> Rifiuto.nonValido("Tipo di documento «%s» sconosciuto: lo scelga dall'elenco.", c));
	}

}
