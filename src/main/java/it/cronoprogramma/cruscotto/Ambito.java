package it.cronoprogramma.cruscotto;

import java.util.Set;

import it.cronoprogramma.ente.Visibilita;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Which enti a reader of lists and sums may see: the administrator all, everybody else
 * his own.
 */
@Component
public class Ambito {

	private static final String AMMINISTRATORE = "ROLE_AMMINISTRATORE";

	private final Visibilita visibilita;

	Ambito(Visibilita visibilita) {
		this.visibilita = visibilita;
	}

	/**
	 * What a reader may see.
	 * @param chi the reader
	 * @return his enti
	 */
	public Enti di(Authentication chi) {
		boolean tutti = chi.getAuthorities().stream().anyMatch((r) -> AMMINISTRATORE.equals(r.getAuthority()));
		return new Enti(tutti, tutti ? Set.of() : this.visibilita.di(chi.getName()));
	}

	/**
	 * Some enti.
	 *
	 * @param tutti whether all, known or still to come
	 * @param ids ids of enti and of gestioni, where not all
	 */
	public record Enti(boolean tutti, Set<String> ids) {

		private static final String NESSUNO = "-";

		/**
		 * Whether an ente is among them.
		 * @param ente its id
		 * @return {@code true} if the reader may see it
		 */
		public boolean contiene(String ente) {
			return this.tutti || this.ids.contains(ente);
		}

		/**
		 * A condition for SQL, with its one parameter.
		 * @param colonna the column that holds the ente's id
		 * @return text that uses the parameter {@code :enti}
		 */
		public String condizione(String colonna) {
			// the parameter is used in both cases, so that whoever asks need not know
			return (this.tutti ? "'" + NESSUNO + "'" : colonna) + " IN (:enti)";
		}

		/**
		 * The value of the condition's parameter.
		 * @return ids, never empty
		 */
		public Set<String> parametro() {
			return this.ids.isEmpty() ? Set.of(NESSUNO) : this.ids;
		}

	}

}
