package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.ente.TipoEvento;
import it.cronoprogramma.rifiuto.Rifiuto;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Chains of mergers, whatever is registered and in whatever order. */
class RegoleFusioneProprietaTest {

	private static final Autore AUTORE = new Autore("rtd", Instant.parse("2023-03-01T09:00:00Z"));

	private static final LocalDate ATTO = LocalDate.parse("2023-02-14");

	/**
	 * Whatever is registered, in whatever order: nobody holds his own candidature by way
	 * of others, who holds them lives, and he is the one that the register leads to.
	 */
	@Property
	void catene(@ForAll("registrazioni") List<Registrazione> registrazioni) {
		Map<String, Ente> enti = new LinkedHashMap<>();
		for (int i = 0; i < 6; i++) {
			enti.put("E" + i, new Ente("E" + i, "Comune " + i, "c_" + i, "N/D", 1000, "g" + i % 2));
		}
		List<EventoEnte> registro = new ArrayList<>();
		for (Registrazione r : registrazioni) {
			Ente vecchio = enti.get(r.vecchio());
			Ente nuovo = enti.get(r.nuovo());
			try {
				RegoleFusione.controlla(vecchio, nuovo, r.giorno(), ATTO,
						registro.stream().filter((e) -> e.nuovo().equals(vecchio.id())).toList(), AUTORE);
			}
			catch (Rifiuto rifiuto) {
				continue;
			}
			registro.add(new EventoEnte(vecchio.id(), nuovo.id(), TipoEvento.FUSIONE, r.giorno(), "L.R. 1/2023", ATTO,
					null, "rtd", AUTORE.quando()));
			enti.replaceAll((id, e) -> e.titolare().equals(vecchio.id()) ? e.confluisceIn(nuovo, r.giorno()) : e);
		}
		for (Ente e : enti.values()) {
			String alla = e.id();
			int passi = 0;
			for (EventoEnte passo = esce(registro, alla); passo != null; passo = esce(registro, alla)) {
				assertThat(passo.giorno()).as("%s, %s", e, registro).isAfterOrEqualTo(entra(registro, alla));
				alla = passo.nuovo();
				assertThat(++passi).as("nessun giro: %s", registro).isLessThan(enti.size());
			}
			assertThat(e.titolare()).as("%s", registro).isEqualTo(alla);
			assertThat(enti.get(e.titolare()).soppresso()).isFalse();
			assertThat(e.gestione()).isEqualTo(enti.get(e.titolare()).gestione());
			if (e.soppresso()) {
				assertThat(e.confluito().giorno()).isEqualTo(esce(registro, e.id()).giorno());
				assertThat(e.nomeOggi()).isEqualTo("Comune " + alla.substring(1) + " (già " + e.nome() + ")");
			}
		}
	}

	private static EventoEnte esce(List<EventoEnte> registro, String ente) {
		return registro.stream().filter((e) -> e.vecchio().equals(ente)).findFirst().orElse(null);
	}

	/** The last day on which it took somebody's place. */
	private static LocalDate entra(List<EventoEnte> registro, String ente) {
		return registro.stream()
			.filter((e) -> e.nuovo().equals(ente))
			.map(EventoEnte::giorno)
			.max(LocalDate::compareTo)
			.orElse(LocalDate.MIN);
	}

	@Provide
	Arbitrary<List<Registrazione>> registrazioni() {
		Arbitrary<String> ente = Arbitraries.integers().between(0, 5).map((i) -> "E" + i);
		Arbitrary<LocalDate> giorno = Arbitraries.integers().between(-5, 30).map((i) -> AUTORE.oggi().minusDays(i));
		return Combinators.combine(ente, ente, giorno).as(Registrazione::new).list().ofMaxSize(15);
	}

	/** Somebody tries to register that an ente takes the place of another. */
	record Registrazione(String vecchio, String nuovo, LocalDate giorno) {
	}

}
