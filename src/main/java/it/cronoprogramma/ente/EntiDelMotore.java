package it.cronoprogramma.ente;

/**
 * The enti and gestioni as the engine knows them, changed in the same transaction.
 */
public interface EntiDelMotore {

	/**
	 * Makes an ente known, or calls it by its new name: in the processes that run too.
	 * @param ente the ente
	 */
	void ente(Ente ente);

	/**
	 * Makes a gestione known, or calls it by its new name.
	 * @param gestione the gestione
	 */
	void gestione(Gestione gestione);

	/**
	 * An ente passes from a gestione to another: whoever belongs to the old one does not
	 * see it any more, and what he had taken of it goes back to all.
	 * @param ente the ente, followed by its new gestione or by none
	 * @param prima the gestione that followed it so far, or {@code null}
	 */
	void affida(Ente ente, String prima);

}
