package it.cronoprogramma.avviso;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the tables that say what is on offer are kept, and where new ones are brought.
 */
public interface DepositoTabelle {

	/**
	 * Every table in its newest version.
	 * @return the tables, by key
	 */
	List<Installata> installate();

	/**
	 * The file that a table came in, in its newest version.
	 * @param chiave the table's key
	 * @return the file, empty if there is no such table
	 */
	Optional<Documento> scarica(String chiave);

	/**
	 * Brings new versions of tables: all of them or, if anything is wrong, none.
	 * @param documenti DMN files
	 * @param togliendo whether an avviso that has no candidature may go
	 * @param utente who brings them
	 * @return what was installed, or why nothing was
	 */
	Esito installa(List<Documento> documenti, boolean togliendo, String utente);

	/**
	 * A file.
	 *
	 * @param nome its name, without folders
	 * @param contenuto what is in it
	 */
	record Documento(String nome, byte[] contenuto) {
	}

	/**
	 * A table as it is installed.
	 *
	 * @param chiave its key: a table's name, or that name, a dash and a suffix
	 * @param versione its version, from 1
	 * @param quando when this version was installed
	 * @param righe how many rows it has
	 * @param documento the name of the file it came in
	 * @param propria whether its rows are the ente's own, beside those that come with the
	 * application
	 */
	record Installata(String chiave, int versione, Instant quando, int righe, String documento, boolean propria) {
	}

	/**
	 * A table that was just installed.
	 *
	 * @param tabella the table
	 * @param aggiunte the rows that were not there before, each in words
	 * @param cambiate the rows that say something else now
	 * @param tolte the rows that are no longer there
	 */
	record Novita(Installata tabella, List<String> aggiunte, List<String> cambiate, List<String> tolte) {
	}

	/**
	 * What came of it: either something was installed or there are problems.
	 *
	 * @param novita the tables that were installed
	 * @param problemi what is wrong and what is expected, in Italian; the first ones
	 * @param altri how many problems more there are
	 */
	record Esito(List<Novita> novita, List<String> problemi, int altri) {

		/**
		 * Whether nothing was installed.
		 * @return {@code true} if there are problems
		 */
		public boolean rifiutato() {
			return !this.problemi.isEmpty();
		}

	}

}
