package it.cronoprogramma.candidatura;

import java.util.Optional;

/**
 * The work of applying an act to many candidature, as far as a reader may steer it.
 */
public interface LavoriDifferimento {

	/**
	 * Stops the work after the candidatura at hand. What is applied stays.
	 * @param numero the act's number
	 * @param chi who stops it
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if it is not under way
	 */
	void interrompi(long numero, String chi);

	/**
	 * Goes on where the work was stopped; no candidatura is done twice.
	 * @param numero the act's number
	 * @param chi who lets it go on
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if it was not stopped
	 */
	void riprendi(long numero, String chi);

	/**
	 * What keeps the work from going on although nobody stopped it here.
	 * @param numero the act's number
	 * @return a sentence for the reader, empty when all is well
	 */
	Optional<String> intoppo(long numero);

}
