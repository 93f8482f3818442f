package it.cronoprogramma.avviso;

import java.util.Optional;

/**
 * What an avviso finances, whichever month it was published in. All avvisi of one
 * pacchetto share process, forms, services and criteria; they differ by rows in the
 * tables only.
 */
public enum Pacchetto {

	/** Migration of services to the cloud, each transferred or updated. */
	CLOUD("1.2"),

	/** Publication of API on the PDND. */
	PDND("1.3.1-pdnd"),

	/** Streets and house numbers in the national archive. */
	ANNCSU("1.3.1-anncsu"),

	/** Web site and digital services of the comune. */
	ESPERIENZA_CITTADINO("1.4.1"),

	/** Collection services on pagoPA. */
	PAGOPA("1.4.3-pagopa"),

	/** Digital services on app IO. */
	APP_IO("1.4.3-app-io"),

	/** Access with SPID and CIE. */
	SPID_CIE("1.4.4-spid-cie"),

	/** Registers of civil status in ANSC. */
	ANSC("1.4.4-ansc"),

	/** Notification of acts with legal value. */
	NOTIFICHE("1.4.5");

	private final String codice;

	Pacchetto(String codice) {
		this.codice = codice;
	}

	/**
	 * The word used in tables, and in the key of the process after {@code avviso-}.
	 * @return the code, which begins with the measure
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * The key of the process that carries its candidature.
	 * @return e.g. {@code avviso-1-4-3-pagopa}
	 */
	public String processo() {
		return "avviso-" + this.codice.replace('.', '-');
	}

	/**
	 * Whether the comune's web site is part of it, and with it the access credentials
	 * that the Dipartimento asks for (seed 001, "Tempi").
	 * @return {@code true} for 1.4.1
	 */
	public boolean sito() {
		return this == ESPERIENZA_CITTADINO;
	}

	/**
	 * Whether its services are chosen from the avviso's own list.
	 * @return {@code true} for 1.4.1; elsewhere the ente writes them
	 */
	public boolean daCatalogo() {
		return this == ESPERIENZA_CITTADINO;
	}

	/**
	 * Whether services are part of it.
	 * @return {@code false} where the package is one thing
	 */
	public boolean conServizi() {
		return switch (this) {
			case ESPERIENZA_CITTADINO, CLOUD, PAGOPA, APP_IO, NOTIFICHE, PDND -> true;
			case SPID_CIE, ANSC, ANNCSU -> false;
		};
	}

	/**
	 * Reads the code.
	 * @param codice the word used in tables
	 * @return the pacchetto, empty if there is none of this code
	 */
	public static Optional<Pacchetto> trova(String codice) {
		for (Pacchetto p : values()) {
			if (p.codice.equals(codice)) {
				return Optional.of(p);
			}
		}
		return Optional.empty();
	}

}
