package it.cronoprogramma.cruscotto;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Reads what somebody asks to see: of the pages and of the API alike.
 */
@Component
public class Filtri {

	private static final int LUNGHEZZA_MASSIMA = 200;

	private static final int PRIMO_ANNO = 1900;

	private static final int ULTIMO_ANNO = 2200;

	private final Ambito ambito;

	private final TitoliAvvisiRepository titoli;

	private final JdbcClient jdbc;

	Filtri(Ambito ambito, TitoliAvvisiRepository titoli, JdbcClient jdbc) {
		this.ambito = ambito;
		this.titoli = titoli;
		this.jdbc = jdbc;
	}

	/**
	 * What is asked for, as it was written; what is missing or blank does not narrow.
	 *
	 * @param misura a measure, e.g. {@code 1.4.1}
	 * @param avviso code of an avviso
	 * @param ente an ente's id or IPA code: with it come those that have gone into it
	 * @param nomeEnte a piece of an ente's name
	 * @param regione name of a regione
	 * @param provincia two letters
	 * @param stato name of a state, in Italian or as the API writes it
	 * @param allaData a day, ISO
	 */
	public record Domanda(String misura, String avviso, String ente, String nomeEnte, String regione, String provincia,
			String stato, String allaData) {

		/**
		 * What a page of sums asks for.
		 * @param misura a measure
		 * @param regione name of a regione
		 * @param provincia two letters
		 * @param allaData a day, ISO
		 * @return the question
		 */
		static Domanda di(String misura, String regione, String provincia, String allaData) {
			return new Domanda(misura, null, null, null, regione, provincia, null, allaData);
		}

	}

	/**
	 * Everything that somebody may see.
	 * @param chi the reader
	 * @return the selection
	 */
	public Selezione tutto(Authentication chi) {
		return new Selezione(this.ambito.di(chi), null, null, null, null, null, null, null);
	}

	/**
	 * What somebody asks to see, within what he may.
	 * @param d the question
	 * @param chi the reader
	 * @return the selection
	 * @throws Rifiuto if a value cannot be read, or names what is not there for him
	 */
	public Selezione leggi(Domanda d, Authentication chi) {
		Ambito.Enti visibili = this.ambito.di(chi);
		String regione = testo("regione", d.regione());
		String provincia = testo("provincia", d.provincia());
		luogo("regione", regione, visibili);
		luogo("provincia", provincia, visibili);
		return new Selezione(visibili, avvisi(testo("misura", d.misura()), testo("avviso", d.avviso())),
				enti(testo("ente", d.ente()), visibili), testo("ente", d.nomeEnte()), regione, provincia,
				stato(testo("stato", d.stato())), giorno(testo("allaData", d.allaData())));
	}

	private static String testo(String nome, String valore) {
		if (valore == null || valore.isBlank()) {
			return null;
		}
		if (valore.length() > LUNGHEZZA_MASSIMA || valore.chars().anyMatch(Character::isISOControl)) {
			throw Rifiuto.nonValido(
					"Parametro «%s»: è troppo lungo o contiene caratteri che non si leggono. Lo scriva di nuovo.",
					nome);
		}
		return valore.strip();
	}

	private Set<String> avvisi(String misura, String avviso) {
		if (misura == null && avviso == null) {
			return null;
		}
		Collection<TitoloAvviso> tutti = this.titoli.tutti().values();
		if (misura != null && tutti.stream().noneMatch((a) -> a.misura().equals(misura))) {
			throw Rifiuto.nonTrovato("La misura «%s» non esiste.", misura);
		}
		if (avviso != null && tutti.stream().noneMatch((a) -> a.codice().equals(avviso))) {
			throw Rifiuto.nonTrovato("L'avviso «%s» non esiste.", avviso);
		}
		Set<String> scelti = tutti.stream()
			.filter((a) -> (misura == null || a.misura().equals(misura))
					&& (avviso == null || a.codice().equals(avviso)))
			.map(TitoloAvviso::codice)
			.collect(Collectors.toCollection(TreeSet::new));
		// an avviso of another measure: nothing, not everything
		return scelti.isEmpty() ? Set.of("-") : scelti;
	}

