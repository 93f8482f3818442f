package it.cronoprogramma.calendario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import it.cronoprogramma.ente.Confluenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.TipoReferente;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EntiDelReferenteTest {

	private static final LocalDate OGGI = LocalDate.of(2022, 8, 10);

	private static final Ente CREMA = new Ente("E1", "Comune di Crema", "c_1", "000001", 1000, "g1");

	private static final Ente PANDINO = new Ente("E2", "Comune di Pandino", "c_2", "000002", 1000, "g2");

	private static final Ente SOPPRESSO = new Ente("E3", "Comune soppresso", "c_3", "000003", 1000, "g1",
			new Confluenza("E1", "Comune di Crema", OGGI));

	private static final List<Ente> ENTI = List.of(CREMA, PANDINO, SOPPRESSO);

	private static final Persona ANNA = persona("anna");

	private static final Persona BRUNO = persona("bruno");

	private static final Persona CARLA = persona("carla");

	@Test
	void chiEReferenteSegueIlSuoEnteCheVive() {
		List<Referente> referenti = List.of(referente("E1", ANNA, null), referente("E2", BRUNO, null),
				referente("E3", ANNA, null));
		assertThat(enti(ANNA, referenti)).containsExactly("E1");
		assertThat(enti(BRUNO, referenti)).containsExactly("E2");
		assertThat(enti(CARLA, referenti)).isEmpty();
	}

	@Test
	void unaDelegaValeDalSuoGiorno() {
		assertThat(enti(ANNA, List.of(referente("E1", ANNA, OGGI)))).containsExactly("E1");
		assertThat(enti(ANNA, List.of(referente("E1", ANNA, OGGI.plusDays(1))))).isEmpty();
	}

	@Test
	void chiSostituisceSegueGliEntiDellAssenteFinDoveVale() {
		List<Referente> referenti = List.of(referente("E1", ANNA, null), referente("E2", ANNA, null));
		assertThat(enti(BRUNO, referenti, sostituzione(ANNA, BRUNO, null, null))).containsExactly("E1", "E2");
		assertThat(enti(BRUNO, referenti, sostituzione(ANNA, BRUNO, "E2", null))).containsExactly("E2");
		assertThat(enti(BRUNO, referenti, sostituzione(ANNA, BRUNO, null, "g1"))).containsExactly("E1");
		assertThat(enti(ANNA, referenti, sostituzione(ANNA, BRUNO, null, null))).as("chi è assente può guardare")
			.containsExactly("E1", "E2");
	}

	@Test
	void unaCatenaSiSegueFinoInFondoEUnCerchioFinisce() {
		List<Referente> referenti = List.of(referente("E1", ANNA, null));
		Sostituzione[] cerchio = { sostituzione(ANNA, BRUNO, null, null), sostituzione(BRUNO, CARLA, null, "g1"),
				sostituzione(CARLA, BRUNO, null, null) };
		assertThat(EntiDelReferente.rappresentati(CARLA, List.of(cerchio))).containsExactlyInAnyOrder(ANNA, BRUNO,
				CARLA);
		assertThat(enti(CARLA, referenti, cerchio)).containsExactly("E1");
		assertThat(
				enti(CARLA, referenti, sostituzione(ANNA, BRUNO, null, null), sostituzione(BRUNO, CARLA, null, "g2")))
			.isEmpty();
	}

	/**
	 * Offices write addresses, of users of theirs too: the same address is not enough.
	 */
	@Test
	void unIndirizzoUgualeNonBasta() {
		Persona senzaUtente = new Persona(null, "Segretario", "anna@c.example");
		assertThat(enti(ANNA, List.of(referente("E1", senzaUtente, null)))).isEmpty();
		assertThat(
				enti(BRUNO, List.of(referente("E1", senzaUtente, null)), sostituzione(senzaUtente, BRUNO, "E1", null)))
			.as("chi sostituisce chi non è utente")
			.containsExactly("E1");
	}

	private static Set<String> enti(Persona chi, List<Referente> referenti, Sostituzione... sostituzioni) {
		// as Portata does: by login name only
		Persona lui = new Persona(chi.utente(), chi.nome(), "");
		return EntiDelReferente.di(lui, OGGI, ENTI, referenti, List.of(sostituzioni));
	}

	private static Persona persona(String id) {
		return new Persona(id, id, id + "@c.example");
	}

	private static Referente referente(String ente, Persona p, LocalDate dal) {
		return new Referente("R" + ente + p.email(), ente, TipoReferente.SEGRETARIO, p.nome(), p.email(), p.utente(),
				null, dal, null);
	}

	private static Sostituzione sostituzione(Persona assente, Persona sostituto, String ente, String gestione) {
		return new Sostituzione("s" + assente + sostituto, assente, sostituto, ente, gestione, OGGI, OGGI);
	}

}
