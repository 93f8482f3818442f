package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.ente.TipoEvento;
import it.cronoprogramma.rifiuto.Rifiuto;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Which ente may take the place of which, by example.
 */
class RegoleFusioneTest {

	private static final Ente NANTO = new Ente("E1", "Comune di Nanto", "c_f838", "024073", 3041, "g1");

	private static final Ente CASTEGNERO = new Ente("E2", "Comune di Castegnero", "c_c056", "024027", 2853, "g1");

	private static final Ente NUOVO = new Ente("E3", "Comune di Castegnero Nanto", "c_m435", "N/D", 5894, "g2");

	private static final Autore AUTORE = new Autore("rtd", Instant.parse("2023-03-01T09:00:00Z"));

	private static final LocalDate GIORNO = LocalDate.parse("2023-02-18");

	private static final LocalDate ATTO = LocalDate.parse("2023-02-14");

	@Test
	void unaFusione() {
		assertThatCode(() -> controlla(NANTO, NUOVO, GIORNO, ATTO)).doesNotThrowAnyException();
		Ente dopo = NANTO.confluisceIn(NUOVO, GIORNO);
		assertThat(dopo.nomeOggi()).isEqualTo("Comune di Castegnero Nanto (già Comune di Nanto)");
		assertThat(dopo.titolare()).isEqualTo("E3");
		assertThat(dopo.gestione()).as("la segue chi segue il nuovo ente").isEqualTo("g2");
		assertThat(dopo.popolazione()).as("di cui è fatta la fascia").isEqualTo(3041);
		assertThat(NANTO.nomeOggi()).isEqualTo("Comune di Nanto");
		assertThat(NANTO.titolare()).isEqualTo("E1");
	}

	@Test
	void laVoceDellaStoria() {
		EventoEnte evento = evento(NANTO, NUOVO, GIORNO);
		assertThat(RegoleFusione.voce(NANTO, NANTO.confluisceIn(NUOVO, GIORNO), evento))
			.isEqualTo(new VoceStoria("Ente", "Fusione dal 18/02/2023, L.R. 1/2023 del 14/02/2023", "Comune di Nanto",
					"Comune di Castegnero Nanto (già Comune di Nanto)"));
	}

	@Test
	void nonASeStesso() {
		assertThat(rifiuto(() -> controlla(NANTO, NANTO, GIORNO, ATTO)))
			.isEqualTo("Comune di Nanto non può subentrare a sé stesso: scelga due enti diversi.");
	}