	private Set<String> enti(String ente, Ambito.Enti visibili) {
		if (ente == null) {
			return null;
		}
		// after a merger the candidature keep their ente, but another holds them
		Set<String> trovati = this.jdbc.sql("""
				SELECT f.id FROM ente f LEFT JOIN ente t ON t.id = f.successore
				WHERE f.id = :ente OR f.chiave_ipa = LOWER(:ente) OR LOWER(f.codice_ipa) = LOWER(:ente)
					OR t.id = :ente OR t.chiave_ipa = LOWER(:ente) OR LOWER(t.codice_ipa) = LOWER(:ente)""")
			.param("ente", ente)
			.query(String.class)
			.list()
			.stream()
			.filter(visibili::contiene)
			.collect(Collectors.toCollection(TreeSet::new));
		if (trovati.isEmpty()) {
			throw Rifiuto.nonTrovato("L'ente «%s» non esiste.", ente);
		}
		return trovati;
	}

	private void luogo(String colonna, String valore, Ambito.Enti visibili) {
		if (valore != null && this.jdbc
			.sql("SELECT COUNT(*) FROM ente e WHERE LOWER(e." + colonna + ") = LOWER(:valore) AND "
					+ visibili.condizione("e.id"))
			.param("valore", valore)
			.param("enti", visibili.parametro())
			.query(Long.class)
			.single() == 0) {
			throw Rifiuto.nonTrovato("La %s «%s» non ha enti che Lei possa vedere.", colonna, valore);
		}
	}

	private static Stato stato(String testo) {
		if (testo == null) {
			return null;
		}
		return Arrays.stream(Stato.values())
			.filter((s) -> s.name().equalsIgnoreCase(testo) || s.nome().equalsIgnoreCase(testo))
			.findFirst()
			.orElseThrow(() -> Rifiuto.nonValido("Stato «%s» sconosciuto. Gli stati sono: %s.", testo,
					Arrays.stream(Stato.values()).map(Stato::nome).collect(Collectors.joining(", "))));
	}

	private static LocalDate giorno(String testo) {
		if (testo == null) {
			return null;
		}
		try {
			LocalDate giorno = LocalDate.parse(testo);
			if (giorno.getYear() >= PRIMO_ANNO && giorno.getYear() <= ULTIMO_ANNO) {
				return giorno;
			}
		}
		catch (DateTimeException ex) {
			// the same refusal as for a year out of reach
		}
		throw Rifiuto.nonValido("Parametro «allaData»: «%s» non è un giorno. Serve anno-mese-giorno tra il %s e il %s, "
				+ "per esempio allaData=2023-12-31.", testo, PRIMO_ANNO, ULTIMO_ANNO);
	}

	/**
	 * What can be chosen from.
	 *
	 * @param misure the measures, in order
	 * @param avvisi every avviso
	 * @param regioni those of the reader's enti
	 * @param province those of the reader's enti
	 */
	record Scelte(List<String> misure, Collection<TitoloAvviso> avvisi, List<String> regioni, List<String> province) {
	}

	/**
	 * What somebody can choose from.
	 * @param chi the reader
	 * @return the choices
	 */
	Scelte scelte(Authentication chi) {
		Map<String, TitoloAvviso> tutti = this.titoli.tutti();
		Ambito.Enti visibili = this.ambito.di(chi);
		return new Scelte(tutti.values().stream().map(TitoloAvviso::misura).distinct().sorted().toList(),
				tutti.values(), luoghi("regione", visibili), luoghi("provincia", visibili));
	}

	private List<String> luoghi(String colonna, Ambito.Enti visibili) {
		return this.jdbc
			.sql("SELECT DISTINCT e." + colonna + " FROM ente e WHERE e." + colonna + " IS NOT NULL AND "
					+ visibili.condizione("e.id") + " ORDER BY 1")
			.param("enti", visibili.parametro())
			.query(String.class)
			.list();
	}

}
