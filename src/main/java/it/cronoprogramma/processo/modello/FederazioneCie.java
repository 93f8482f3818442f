package it.cronoprogramma.processo.modello;

/**
 * The process {@code federazione-cie}: the ente joins the federation.
 */
public final class FederazioneCie extends ProcessoAttivita {

	/** The key. */
	public static final String CHIAVE = "federazione-cie";

	/** The element {@code registraEnteCie}. */
	public static final String REGISTRA_ENTE_CIE = "registraEnteCie";

	/** The element {@code nominaPartnerCie}. */
	public static final String NOMINA_PARTNER_CIE = "nominaPartnerCie";

	/** The element {@code federaMetadati}. */
	public static final String FEDERA_METADATI = "federaMetadati";

	/** The element {@code registraApprovazioneCie}. */
	public static final String REGISTRA_APPROVAZIONE_CIE = "registraApprovazioneCie";

	/** Whether the federation was approved. */
	public static final Variabile<Boolean> FEDERAZIONE_APPROVATA = new Variabile<>("federazioneApprovata",
			Boolean.class);

	private FederazioneCie() {
	}

}
