package it.cronoprogramma.processo.modello;

/**
 * The process {@code nuova-candidatura}: the entry from which a candidatura is opened.
 */
public final class NuovaCandidatura {

	/** The key. */
	public static final String CHIAVE = "nuova-candidatura";

	/** The element {@code apriCandidatura}. */
	public static final String APRI_CANDIDATURA = "apriCandidatura";

	private NuovaCandidatura() {
	}

}
