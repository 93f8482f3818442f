package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.termine.Differimento;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What lies over a phase, and what is shown of it.
 */
class VicendeTest {

	private static final LocalDate GIORNO = LocalDate.parse("2022-11-15");

	@ParameterizedTest
	@EnumSource(Stato.class)
	void laPiuGraveSiVedePrima(Stato fase) {
		Vicende v = new Vicende();
		assertThat(v.sopra(fase)).isEqualTo(fase);
		v.integrazione = true;
		vede(v, fase, Stato.INTEGRAZIONE);
		v.sospesa = true;
		vede(v, fase, Stato.SOSPESA);
		v.rinunciaRichiesta = GIORNO;
		vede(v, fase, Stato.RINUNCIA_RICHIESTA);
		v.revocaComunicata = GIORNO;
		vede(v, fase, Stato.REVOCA_COMUNICATA);
		v.concluse();
		assertThat(v.sopra(fase)).as("finite, la fase torna in luce").isEqualTo(fase);
	}

	private static void vede(Vicende v, Stato fase, Stato atteso) {
		assertThat(v.sopra(fase)).isEqualTo(fase.finita() ? fase : atteso);
	}

	@Test
	void ciCheFinisceEStatoPerSempre() {
		for (Stato s : Stato.values()) {
			if (s.finita()) {
				assertThat(s.fase()).as("%s", s).isTrue();
				assertThat(s.terminiDavanti()).as("%s", s).isFalse();
			}
			assertThat(s.primaDelDecreto() && s.dopoErogazione()).as("%s", s).isFalse();
		}
		assertThat(Stato.CHIUSA.viva()).as("ha avuto il contributo: su quell'avviso non se ne presenta un'altra")
			.isTrue();
	}

	/**
	 * Day by day, the state asked for at each boundary is that of a plain look at the
	 * acts.
	 */
	@Property
	void traUnConfineELAltroNullaCambia(@ForAll @IntRange(min = 0, max = 60) int dal1,
			@ForAll @IntRange(min = 0, max = 30) int lunga1, @ForAll @IntRange(min = 0, max = 60) int dal2,
			@ForAll @IntRange(min = 0, max = 30) int lunga2) {
		List<AttoAttivo> atti = List.of(sospensione(1, dal1, lunga1), sospensione(2, dal2, lunga2));
		LocalDate giorno = GIORNO.minusDays(1);
		for (Optional<LocalDate> confine = Sospensioni.prossimoConfine(atti, giorno); confine
			.isPresent(); confine = Sospensioni.prossimoConfine(atti, giorno)) {
			boolean sospesa = Sospensioni.nelGiorno(atti, giorno).isPresent();
			for (LocalDate g = giorno; g.isBefore(confine.get()); g = g.plusDays(1)) {
				assertThat(Sospensioni.nelGiorno(atti, g).isPresent()).as("%s", g).isEqualTo(sospesa);
			}
			giorno = confine.get();
		}
		assertThat(Sospensioni.nelGiorno(atti, giorno)).as("dopo l'ultimo confine").isEmpty();
		assertThat(giorno).isEqualTo(GIORNO.plusDays(Math.max(dal1 + lunga1, dal2 + lunga2) + 1));
	}

	private static AttoAttivo sospensione(long numero, int dal, int lunga) {
		LocalDate inizio = GIORNO.plusDays(dal);
		return new AttoAttivo(null,
				Differimento.sospensione(numero, inizio, inizio.plusDays(lunga), "D.L. 61/2023", GIORNO));
	}

	@Test
	void unaRichiestaDiIntegrazioneDiceOGiorniOUnGiorno() {
		Notifica pec = new Notifica(java.time.Instant.parse("2022-11-15T09:00:00Z"), "1");
		assertThat(Decorrenze.integrazione(new Integrazione("1", "C1", pec, "Manca il CRE", 10, null)).decorrenza())
			.isEqualTo(GIORNO);
		assertThat(Decorrenze.integrazione(new Integrazione("1", "C1", pec, "Manca il CRE", null, GIORNO.plusDays(9)))
			.decorrenza()).isEqualTo(GIORNO.plusDays(9));
		for (Object[] no : new Object[][] { { null, null }, { 10, GIORNO }, { 0, null }, { 366, null },
				{ null, GIORNO.minusDays(1) }, { null, GIORNO.plusDays(366) } }) {
			org.assertj.core.api.Assertions
				.assertThatThrownBy(() -> new Integrazione("1", "C1", pec, "x", (Integer) no[0], (LocalDate) no[1]))
				.isInstanceOf(it.cronoprogramma.rifiuto.Rifiuto.class);
		}
	}

}
