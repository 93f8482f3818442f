package it.cronoprogramma.pec;

import java.util.Locale;
import java.util.regex.Pattern;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What a PEC of the Dipartimento notifies. The order is that in which a text is looked
 * through: a decree of rinuncia is a decree too.
 */
public enum AttoNotificato {

	/** The decree that makes a rinuncia complete. */
	DECRETO_RINUNCIA("decretoRinuncia", "Decreto di rinuncia",
			"decreto\\W+(\\w+\\W+){0,6}rinunci|rinunci\\w*\\W+(\\w+\\W+){0,8}decreto|presa d.atto\\W+(\\w+\\W+){0,3}rinunci"),

	/** That a revoca begins. */
	REVOCA("revoca", "Comunicazione di revoca", "\\brevoca"),

	/** A sample check. */
	CONTROLLO("controllo", "Controllo a campione", "controll[oi]\\W+a\\W+campione|estratt\\w+\\W+a\\W+campione"),

	/** Something is asked for. */
	INTEGRAZIONE("integrazione", "Richiesta di integrazione",
			"richiest\\w+\\W+(\\w+\\W+){0,3}integrazion|integrazion\\w+\\W+documental|soccorso\\W+istruttorio"),

	/** The decree that grants the money. */
	DECRETO("decreto", "Decreto di finanziamento",
			"decreto\\W+(\\w+\\W+){0,4}finanziament|finanziament\\w*\\W+(\\w+\\W+){0,4}decreto|decreto\\W+di\\W+concessione"),

	/** The outcome of the domanda. */
	AMMISSIBILITA("ammissibilita", "Esito di ammissibilità",
			"ammissibil|inammissibil|\\bammess[ao]\\b|candidatura\\W+(\\w+\\W+){0,4}ammess|esito\\W+(\\w+\\W+){0,4}(candidatura|domanda)"),

	/** Anything else. */
	ALTRO("altro", "Altra comunicazione", "(?!)");

	private static final Pattern NEGATO = Pattern
		.compile("non\\W+(\\w+\\W+){0,2}(ammissibil|ammess)|inammissibil|esito\\W+negativo");

	private static final Pattern RISERVA = Pattern.compile("(con|sotto)\\W+riserva");

	private final String codice;

	private final String nome;

	private final Pattern parole;

	AttoNotificato(String codice, String nome, String parole) {
		this.codice = codice;
		this.nome = nome;
		this.parole = Pattern.compile(parole);
	}

	/**
	 * The word used in forms and columns.
	 * @return the code
	 */
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
	 * Guesses what a PEC notifies: its subject tells best, then its text.
	 * @param oggetto the subject
	 * @param testo the text
	 * @return the act, {@link #ALTRO} where no word tells
	 */
	public static AttoNotificato indovina(String oggetto, String testo) {
		for (String dove : new String[] { oggetto, testo }) {
			String piano = dove.toLowerCase(Locale.ITALIAN);
			for (AttoNotificato atto : values()) {
				if (atto.parole.matcher(piano).find()) {
					return atto;
				}
			}
		}
		return ALTRO;
	}

	/**
	 * Guesses the outcome that a PEC of ammissibilità tells, in the words of the form
	 * «Registrare l'esito di ammissibilità».
	 * @param oggetto the subject
	 * @param testo the text
	 * @return {@code ammessa}, {@code riserva} or {@code nonAmmessa}
	 */
	public static String indovinaEsito(String oggetto, String testo) {
		String piano = (oggetto + "\n" + testo).toLowerCase(Locale.ITALIAN);
		if (NEGATO.matcher(piano).find()) {
			return "nonAmmessa";
		}
		return RISERVA.matcher(piano).find() ? "riserva" : "ammessa";
	}

	/**
	 * Reads the code.
	 * @param codice the word used in forms and columns
	 * @return the act
	 * @throws Rifiuto if there is none of this code
	 */
	public static AttoNotificato leggi(String codice) {
		for (AttoNotificato atto : values()) {
			if (atto.codice.equals(codice)) {
				return atto;
			}
		}
		throw Rifiuto.nonValido("«%s» non è un atto conosciuto: lo scelga dall'elenco.", codice);
	}

}
