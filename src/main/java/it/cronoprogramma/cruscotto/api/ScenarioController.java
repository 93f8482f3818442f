package it.cronoprogramma.cruscotto.api;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Importo;
import it.cronoprogramma.avviso.Scenario;
import it.cronoprogramma.candidatura.ScenarioEnti;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What a comune, or all comuni of a gestione, may ask for.
 */
@RestController
class ScenarioController {

	private final CatalogoAvvisi catalogo;

	private final EnteRepository enti;

	private final Visibilita visibilita;

	ScenarioController(CatalogoAvvisi catalogo, EnteRepository enti, Visibilita visibilita) {
		this.catalogo = catalogo;
		this.enti = enti;
		this.visibilita = visibilita;
	}

	/**
	 * The scenario of a population, of an ente or of a gestione: exactly one of the
	 * three.
	 * @param popolazione inhabitants
	 * @param ente an ente's id
	 * @param gestione a gestione's id
	 * @param aperti the day on which the avvisi must be open, ISO; without it all avvisi
	 * @param chi who asks
	 * @return the scenario; for a gestione, the sum and one line for each ente
	 * @throws Rifiuto if nothing or too much is asked, a number is out of reach, or the
	 * ente is not one that the asker may see
	 */
	@GetMapping("/api/v1/scenario")
	ScenarioRisposta scenario(@RequestParam(required = false) String popolazione,
			@RequestParam(required = false) String ente, @RequestParam(required = false) String gestione,
			@RequestParam(required = false) String aperti, Authentication chi) {
		LocalDate giorno = giorno(aperti);
		if (gestione != null && popolazione == null && ente == null) {
			return somma(gestione, giorno, this.visibilita.di(chi.getName()));
		}
		if (ente != null && popolazione == null && gestione == null) {
			Ente letto = visibile(ente, this.visibilita.di(chi.getName()));
			return uno(Scenario.di(this.catalogo, letto.popolazione(), giorno), letto, giorno);
		}
		if (ente != null || gestione != null) {
			throw Rifiuto.nonValido("Indichi uno solo tra popolazione, ente e gestione.");
		}
		return uno(Scenario.di(this.catalogo, Parametri.intero("popolazione", popolazione), giorno), null, giorno);
	}

	private static ScenarioRisposta uno(Scenario s, Ente ente, LocalDate aperti) {
		return new ScenarioRisposta(aperti, s.popolazione(), (ente == null) ? null : ente.id(),
				(ente == null) ? null : ente.nome(), null, s.voci().stream().map((v) -> VoceRisposta.di(s, v)).toList(),
				null, s.totale(), s.opportunita());
	}

	private ScenarioRisposta somma(String gestione, LocalDate giorno, Set<String> visibili) {
		List<Ente> comuni = visibili.contains(gestione) ? this.enti.leggi(visibili)
			.stream()
			.filter((e) -> gestione.equals(e.gestione()) && !e.soppresso())
			.toList() : List.of();
		if (comuni.isEmpty()) {
			throw Rifiuto.nonTrovato("La gestione «%s» non esiste, o non ha enti che Lei possa vedere.", gestione);
		}
		ScenarioEnti scenario = ScenarioEnti.di(this.catalogo, comuni, giorno);
		return new ScenarioRisposta(giorno, null, null, null, gestione, null,
				scenario.righe().stream().map(EnteRisposta::di).toList(), scenario.totale(), scenario.opportunita());
	}

	private Ente visibile(String id, Set<String> visibili) {
		if (!visibili.contains(id)) {
			throw Rifiuto.nonTrovato("L'ente «%s» non esiste.", id);
		}
		return this.enti.leggi(id);
	}

	private static LocalDate giorno(String testo) {
		if (testo == null) {
			return null;
		}
		try {
			return LocalDate.parse(testo);
		}
		catch (DateTimeException ex) {
			throw Rifiuto.nonValido("Parametro «aperti»: «%s» non è un giorno. Serve anno-mese-giorno, per esempio "
					+ "aperti=2022-05-25.", testo);
		}
	}

	/**
	 * A scenario, euro: of a population or an ente avviso by avviso, of a gestione ente
	 * by ente.
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record ScenarioRisposta(LocalDate aperti, Integer popolazione, String ente, String nome, String gestione,
			List<VoceRisposta> avvisi, List<EnteRisposta> enti, BigDecimal totale, BigDecimal opportunita) {
	}

	/** One avviso of a scenario, euro; the amount is null where no source gives it. */
	record VoceRisposta(String codice, String titolo, String misura, LocalDate apertura, LocalDate chiusura,
			String fascia, Integer servizi, BigDecimal importo, boolean contato, String pacchetto) {

		static VoceRisposta di(Scenario s, Scenario.Voce v) {
			return new VoceRisposta(v.avviso().codice(), v.avviso().titolo(), v.avviso().misura(),
					v.avviso().apertura(), v.avviso().chiusura(), v.fascia().fascia(),
					v.pieno().map(Importo::servizi).orElse(null), v.importo().orElse(null), s.contata(v), v.inParole());
		}

	}

	/** What one ente of a gestione may ask for, euro. */
	record EnteRisposta(String ente, String nome, int popolazione, BigDecimal totale, BigDecimal opportunita) {

		static EnteRisposta di(ScenarioEnti.Riga riga) {
			return new EnteRisposta(riga.ente().id(), riga.ente().nome(), riga.ente().popolazione(), riga.totale(),
					riga.opportunita());
		}

	}

}
