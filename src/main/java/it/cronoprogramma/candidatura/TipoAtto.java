package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The acts that count as a contract (dominio 2.7, Linee guida, Allegato A).
 */
public enum TipoAtto implements Codificato {

	CONTRATTO_FIRMATO("contratto-firmato", "Contratto firmato da entrambe le parti"),
	DETERMINA_AFFIDAMENTO("determina-affidamento", "Determina di affidamento e impegno"),
	DETERMINA_AGGIUDICAZIONE("determina-aggiudicazione", "Determina di aggiudicazione"),
	BUONO_ORDINE("buono-ordine", "Proposta commerciale accettata o buono d'ordine"),
	STIPULA_MEPA("stipula-mepa", "Documento di stipula MEPA"),
	LETTERA_INCARICO("lettera-incarico", "Lettera di incarico su contratto generale"),
	ORDINE_SERVIZIO("ordine-servizio", "Ordine di servizio (personale interno)"),
	CONTRATTO_IN_HOUSE("contratto-in-house", "Contratto con società in house"),
	/**
	 * A determina that explains a contract later than completion, and engages nobody (FAQ
	 * 02/004/044, 07/010).
	 */
	ATTO_RICOGNITIVO("atto-ricognitivo", "Atto ricognitivo (contratto successivo al completamento)");

	private final String codice;

	private final String nome;

	TipoAtto(String codice, String nome) {
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
	 * The act as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Whether the act can engage a kind of soggetto: own staff is told what to do, it
	 * signs nothing.
	 * @param soggetto the kind of soggetto realizzatore
	 * @return whether the two go together
	 */
	public boolean per(TipoSoggetto soggetto) {
		return switch (this) {
			case ATTO_RICOGNITIVO -> true;
			case ORDINE_SERVIZIO -> soggetto == TipoSoggetto.PERSONALE_INTERNO;
			case CONTRATTO_IN_HOUSE -> soggetto == TipoSoggetto.IN_HOUSE;
			default -> soggetto != TipoSoggetto.PERSONALE_INTERNO;
		};
	}

	/**
	 * The kind of soggetto that the act points to where nobody said which.
	 * @return the kind
	 */
	public TipoSoggetto soggetto() {
		return switch (this) {
			case ORDINE_SERVIZIO -> TipoSoggetto.PERSONALE_INTERNO;
			case CONTRATTO_IN_HOUSE -> TipoSoggetto.IN_HOUSE;
			default -> TipoSoggetto.FORNITORE;
		};
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the kind of act
	 * @throws Rifiuto if there is none of this code
	 */
	public static TipoAtto leggi(String codice) {
		return Codificato.leggi(values(), codice,
				(c) -> Rifiuto.nonValido("Tipo di atto «%s» sconosciuto: lo scelga dall'elenco.", c));
	}

}
