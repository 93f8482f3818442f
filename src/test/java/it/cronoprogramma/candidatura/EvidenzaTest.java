package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.rifiuto.Rifiuto;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static it.cronoprogramma.candidatura.StatoCriterio.DA_VERIFICARE;
import static it.cronoprogramma.candidatura.StatoCriterio.NON_RISPETTATO;
import static it.cronoprogramma.candidatura.StatoCriterio.RISPETTATO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * How the writings of several people meet, criterion by criterion, without database; what
 * may be written; how far a site and its services have come.
 */
class EvidenzaTest {

	private static final Autore ANNA = new Autore("anna", Instant.parse("2022-12-01T08:00:00Z"));

	private static final Autore BRUNO = new Autore("bruno", Instant.parse("2022-12-01T09:00:00Z"));

	// The merge

	@Test
	void chiHaLettoCioCheCeScrive() {
		Fusione prima = Fusione.di(Map.of(), List.of(new Scrittura("a", 0, RISPETTATO, " visto\r\nin homepage ")),
				ANNA);
		assertThat(prima.respinte()).isEmpty();
		Evidenza a = prima.accolte().get(0).dopo();
		assertThat(a).isEqualTo(new Evidenza("a", RISPETTATO, "visto\nin homepage", ANNA.quando(), "anna", 1));
		Fusione dopo = Fusione.di(Map.of("a", a), List.of(new Scrittura("a", 1, NON_RISPETTATO, "")), BRUNO);
		assertThat(dopo.accolte().get(0).dopo().versione()).isEqualTo(2);
		assertThat(dopo.accolte().get(0).voce("Sito")).isEqualTo(new VoceStoria("Criterio di conformità", "Sito: a",
				"rispettato: «visto\nin homepage»", "non rispettato"));
	}

	@Test
	void diUnInvioSiRespingeSoloCioCheUnAltroHaCambiato() {
		Map<String, Evidenza> presenti = Map.of("b", new Evidenza("b", RISPETTATO, "", BRUNO.quando(), "bruno", 1));
		Fusione f = Fusione.di(presenti, List.of(new Scrittura("a", 0, RISPETTATO, ""),
				new Scrittura("b", 0, NON_RISPETTATO, "manca"), new Scrittura("c", 0, NON_RISPETTATO, "")), ANNA);
		assertThat(f.accolte()).extracting((x) -> x.dopo().criterio()).containsExactly("a", "c");
		assertThat(f.respinte()).hasSize(1);
		assertThat(f.respinte().get(0).presente().firma()).isEqualTo("bruno, il 01/12/2022 alle 10:00");
		assertThat(f.respinte().get(0).scritta().inParole()).isEqualTo("non rispettato: «manca»");
	}

	@Test
	void chiScriveLaStessaCosaNonRicomincia() {
		Map<String, Evidenza> presenti = Map.of("a", new Evidenza("a", RISPETTATO, "ok", BRUNO.quando(), "bruno", 3));
		Fusione f = Fusione.di(presenti, List.of(new Scrittura("a", 1, RISPETTATO, "ok")), ANNA);
		assertThat(f.accolte()).isEmpty();
		assertThat(f.respinte()).isEmpty();
		assertThat(Fusione.di(Map.of(), List.of(new Scrittura("a", 0, DA_VERIFICARE, "")), ANNA).accolte()).isEmpty();
	}

	/**
	 * Whatever two people read and send in whatever order: an entry once accepted stays
	 * until somebody who has read it writes another, what is refused changes nothing, and
	 * the last accepted is what is there.
	 */
	@Property
	void nullaDiAccoltoSiPerde(@ForAll("passi") List<Passo> passi) {
		Map<String, Evidenza> tabella = new HashMap<>();
		Map<String, List<Evidenza>> accolte = new HashMap<>();
		Map<Boolean, Map<String, Evidenza>> lette = new HashMap<>(Map.of(true, Map.of(), false, Map.of()));
		for (Passo p : passi) {
			if (p.scritture().isEmpty()) {
				lette.put(p.anna(), Map.copyOf(tabella));
				continue;
			}
			Map<String, Evidenza> letta = lette.get(p.anna());
			List<Scrittura> scritture = p.scritture()
				.stream()
				.map((s) -> new Scrittura(s.criterio(), versione(letta, s.criterio()), s.stato(), s.testo()))
				.toList();
			Map<String, Evidenza> prima = Map.copyOf(tabella);
			Fusione f = Fusione.di(prima, scritture, p.anna() ? ANNA : BRUNO);
			f.accolte().forEach((a) -> {
				assertThat(a.prima()).as("sostituisce ciò che c'era")
					.isEqualTo(tabella.getOrDefault(a.prima().criterio(), Evidenza.assente(a.prima().criterio())));
				tabella.put(a.dopo().criterio(), a.dopo());
				accolte.computeIfAbsent(a.dopo().criterio(), (c) -> new ArrayList<>()).add(a.dopo());
			});
			f.respinte()
				.forEach((r) -> assertThat(versione(letta, r.scritta().criterio()))
					.as("si respinge solo chi non ha letto")
					.isNotEqualTo(r.presente().versione()));
			f.accolte()
				.stream()
				.filter((a) -> prima.containsKey(a.dopo().criterio()))
				.forEach((a) -> assertThat(letta.get(a.dopo().criterio())).as("chi scrive ha letto ciò che sostituisce")
					.isEqualTo(a.prima()));
		}
		assertThat(tabella.keySet()).isEqualTo(accolte.keySet());
		accolte.forEach((criterio, storia) -> {
			assertThat(tabella.get(criterio)).isEqualTo(storia.get(storia.size() - 1));
			assertThat(storia).extracting(Evidenza::versione)
				.isEqualTo(IntStream.rangeClosed(1, storia.size()).boxed().toList());
		});
	}

