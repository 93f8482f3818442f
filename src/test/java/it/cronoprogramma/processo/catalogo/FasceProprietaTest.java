package it.cronoprogramma.processo.catalogo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However an avviso divides its populations into fasce, the division passes; with one
 * fascia missing, moved or there twice it does not, and the problem says which.
 */
class FasceProprietaTest {

	private static final String X = "1.4.1-comuni-2027-01";

	private static final List<TabellaLetta> BUONE = FileTabelle.buone().lette();

	@Property(tries = 60)
	void unaDivisionePassa(@ForAll("divisioni") List<Abitanti> fasce, @ForAll boolean alContrario) {
		List<Abitanti> righe = new ArrayList<>(fasce);
		if (alContrario) {
			Collections.reverse(righe);
		}
		assertThat(problemi(righe)).isEmpty();
	}

	@Property(tries = 60)
	void senzaUnaFascia(@ForAll("divisioni") List<Abitanti> fasce, @ForAll int quale) {
		List<Abitanti> righe = new ArrayList<>(fasce);
		Abitanti tolta = righe.remove(Math.floorMod(quale, fasce.size()));
		assertThat(problemi(righe)).singleElement()
			.asString()
			.contains("tabella «importi-NUOVO»", "«" + X + "» " + tolta.inParole() + " non c'è nessuna fascia");
	}

	@Property(tries = 60)
	void unaFasciaSpostata(@ForAll("divisioni") List<Abitanti> fasce, @ForAll int quale) {
		List<Abitanti> righe = new ArrayList<>(fasce);
		int i = Math.floorMod(quale, fasce.size() - 1);
		Abitanti f = righe.get(i);
		righe.set(i, new Abitanti(f.da() + 1, f.a() + 1));
		assertThat(problemi(righe)).hasSize(2)
			.anySatisfy((p) -> assertThat(p).contains(new Abitanti(f.da(), f.da()).inParole() + " non c'è nessuna"))
			.anySatisfy((p) -> assertThat(p).contains("vale anche, " + new Abitanti(f.a() + 1, f.a() + 1).inParole(),
					"regola R" + i + ")", "regola R" + (i + 1) + ")"));
	}

	@Property(tries = 60)
	void unaFasciaDueVolte(@ForAll("divisioni") List<Abitanti> fasce, @ForAll int quale) {
		List<Abitanti> righe = new ArrayList<>(fasce);
		int i = Math.floorMod(quale, fasce.size());
		righe.add(fasce.get(i));
		assertThat(problemi(righe)).singleElement()
			.asString()
			.contains("vale anche, " + fasce.get(i).inParole(), "regola R" + i + ")", "regola R" + fasce.size() + ")");
	}

	/** At least two fasce, each of at least two populations. */
	@Provide
	Arbitrary<List<Abitanti>> divisioni() {
		return Arbitraries.integers()
			.between(1, 150_000)
			.map((n) -> 2 * n)
			.set()
			.ofMinSize(1)
			.ofMaxSize(9)
			.map((confini) -> {
				List<Abitanti> fasce = new ArrayList<>();
				int da = 1;
				for (int confine : new TreeSet<>(confini)) {
					fasce.add(new Abitanti(da, confine));
					da = confine + 1;
				}
				fasce.add(new Abitanti(da, Abitanti.SENZA_LIMITE));
				return fasce;
			});
	}

	/** The model's first row, once for each fascia. */
	private static List<String> problemi(List<Abitanti> fasce) {
		String xml = FileTabelle.modello();
		int da = xml.indexOf("<rule id=\"Regola_Importi_FinoA5000\"");
		int a = xml.indexOf("</rule>", da) + "</rule>".length();
		int fine = xml.indexOf("</decisionTable>", a);
		String riga = xml.substring(da, a);
		StringBuilder righe = new StringBuilder();
		for (int i = 0; i < fasce.size(); i++) {
			righe.append(riga.replace("Regola_Importi_FinoA5000", "R" + i).replace("[1..5000]", cella(fasce.get(i))));
		}
		List<TabellaLetta> tutte = new ArrayList<>(BUONE);
		tutte
			.addAll(FileTabelle.nessuno().con("prova.dmn", xml.substring(0, da) + righe + xml.substring(fine)).lette());
		return VerificaTabelle.problemi(tutte);
	}

	private static String cella(Abitanti a) {
		return (a.a() == Abitanti.SENZA_LIMITE) ? "&gt;= " + a.da() : "[" + a.da() + ".." + a.a() + "]";
	}

}
