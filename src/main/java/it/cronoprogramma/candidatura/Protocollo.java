package it.cronoprogramma.candidatura;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * 1.4.4 SPID/CIE: OpenID Connect for at least one of the two, or a training plan instead
 * (seed 000, "SPID/CIE - modalità"; FAQ 05/007/008).
 */
public enum Protocollo implements Codificato {

	/** OpenID Connect: no training is asked for. */
	OIDC("oidc", "OpenID Connect"),

	/** SAML2: a training plan is part of the package. */
	SAML2("saml2", "SAML2 con piano formativo");

	private final String codice;

	private final String nome;

	Protocollo(String codice, String nome) {
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
	 * The protocol as people call it.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the protocol
	 * @throws Rifiuto if there is none of this code
	 */
	public static Protocollo leggi(String codice) {
		return Codificato.leggi(values(), codice, (c) -> Rifiuto
			.nonValido("Protocollo «%s» sconosciuto: scelga OpenID Connect oppure SAML2 con il piano formativo.", c));
	}

}