	private static int versione(Map<String, Evidenza> evidenze, String criterio) {
		return evidenze.getOrDefault(criterio, Evidenza.assente(criterio)).versione();
	}

	/** One of the two opens the page (writes nothing) or sends it. */
	record Passo(boolean anna, List<Scrittura> scritture) {
	}

	@Provide
	Arbitrary<List<Passo>> passi() {
		Arbitrary<Scrittura> scrittura = Combinators
			.combine(Arbitraries.of("a", "b", "c"), Arbitraries.of(StatoCriterio.values()),
					Arbitraries.of("", "x", "y"))
			.as((c, s, t) -> new Scrittura(c, 0, s, t));
		return Combinators
			.combine(Arbitraries.of(true, false), scrittura.list().ofMaxSize(3).uniqueElements(Scrittura::criterio))
			.as(Passo::new)
			.list()
			.ofMaxSize(30);
	}

	// What may be written

	@ParameterizedTest
	@ValueSource(strings = { "", "visto in homepage", "https://www.comune.crema.cr.it/x?y=1",
			"prima riga\nseconda\triga", "Data: 12/05/2023", "vedi https://www.comune.it e http://altro.it",
			"verbale n. 3, art. 5: conforme" })
	void siScriveCioCheSiVede(String testo) {
		assertThat(new Scrittura("a", 0, RISPETTATO, testo).testo()).isEqualTo(testo);
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", " JavaScript:alert(1)", "javascript : alert(1)", "data:text/html,x",
			"http://www.comune.it", "ftp://x", "https://", "https:///x", "vbscript:x y" })
	void unIndirizzoDiAltroGenereSiRifiuta(String testo) {
		assertThatThrownBy(() -> new Scrittura("a", 0, RISPETTATO, testo)).isInstanceOf(Rifiuto.class)
			.hasMessageContaining("deve cominciare con https://");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u001bb", "a\u007fb", "a\u0085b", "a\u202eb", "a\ud800b" })
	void caratteriCheNonSiVedono(String testo) {
		assertThatThrownBy(() -> new Scrittura("a", 0, RISPETTATO, testo)).isInstanceOf(Rifiuto.class)
			.hasMessageContaining("caratteri di controllo");
	}

	@Test
	void milleCaratteriENonUnoDiPiu() {
		assertThat(new Scrittura("a", 0, RISPETTATO, "è".repeat(1000) + "\r\n").testo()).hasSize(1000);
		assertThat(new Scrittura("a", 0, RISPETTATO, "a\r\n".repeat(500)).testo()).hasSize(999);
		assertThatThrownBy(() -> new Scrittura("a", 0, RISPETTATO, "x".repeat(1001)))
			.hasMessage("Evidenza troppo lunga: 1001 caratteri, al massimo 1000.");
		assertThatThrownBy(() -> StatoCriterio.leggi("forse")).isInstanceOf(Rifiuto.class);
	}

	// Progress

	@Test
	void aChePuntoSono() {
		Conformita.Oggetto sito = oggetto("sito", true, null, null, false, Map.of());
		Conformita.Oggetto corso = oggetto("uno", false, null, null, false, scritte("k1"));
		Conformita.Oggetto online = oggetto("due", false, "https://x.it", LocalDate.EPOCH, false, scritte("k1", "k2"));
		Conformita.Oggetto fatto = oggetto("tre", false, "https://x.it", LocalDate.EPOCH, true, scritte("k1", "k2"));
		Conformita.Oggetto riaperto = oggetto("quattro", false, "https://x.it", LocalDate.EPOCH, true, scritte("k2"));
		assertThat(List.of(sito, corso, online, fatto, riaperto)).extracting(Conformita.Oggetto::stato)
			.containsExactly(Conformita.Punto.NON_INIZIATO, Conformita.Punto.IN_CORSO, Conformita.Punto.ONLINE,
					Conformita.Punto.VERIFICATO, Conformita.Punto.DA_RIVEDERE);
		Conformita tutti = new Conformita(List.of(sito, corso, online, fatto, riaperto), false);
		assertThat(tutti.inParole()).isEqualTo("6 di 10 criteri, 1 di 4 servizi verificati");
		assertThat(tutti.mancanze()).containsExactly("sito: criteri rispettati 0 di 2, mancano k1, k2",
				"uno: criteri rispettati 1 di 2, mancano k2", "due: resta da concludere l'attività",
				"quattro: criteri rispettati 1 di 2, mancano k1");
		assertThatThrownBy(tutti::richiediTutti).isInstanceOf(Rifiuto.class)
			.hasMessageStartingWith("Criteri che non risultano più rispettati: quattro (k1).");
		Conformita attivi = new Conformita(List.of(fatto), true);
		attivi.richiediTutti();
		assertThat(attivi.mancanze()).isEmpty();
		assertThat(attivi.inParole()).isEqualTo("2 di 2 criteri, 1 di 1 servizi attivi");
	}

	private static Map<String, Evidenza> scritte(String... criteri) {
		Map<String, Evidenza> scritte = new HashMap<>();
		for (String k : criteri) {
			scritte.put(k, Evidenza.assente(k).scrivi(RISPETTATO, "", ANNA));
		}
		return scritte;
	}

	private static Conformita.Oggetto oggetto(String nome, boolean sito, String url, LocalDate online,
			boolean dichiarato, Map<String, Evidenza> evidenze) {
		return new Conformita.Oggetto(nome, nome, sito,
				List.of(new Criterio("k1", "c", "Uno", ""), new Criterio("k2", "c", "Due", "")), evidenze, url, online,
				dichiarato);
	}

}
