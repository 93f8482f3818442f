package it.cronoprogramma.opendata;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/**
 * An import of a published file, and how far it has come.
 *
 * @param id its id
 * @param file the file's name
 * @param allaData the day as of which it is taken, or {@code null} for as it is
 * @param enti codes of the IPA, lower case, to which it is bound; empty for all
 * @param gestione the gestione to whose enti it is bound, or {@code null}
 * @param stato whether it runs, has ended or was refused
 * @param motivo why it was refused, or {@code null}
 * @param righe rows of the file, {@code null} until it has been read
 * @param conti what became of the rows so far
 * @param avviata when it began
 * @param avviataDa who began it
 * @param conclusa when it ended, or {@code null}
 */
public record Importazione(String id, String file, LocalDate allaData, Set<String> enti, String gestione,
		StatoImportazione stato, String motivo, Integer righe, Conti conti, Instant avviata, String avviataDa,
		Instant conclusa) {

	/**
	 * Whether it runs, has ended or was refused.
	 */
	public enum StatoImportazione {

		IN_CORSO("in corso"), CONCLUSA("conclusa"), RIFIUTATA("rifiutata");

		private final String nome;

		StatoImportazione(String nome) {
			this.nome = nome;
		}

		/**
		 * The state as people read it.
		 * @return the name in Italian
		 */
		public String nome() {
			return this.nome;
		}

	}

	/**
	 * What became of the rows.
	 *
	 * @param nuove candidature that were not known
	 * @param aggiornate those of which something new was told
	 * @param invariate those of which nothing new was told
	 * @param scartate rows that could not be taken
	 * @param escluse rows of other enti, or later than the day asked for
	 * @param daConfermare among the new and the changed ones, those that somebody must
	 * confirm
	 */
	public record Conti(int nuove, int aggiornate, int invariate, int scartate, int escluse, int daConfermare) {

		/** No row yet. */
		public static final Conti NESSUNO = new Conti(0, 0, 0, 0, 0, 0);

		/**
		 * How many rows have been dealt with.
		 * @return all of them
		 */
		public int fatte() {
			return this.nuove + this.aggiornate + this.invariate + this.scartate + this.escluse;
		}

		/**
		 * More rows.
		 * @param altri what became of them
		 * @return the sum
		 */
		public Conti piu(Conti altri) {
			return new Conti(this.nuove + altri.nuove, this.aggiornate + altri.aggiornate,
					this.invariate + altri.invariate, this.scartate + altri.scartate, this.escluse + altri.escluse,
					this.daConfermare + altri.daConfermare);
		}

	}

	/**
	 * Whether a row belongs to an ente that the import is about.
	 * @param chiaveIpa the ente's code, lower case
	 * @param dellaGestione codes of the gestione's enti
	 * @return {@code true} if it is to be taken
	 */
	boolean riguarda(String chiaveIpa, Set<String> dellaGestione) {
		return (this.enti.isEmpty() || this.enti.contains(chiaveIpa))
				&& (this.gestione == null || dellaGestione.contains(chiaveIpa));
	}

	/**
	 * How much has been done.
	 * @return from 0 to 100
	 */
	public int percento() {
		return switch (this.stato) {
			case CONCLUSA -> 100;
			case RIFIUTATA -> 0;
			case IN_CORSO -> (this.righe == null) ? 0 : (int) (100L * this.conti.fatte() / Math.max(1, this.righe));
		};
	}

}
