package it.cronoprogramma.cruscotto;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import it.cronoprogramma.candidatura.Stato;

/**
 * Which candidature a list or a sum is about: never more than its reader may see.
 * Conditions speak of {@code candidatura c}, {@code ente e} and {@code ente s}, its
 * successor. What is missing does not narrow.
 *
 * @param ambito the enti that the reader may see
 * @param avvisi codes of avvisi, or {@code null} for all
 * @param enti ids of enti, or {@code null} for all
 * @param nomeEnte a piece of the ente's name, its id or its IPA code, or {@code null}
 * @param regione name of a regione, in whatever case, or {@code null}
 * @param provincia two letters, in whatever case, or {@code null}
 * @param stato the state as shown, or {@code null}
 * @param allaData the last day that counts, or {@code null} for no bound at all
 */
public record Selezione(Ambito.Enti ambito, Set<String> avvisi, Set<String> enti, String nomeEnte, String regione,
		String provincia, Stato stato, LocalDate allaData) {

	/** What every list and sum reads from. */
	static final String DA = " FROM candidatura c JOIN ente e ON e.id = c.ente LEFT JOIN ente s ON s.id = e.successore ";

	/** Euro: what was decreed, before that what was asked for. */
	static final String IMPORTO = "COALESCE(c.importo_decretato, c.importo)";

	/** The name by which rows are put in order: that of who holds them today. */
	static final String NOME_TITOLARE = "COALESCE(s.nome, e.nome)";

	/**
	 * The condition of the selection.
	 * @return {@code WHERE} and what follows, for the parameters of {@link #parametri()}
	 */
	String dove() {
		StringBuilder dove = new StringBuilder("WHERE ").append(this.ambito.condizione("c.ente"));
		se(dove, this.avvisi, "c.avviso IN (:avvisi)");
		se(dove, this.enti, "c.ente IN (:soloEnti)");
		se(dove, this.nomeEnte,
				"(LOWER(e.nome) LIKE :simile ESCAPE '!' OR LOWER(s.nome) LIKE :simile ESCAPE '!' OR e.id = :nomeEnte"
						+ " OR LOWER(e.codice_ipa) = LOWER(:nomeEnte))");
		se(dove, this.regione, "LOWER(e.regione) = LOWER(:regione)");
		se(dove, this.provincia, "LOWER(e.provincia) = LOWER(:provincia)");
		se(dove, this.stato, "c.stato = :stato");
		return dove.append(' ').toString();
	}

	private static void se(StringBuilder dove, Object valore, String condizione) {
		if (valore != null) {
			dove.append(" AND ").append(condizione);
		}
	}

	/**
	 * The values of the condition.
	 * @return by name, a map of its own
	 */
	Map<String, Object> parametri() {
		Map<String, Object> valori = new HashMap<>();
		valori.put("enti", this.ambito.parametro());
		valori.put("avvisi", this.avvisi);
		valori.put("soloEnti", this.enti);
		valori.put("nomeEnte", this.nomeEnte);
		if (this.nomeEnte != null) {
			valori.put("simile", "%" + this.nomeEnte.toLowerCase(Locale.ROOT).replaceAll("([!%_])", "!$1") + "%");
		}
		valori.put("regione", this.regione);
		valori.put("provincia", this.provincia);
		valori.put("stato", (this.stato == null) ? null : this.stato.name());
		valori.put("allaData", this.allaData);
		return valori;
	}

	/**
	 * Whether the decree of financing is there, by the day that counts.
	 * @return a condition
	 */
	String decretata() {
		return "(c.decreto_data IS NOT NULL" + entro("c.decreto_data") + ")";
	}

	/**
	 * Whether it was given up; one that was decreed after the day that counts was not
	 * given up by then, whatever its end lacks.
	 * @return a condition
	 */
	String rinunciata() {
		return finita(Stato.RINUNCIATA);
	}

	/**
	 * Whether it counts as financed: decreed, net of rinunce and revoche (DTD report at
	 * 31 Dec 2023, Tavole 5 to 7).
	 * @return a condition
	 */
	String finanziata() {
		return "(" + decretata() + " AND NOT " + rinunciata() + " AND NOT " + finita(Stato.REVOCATA) + ")";
	}

	/**
	 * Whether it counts as financed and was paid.
	 * @return a condition
	 */
	String liquidata() {
		return "(" + finanziata() + " AND c.erogata IS NOT NULL" + entro("c.erogata") + ")";
	}

	/**
	 * Whether its money was taken back.
	 * @return a condition
	 */
	String revocata() {
		return finita(Stato.REVOCATA);
	}

	private String finita(Stato fine) {
		// no input of anybody's: a name of ours
		String fase = "c.fase = '" + fine.name() + "'";
		return (this.allaData == null) ? "(" + fase + ")"
				: "(" + fase + " AND (c.conclusa IS NULL OR c.conclusa <= :allaData)"
						+ " AND (c.decreto_data IS NULL OR c.decreto_data <= :allaData))";
	}

	private String entro(String colonna) {
		return (this.allaData == null) ? "" : " AND " + colonna + " <= :allaData";
	}

	/**
	 * The same for one ente, with those that have gone into it.
	 * @param ids their ids
	 * @return the selection
	 */
	Selezione diEnti(Set<String> ids) {
		return new Selezione(this.ambito, this.avvisi, ids, this.nomeEnte, this.regione, this.provincia, this.stato,
				this.allaData);
	}

}
