package it.cronoprogramma.candidatura;

import java.util.regex.Pattern;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What somebody wants to write about one criterion, and which version of it he had read.
 *
 * @param criterio the criterion's code
 * @param letta the version that he had before him, 0 if nobody had written yet
 * @param stato what he found
 * @param testo what he saw, or the address where it can be seen; may be empty
 */
public record Scrittura(String criterio, int letta, StatoCriterio stato, String testo) {

	/** The most characters of what was seen. */
	public static final int TESTO_MASSIMO = 1000;

	/** What a browser takes for an address: one word with a scheme, or a script. */
	private static final Pattern INDIRIZZO = Pattern.compile("(?is)[a-z][a-z0-9+.-]*:\\S*|(?:java|vb)script\\s*:.*");

	/**
	 * Brings line ends and blanks around the text into one form and checks it.
	 * @throws Rifiuto if the text is too long, holds control characters, or is an address
	 * that does not begin with {@code https://}
	 */
	public Scrittura {
		testo = pulito(testo);
		if (testo.length() > TESTO_MASSIMO) {
			throw Rifiuto.nonValido("Evidenza troppo lunga: %s caratteri, al massimo %s.", testo.length(),
					TESTO_MASSIMO);
		}
		if (testo.codePoints().anyMatch(Scrittura::vietato)) {
			throw Rifiuto.nonValido("L'evidenza contiene caratteri di controllo, che non si vedono: la riscriva.");
		}
		if (INDIRIZZO.matcher(testo).matches() && !Indirizzo.https(testo)) {
			throw Rifiuto.nonValido("Indirizzo «%s» non valido: deve cominciare con https://.", testo);
		}
	}

	/**
	 * A text as it is kept: line ends of one kind, no blanks around.
	 * @param testo the text as a browser sends it, or {@code null}
	 * @return the text
	 */
	public static String pulito(String testo) {
		return (testo == null) ? "" : testo.replace("\r\n", "\n").replace('\r', '\n').strip();
	}

	/**
	 * State and text, as {@link Evidenza#inParole()}.
	 * @return what he wants to write, in words
	 */
	public String inParole() {
		return Evidenza.inParole(this.stato, this.testo);
	}

	/** Whether it says what is there already. */
	boolean uguale(Evidenza presente) {
		return this.stato == presente.stato() && this.testo.equals(presente.testo());
	}

	/**
	 * Also marks that turn the direction of writing: what is read is not what is there.
	 */
	private static boolean vietato(int carattere) {
		return switch (Character.getType(carattere)) {
			case Character.CONTROL -> carattere != '\n' && carattere != '\t';
			case Character.SURROGATE -> true;
			default -> (carattere >= 0x202A && carattere <= 0x202E) || (carattere >= 0x2066 && carattere <= 0x2069);
		};
	}

}