	@Test
	void chiEGiaSoppressoNonCessaDiNuovoENonSubentra() {
		Ente soppresso = NANTO.confluisceIn(NUOVO, GIORNO);
		assertThat(rifiuto(() -> controlla(soppresso, CASTEGNERO, GIORNO, ATTO))).isEqualTo(
				"Comune di Nanto è già soppresso dal 18/02/2023: le sue candidature sono di Comune di Castegnero Nanto.");
		assertThat(rifiuto(() -> controlla(NUOVO, soppresso, GIORNO, ATTO)))
			.isEqualTo("Comune di Nanto è soppresso dal 18/02/2023: al suo posto indichi Comune di Castegnero Nanto.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					2023-03-02 | 2023-02-14 | Giorno di effetto 02/03/2023: è nel futuro, oggi è il 01/03/2023. Registri l'evento da quel giorno.
					1999-12-31 | 1999-12-01 | Giorno di effetto 31/12/1999: troppo lontano nel passato.
					2023-02-18 | 2023-03-02 | Data dell'atto 02/03/2023: è nel futuro, oggi è il 01/03/2023.
					2023-02-18 | 1999-12-31 | Data dell'atto 31/12/1999: troppo lontana nel passato.
					""")
	void iGiorni(LocalDate giorno, LocalDate atto, String frase) {
		assertThat(rifiuto(() -> controlla(NANTO, NUOVO, giorno, atto))).isEqualTo(frase);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2000-01-01", "2023-03-01" })
	void iGiorniEstremi(LocalDate giorno) {
		assertThatCode(() -> controlla(NANTO, NUOVO, giorno, giorno)).doesNotThrowAnyException();
	}

	@Test
	void nonCessaPrimaDiEssereSubentratoAUnAltro() {
		List<EventoEnte> precedenti = List.of(evento(NANTO, NUOVO, GIORNO));
		assertThat(rifiuto(
				() -> RegoleFusione.controlla(NUOVO, CASTEGNERO, GIORNO.minusDays(1), ATTO, precedenti, AUTORE)))
			.isEqualTo(
					"Giorno di effetto 17/02/2023: Comune di Castegnero Nanto esisteva ancora il 18/02/2023, quando è "
							+ "subentrato a un altro ente.");
		assertThatCode(() -> RegoleFusione.controlla(NUOVO, CASTEGNERO, GIORNO, ATTO, precedenti, AUTORE))
			.doesNotThrowAnyException();
	}

	@Test
	void perUnEnteSoppressoNonSiApronoCandidature() {
		assertThatCode(() -> RegoleFusione.apribile(NANTO)).doesNotThrowAnyException();
		assertThat(rifiuto(() -> RegoleFusione.apribile(NANTO.confluisceIn(NUOVO, GIORNO))))
			.isEqualTo("Comune di Nanto è soppresso dal 18/02/2023 ed è confluito in Comune di Castegnero Nanto: la "
					+ "candidatura si apre per quello.");
	}

	/** The codes that the published data hold (dominio 5.4). */
	@ParameterizedTest
	@ValueSource(strings = { "c_m435", "C_C078", "c_a726n", "m343", "3BEP4ZAX", "ca081" })
	void codiciIpa(String ipa) {
		assertThatCode(() -> RegoleFusione.controllaNuovo(nuovo(ipa, "N/D", 5000))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource({ "c m435,024999,5000,Codice IPA «c m435» non valido", "c,024999,5000,Codice IPA «c» non valido",
			"c_m435,24999,5000,Codice ISTAT «24999» non valido", "c_m435,N.D.,5000,Codice ISTAT «N.D.» non valido",
			"c_m435,024999,0,Popolazione 0", "c_m435,024999,-5,Popolazione -5", "c_m435,024999,10000001,Popolazione" })
	void unEnteNuovoMalScritto(String ipa, String istat, int popolazione, String frase) {
		assertThat(rifiuto(() -> RegoleFusione.controllaNuovo(nuovo(ipa, istat, popolazione)))).startsWith(frase);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "a@b", "a@b.c", "a b@c.it", "a@b.it, c@d.it", "a@b@c.it", "<a@b.it>" })
	void nonEUnIndirizzo(String email) {
		assertThat(rifiuto(() -> RegoleFusione.controllaIndirizzo(email)))
			.startsWith("Indirizzo «" + email + "» non valido");
	}

	@Test
	void eUnIndirizzo() {
		assertThatCode(() -> RegoleFusione.controllaIndirizzo("segretario.comunale@comune.castegnero-nanto.vi.it"))
			.doesNotThrowAnyException();
	}

	private static Ente nuovo(String ipa, String istat, int popolazione) {
		return new Ente("E9", "Comune di Prova", ipa, istat, popolazione, null);
	}

	private static EventoEnte evento(Ente vecchio, Ente nuovo, LocalDate giorno) {
		return new EventoEnte(vecchio.id(), nuovo.id(), TipoEvento.FUSIONE, giorno, "L.R. 1/2023", ATTO,
				vecchio.gestione(), AUTORE.chi(), AUTORE.quando());
	}

	private static void controlla(Ente vecchio, Ente nuovo, LocalDate giorno, LocalDate atto) {
		RegoleFusione.controlla(vecchio, nuovo, giorno, atto, List.of(), AUTORE);
	}

	private static String rifiuto(ThrowingCallable che) {
		Throwable ex = catchThrowable(che);
		assertThat(ex).isInstanceOf(Rifiuto.class);
		return ex.getMessage();
	}

}
