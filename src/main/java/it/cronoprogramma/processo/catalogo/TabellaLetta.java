package it.cronoprogramma.processo.catalogo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;

/**
 * A table as it is written in a file: nothing is evaluated, nothing is taken for right.
 *
 * @param file the file's name, without folders
 * @param decisione the decision, whose key belongs to a table
 */
record TabellaLetta(String file, Decision decisione) {

	/**
	 * The tables in a file.
	 * @param file the file's name, with or without folders
	 * @param modello what is in it
	 * @return its decisions that belong to a table
	 */
	static List<TabellaLetta> di(String file, DmnModelInstance modello) {
		String nome = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
		return modello.getModelElementsByType(Decision.class)
			.stream()
			.filter((d) -> d.getId() != null && Tabelle.famiglia(d.getId()).isPresent())
			.map((d) -> new TabellaLetta(nome, d))
			.toList();
	}

	String chiave() {
		return this.decisione.getId();
	}

	/**
	 * Which table the rows belong to.
	 * @return the table's name
	 */
	String famiglia() {
		return Tabelle.famiglia(chiave()).orElseThrow();
	}

	Optional<DecisionTable> griglia() {
		return (this.decisione.getExpression() instanceof DecisionTable g) ? Optional.of(g) : Optional.empty();
	}

	/**
	 * The names of the input columns.
	 * @return what each asks for, as written, in order
	 */
	List<String> ingressi() {
		return griglia().stream()
			.flatMap((g) -> g.getInputs().stream())
			.map((i) -> (i.getInputExpression() == null) ? "" : testo(i.getInputExpression().getText()))
			.toList();
	}

	/**
	 * The names of the output columns.
	 * @return the names, in order; an output without a name is an empty text
	 */
	List<String> uscite() {
		return griglia().stream()
			.flatMap((g) -> g.getOutputs().stream())
			.map(Output::getName)
			.map((n) -> (n == null) ? "" : n)
			.toList();
	}

	/**
	 * The rows, as far as they can be read.
	 * @return the rows, in order
	 */
	List<Riga> righe() {
		List<String> uscite = uscite();
		List<Riga> righe = new ArrayList<>();
		for (Rule regola : griglia().map(DecisionTable::getRules).orElse(List.of())) {
			List<String> ingressi = regola.getInputEntries().stream().map((c) -> testo(c.getText())).toList();
			List<String> valori = regola.getOutputEntries().stream().map((c) -> testo(c.getText())).toList();
			Map<String, String> perNome = new LinkedHashMap<>();
			for (int i = 0; i < Math.min(uscite.size(), valori.size()); i++) {
				perNome.put(uscite.get(i), valori.get(i));
			}
			righe.add(new Riga(this, righe.size() + 1, regola, ingressi, perNome));
		}
		return righe;
	}

	/**
	 * The file and the table, for a message.
	 * @return e.g. {@code importi.dmn, tabella «importi»}
	 */
	String dove() {
		return this.file + ", tabella «" + chiave() + "»";
	}

	private static String testo(Text testo) {
		return (testo == null) ? "" : testo.getTextContent().strip();
	}

	private static String id(DmnElement elemento) {
		return (elemento.getId() == null) ? "senza id" : elemento.getId();
	}

	/**
	 * A row as it is written.
	 *
	 * @param tabella the table
	 * @param numero its place, from 1, as Camunda Modeler numbers it
	 * @param regola the rule
	 * @param ingressi its input cells, in order
	 * @param uscite its output cells, by the column's name
	 */
	record Riga(TabellaLetta tabella, int numero, Rule regola, List<String> ingressi, Map<String, String> uscite) {

		String id() {
			return TabellaLetta.id(this.regola);
		}

		/**
		 * What the row is about, as it is written there.
		 * @return e.g. {@code 1.4.1-comuni-2022-04, abitanti [1..5000]}
		 */
		String chi() {
			List<String> colonne = this.tabella.ingressi();
			List<String> parti = new ArrayList<>();
			for (int i = 0; i < this.ingressi.size(); i++) {
				String testo = this.ingressi.get(i).replace("\"", "").replaceAll("\\s*,\\s*", ", ");
				boolean popolazione = i < colonne.size() && colonne.get(i).equals("popolazione");
				parti.add((popolazione ? "abitanti " : "") + (testo.isEmpty() ? "casella vuota" : testo));
			}
			return String.join(", ", parti);
		}

		/**
		 * The row, without its file and table.
		 * @return its place, what it is about, its id
		 */
		String breve() {
			return "riga " + this.numero + " (" + chi() + "; regola " + id() + ")";
		}

		/**
		 * The row, for a message.
		 * @return file, table, place, what it is about, id
		 */
		String dove() {
			return this.tabella.dove() + ", " + breve();
		}

		/**
		 * The value of an output cell, where it can be read.
		 * @param colonna the column's name
		 * @return the value; empty if the cell is empty or cannot be read
		 */
		Optional<String> valore(String colonna) {
			Contenuto contenuto = Tabelle.uscite(this.tabella.famiglia()).get(colonna);
			String cella = this.uscite.get(colonna);
			if (contenuto == null || cella == null || contenuto.difetto(cella).isPresent()) {
				return Optional.empty();
			}
			return contenuto.valore(cella).filter((v) -> !v.isBlank());
		}

		/**
		 * The texts of an input cell.
		 * @param colonna which input, from 0
		 * @return the texts, each once; none if the cell cannot be read
		 */
		List<String> testi(int colonna) {
			return (colonna < this.ingressi.size())
					? Casella.testi(this.ingressi.get(colonna)).orElse(List.of()).stream().distinct().toList()
					: List.of();
		}

	}

}
