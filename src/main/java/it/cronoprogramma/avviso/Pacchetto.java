package it.cronoprogramma.avviso;

import java.util.Optional;

/**
 * What an avviso finances, whichever month it was published in. All avvisi of one
 * pacchetto share process, forms, services and criteria; they differ by rows in the
 * tables only.
 */
public enum Pacchetto {

	/** Migration of services to the cloud, each transferred or updated. */
	CLOUD("1.2", "1.2"),

	/** Publication of API on the PDND. */
	PDND("1.3.1-pdnd", "1.3.1 PDND"),

	/** Streets and house numbers in the national archive. */
	ANNCSU("1.3.1-anncsu", "1.3.1 ANNCSU"),

	/** Web site and digital services of the comune. */
	ESPERIENZA_CITTADINO("1.4.1", "1.4.1"),

	/** Collection services on pagoPA. */
	PAGOPA("1.4.3-pagopa", "1.4.3 pagoPA"),

	/** Digital services on app IO. */
	APP_IO("1.4.3-app-io", "1.4.3 app IO"),

	/** Access with SPID and CIE. */
	SPID_CIE("1.4.4-spid-cie", "1.4.4 SPID/CIE"),

	/** Registers of civil status in ANSC. */
	ANSC("1.4.4-ansc", "1.4.4 ANSC"),

	/** Notification of acts with legal value. */
	NOTIFICHE("1.4.5", "1.4.5");

	private final String codice;

	private final String nome;

	Pacchetto(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The word used in tables, and in the key of the process after {@code avviso-}.
	 * @return the code, which begins with the measure
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * The measure, and what tells packages of one measure apart, as people write it.
	 * @return the name, short enough for the subject of a mail
	 */
	public String nome() {
		return this.nome;
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
