package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.rifiuto.Rifiuto;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Which activities contracts cover.
 */
class AttivitaProprietaTest {

	private static final LocalDate GIORNO = LocalDate.parse("2022-09-01");

	private static final List<Attivita> TUTTE = Attivita.di(Pacchetto.ESPERIENZA_CITTADINO,
			List.of(servizio("a"), servizio("b"), servizio("c"), servizio("d")));

	@Example
	void ilPacchettoSenzaPartiEUnaSolaAttivita() {
		assertThat(TUTTE).extracting(Attivita::codice).containsExactly("sito", "a", "b", "c", "d");
		assertThat(Attivita.di(Pacchetto.PAGOPA, List.of(servizio("a")))).extracting(Attivita::codice)
			.containsExactly("a");
		assertThat(Attivita.di(Pacchetto.SPID_CIE, List.of())).containsExactly(Attivita.PACCHETTO);
		assertThat(Attivita.di(Pacchetto.ESPERIENZA_CITTADINO, List.of())).containsExactly(Attivita.SITO);
	}

	@Example
	void diMolteSiNominanoLePrime() {
		List<Attivita> dodici = new ArrayList<>();
		for (int i = 1; i <= 12; i++) {
			dodici.add(new Attivita("s" + i, "S" + i));
		}
		assertThat(Attivita.inParole(dodici)).isEqualTo("S1, S2, S3, S4, S5, S6, S7, S8, S9, S10 e altre 2");
		assertThat(Attivita.inParole(dodici.subList(0, 11))).endsWith("S10 e un'altra");
		assertThat(Attivita.inParole(dodici.subList(0, 10))).endsWith("S9, S10");
	}

	@Example
	void neAddendumNeAttoRicognitivoIngaggiano() {
		assertThat(Attivita.scoperte(TUTTE, List.of(ContrattoProva.addendum(GIORNO, TipoAtto.CONTRATTO_FIRMATO, TUTTE),
				ContrattoProva.del(GIORNO, TipoAtto.ATTO_RICOGNITIVO, TUTTE))))
			.isEqualTo(TUTTE);
		assertThat(Attivita.scoperte(TUTTE, List.of(ContrattoProva.del(GIORNO, TipoAtto.ORDINE_SERVIZIO, TUTTE))))
			.isEmpty();
	}

	/** What is left shrinks by what each contract covers, in whatever order they come. */
	@Property
	void coperteEScoperteFannoIlPacchetto(@ForAll("elenchi") List<List<String>> scelte) {
		List<Contratto> contratti = new ArrayList<>();
		for (List<String> scelta : scelte) {
			List<Attivita> prima = Attivita.scoperte(TUTTE, contratti);
			List<Attivita> coperte = Attivita.scelte(scelta, TUTTE, prima);
			assertThat(coperte).as("nessun contratto copre il nulla").isNotEmpty();
			if (scelta.isEmpty()) {
				assertThat(coperte).isEqualTo(prima.isEmpty() ? TUTTE : prima);
			}
			else {
				assertThat(coperte).extracting(Attivita::codice)
					.containsExactlyInAnyOrderElementsOf(Set.copyOf(scelta));
			}
			contratti.add(ContrattoProva.del(GIORNO, TipoAtto.STIPULA_MEPA, coperte));
			List<Attivita> dopo = Attivita.scoperte(TUTTE, contratti);
			assertThat(dopo).isSubsetOf(prima).doesNotContainAnyElementsOf(coperte);
			Set<Attivita> insieme = new TreeSet<>((x, y) -> x.codice().compareTo(y.codice()));
			insieme.addAll(dopo);
			contratti.forEach((k) -> insieme.addAll(k.attivita()));
			assertThat(insieme).hasSameSizeAs(TUTTE);
		}
	}

	@Property
	void cioCheNonEDelPacchettoSiRifiuta(@ForAll("elenchi") List<List<String>> scelte) {
		List<String> sbagliata = new ArrayList<>(scelte.isEmpty() ? List.of() : scelte.get(0));
		sbagliata.add("altro");
		assertThatThrownBy(() -> Attivita.scelte(sbagliata, TUTTE, TUTTE)).isInstanceOf(Rifiuto.class)
			.hasMessageContaining("Attività «altro» non prevista");
	}

	@Provide
	Arbitrary<List<List<String>>> elenchi() {
		return Arbitraries.of("sito", "a", "b", "c", "d").list().ofMaxSize(4).list().ofMaxSize(5);
	}

	private static ServizioFinanziato servizio(String codice) {
		return ServizioFinanziato.scelto(codice, codice.toUpperCase(), null, Avvio.DA_AVVIARE);
	}

}
