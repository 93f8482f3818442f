package it.cronoprogramma.avviso;

/**
 * From how many days before a term others than the referente are written to as well. Once
 * the term has been missed all of them are.
 *
 * @param segretario days before for the segretario comunale, {@code null} for only once
 * missed
 * @param rtd days before for the ufficio RTD, or {@code null}
 * @param responsabile days before for the responsabili of the gestione, or {@code null}
 */
public record Escalation(Integer segretario, Integer rtd, Integer responsabile) {

	/** A term that is not in the table. */
	public static final Escalation SOLO_SCADUTO = new Escalation(null, null, null);

	/**
	 * Whether somebody is written to.
	 * @param da from how many days before, {@code null} for only once missed
	 * @param giorni days left
	 * @param scaduto whether the term has been missed
	 * @return {@code true} from that day on
	 */
	public static boolean tocca(Integer da, int giorni, boolean scaduto) {
		return scaduto || (da != null && giorni <= da);
	}

}
