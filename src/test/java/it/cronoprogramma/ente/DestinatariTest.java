package it.cronoprogramma.ente;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DestinatariTest {

	private static final LocalDate GIORNO = LocalDate.of(2026, 8, 10);

	private static final Persona ANNA = new Persona("anna", "Anna", "anna@c.example");

	private static final Persona BRUNO = new Persona("bruno", "Bruno", "bruno@c.example");

	private static final Persona CARLA = new Persona(null, "Carla", "carla@c.example");

	private static Referente referente(Persona p, LocalDate dal) {
		return new Referente("R" + p.nome(), "E1", TipoReferente.SEGRETARIO, p.nome(), p.email(), p.utente(), null, dal,
				null);
	}

	private static Sostituzione sostituzione(Persona chi, Persona con, String ente, String gestione) {
		return new Sostituzione(chi.nome() + con.nome() + ente + gestione, chi, con, ente, gestione,
				GIORNO.minusDays(1), GIORNO.plusDays(1));
	}

	private static Set<String> indirizzi(List<Referente> referenti, List<Sostituzione> sostituzioni, String... spenti) {
		return Destinatari.indirizzi("E1", "g1", referenti, sostituzioni, Set.of(spenti)::contains, GIORNO);
	}

	@Test
	void tuttiIReferentiUnaVoltaSola() {
		assertThat(indirizzi(List.of(referente(ANNA, null), referente(CARLA, GIORNO),
				referente(new Persona(null, "Doppia", "ANNA@c.example"), null)), List.of()))
			.containsExactly("anna@c.example", "carla@c.example");
	}

	@Test
	void primaDelSuoGiornoNessuno() {
		assertThat(indirizzi(List.of(referente(ANNA, GIORNO.plusDays(1))), List.of())).isEmpty();
	}

	@Test
	void ilPrimoELUltimoGiornoContano() {
		Sostituzione s = sostituzione(ANNA, CARLA, "E1", null);
		assertThat(s.vale(GIORNO.minusDays(2))).isFalse();
		assertThat(s.vale(GIORNO.minusDays(1))).isTrue();
		assertThat(s.vale(GIORNO.plusDays(1))).isTrue();
		assertThat(s.vale(GIORNO.plusDays(2))).isFalse();
	}

	@Test
	void ilSostitutoAlPostoDellAssente() {
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(sostituzione(ANNA, CARLA, null, null))))
			.containsExactly("carla@c.example");
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(sostituzione(ANNA, CARLA, "E2", null))))
			.containsExactly("anna@c.example");
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(sostituzione(ANNA, CARLA, null, "g2"))))
			.containsExactly("anna@c.example");
	}

	@Test
	void quellaPerLEnteVienePrima() {
		assertThat(indirizzi(List.of(referente(ANNA, null)),
				List.of(sostituzione(ANNA, CARLA, null, null), sostituzione(ANNA, BRUNO, "E1", null))))
			.containsExactly("bruno@c.example");
	}

	@Test
	void unaCatenaSiSegueFinoInFondo() {
		assertThat(indirizzi(List.of(referente(ANNA, null)),
				List.of(sostituzione(ANNA, BRUNO, null, null), sostituzione(BRUNO, CARLA, "E1", null))))
			.containsExactly("carla@c.example");
	}

	@Test
	void unCerchioTornaAllAssente() {
		assertThat(indirizzi(List.of(referente(ANNA, null)),
				List.of(sostituzione(ANNA, BRUNO, null, null), sostituzione(BRUNO, ANNA, null, null))))
			.containsExactly("anna@c.example");
	}

	@Test
	void chiEDisattivatoNonRiceve() {
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(), "anna")).isEmpty();
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(sostituzione(ANNA, BRUNO, null, null)), "bruno"))
			.as("nulla va perso")
			.containsExactly("anna@c.example");
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(sostituzione(ANNA, BRUNO, null, null)), "anna"))
			.containsExactly("bruno@c.example");
		assertThat(indirizzi(List.of(referente(ANNA, null)), List.of(sostituzione(ANNA, BRUNO, null, null)), "anna",
				"bruno"))
			.isEmpty();
	}

	@Test
	void dueSostituzioniSiContrastano() {
		Sostituzione s = sostituzione(ANNA, CARLA, "E1", null);
		assertThat(s.contrasta(sostituzione(ANNA, BRUNO, "E1", null))).isTrue();
		assertThat(s.contrasta(sostituzione(ANNA, BRUNO, null, null))).isFalse();
		assertThat(s.contrasta(sostituzione(CARLA, BRUNO, "E1", null))).isFalse();
		assertThat(s.contrasta(new Sostituzione("x", ANNA, BRUNO, "E1", null, GIORNO.plusDays(2), GIORNO.plusDays(3))))
			.isFalse();
	}

}
