package it.cronoprogramma.notifica;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;

import org.springframework.stereotype.Component;

/**
 * The candidature of which an address does not want to hear, in words.
 */
@Component
public class SilenziDiUnIndirizzo {

	private final PreferenzePosta preferenze;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final TitoliAvvisiRepository titoli;

	SilenziDiUnIndirizzo(PreferenzePosta preferenze, CandidaturaRepository candidature, EnteRepository enti,
			TitoliAvvisiRepository titoli) {
		this.preferenze = preferenze;
		this.candidature = candidature;
		this.enti = enti;
		this.titoli = titoli;
	}

	/**
	 * Those on some enti.
	 * @param indirizzo the address, in whatever case
	 * @param suoi says of an ente's id whether it is among them
	 * @return the candidature, by code
	 */
	public List<Muta> di(String indirizzo, Predicate<String> suoi) {
		Map<String, LocalDate> fino = this.preferenze.silenzi(indirizzo);
		Map<String, Candidatura> candidature = this.candidature.perCodice(fino.keySet());
		Map<String, String> nomi = this.enti
			.leggi(candidature.values().stream().map(Candidatura::ente).collect(Collectors.toSet()))
			.stream()
			.collect(Collectors.toMap(Ente::id, Ente::nomeOggi));
		Map<String, TitoloAvviso> titoli = this.titoli.tutti();
		return fino.entrySet().stream().filter((e) -> suoi.test(candidature.get(e.getKey()).ente())).map((e) -> {
			Candidatura c = candidature.get(e.getKey());
			TitoloAvviso t = titoli.get(c.avviso());
			return new Muta(c.codice(), nomi.get(c.ente()), (t == null) ? c.avviso() : t.titolo(),
					Parole.giorno(e.getValue()));
		}).toList();
	}

	/**
	 * A candidatura of which nothing is said.
	 *
	 * @param codice its code
	 * @param ente the ente's name today
	 * @param avviso the title of the avviso
	 * @param fino the last day of silence, in words
	 */
	public record Muta(String codice, String ente, String avviso, String fino) {
	}

}
