package it.cronoprogramma.candidatura;

/**
 * A step towards the result that an avviso asks for, done once for the whole candidatura.
 * Its code is the id of the task in which it is recorded.
 */
public enum TipoAdempimento implements Codificato {

	/** 1.2: the questionnaire (seed 000, "Cloud - modalità"). */
	ASSESSMENT("compilaAssessment", "Questionario di assessment compilato"),

	/** 1.2: data and services classified under Regolamento AGID 628/2021. */
	CLASSIFICAZIONE("classificaServizi", "Dati e servizi classificati"),

	/** 1.4.3 pagoPA: partner or intermediary (seed 000). */
	PARTNER("indicaPartner", "Partner tecnologico indicato"),

	/** App IO, seed 002: one administrative delegate, one or more technical ones. */
	DELEGATI("nominaDelegati", "Delegati nominati"),

	/** App IO, seed 002: signed and sent to adesioni-io@pec.pagopa.it. */
	ACCORDO("inviaAccordo", "Accordo di adesione inviato"),

	/** App IO, seed 002: name, surname and mail of the delegate. */
	ISCRIZIONE("iscriviDelegato", "Delegato iscritto al portale"),

	/** App IO, seed 002: the cards of the services in the back office. */
	SCHEDE("compilaSchede", "Schede servizio compilate"),

	/** App IO, seed 002: publication asked for in the back office. */
	PUBBLICAZIONE("richiediPubblicazione", "Pubblicazione richiesta"),

	/** 1.4.4: the test asked of AgID, or the services active (FAQ 05/007/011). */
	SPID("integraSpid", "SPID integrato"),

	/** CIE federation, seed 002: the ente registers. */
	FEDERAZIONE("registraEnteCie", "Ente registrato nella federazione CIE"),

	/** CIE federation, seed 002: the ente names its technical partner. */
	PARTNER_CIE("nominaPartnerCie", "Partner tecnologico CIE nominato"),

	/** CIE federation, seed 002: metadata checked and federated. */
	METADATI("federaMetadati", "Metadati CIE federati"),

	/** 1.4.4: approved by Interno/IPZS within 60 days (FAQ 05/007/010). */
	CIE("registraApprovazioneCie", "Federazione CIE esaminata"),

	/** 1.4.4 without OIDC (seed 000). */
	FORMAZIONE("erogaFormazione", "Piano formativo erogato"),

	/** ANSC: the day before adoption (FAQ 05/008/009). */
	REGISTRI("chiudiRegistri", "Registri cartacei chiusi"),

	/** ANSC: web application or software of the comune (FAQ 05/008/016). */
	ANSC("adottaAnsc", "ANSC adottato"),

	/** ANSC: at least one act formed (FAQ 05/008/010). */
	PRIMO_ATTO("registraPrimoAtto", "Primo atto digitale formato"),

	/** 1.3.1: the ente adheres to the PDND. */
	PDND("aderisciPdnd", "Adesione alla PDND"),

	/** ANNCSU: all streets and numbers checked and validated (FAQ 05/012/001). */
	CIVICI("validaCivici", "Strade e numeri civici validati"),

	/** ANNCSU: all numbers with their position (FAQ 05/012/001). */
	GEOREFERENZIAZIONE("georeferenziaCivici", "Numeri civici georeferenziati");

	private final String codice;

	private final String nome;

	TipoAdempimento(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The id of its task, also the word used in columns.
	 * @return the code
	 */
	@Override
	public String codice() {
		return this.codice;
	}

	/**
	 * What has been done, as a story tells it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in columns
	 * @return the step
	 * @throws IllegalArgumentException if there is none of this code
	 */
	public static TipoAdempimento leggi(String codice) {
		return Codificato.leggi(values(), codice, (c) -> new IllegalArgumentException("Adempimento sconosciuto: " + c));
	}

}
