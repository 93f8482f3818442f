package it.cronoprogramma.cruscotto.api;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.CalcoloTermine;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Roma;
import it.cronoprogramma.termine.Termine;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * When a term falls due: one, or many at once.
 */
@RestController
@RequestMapping("/api/v1/termini")
class TerminiController {

	private static final int MASSIMO = 10_000;

	private final CalcoloTermine calcolo;

	TerminiController(CalcoloTermine calcolo) {
		this.calcolo = calcolo;
	}

	/**
	 * One term.
	 * @param decorrenza a day, or an instant of which the Rome day counts
	 * @param termine {@code PnD} or {@code PnM}
	 * @return its dates
	 * @throws Rifiuto if one of the two cannot be read
	 */
	@GetMapping
	Risposta uno(@RequestParam(required = false) String decorrenza, @RequestParam(required = false) String termine) {
		return calcola(decorrenza, termine);
	}

	/**
	 * Many terms, all or none.
	 * @param domande up to 10.000
	 * @return their dates in the same order
	 * @throws Rifiuto naming the row that cannot be read
	 */
	@PostMapping
	List<Risposta> molti(@RequestBody List<Domanda> domande) {
		if (domande.size() > MASSIMO) {
			throw Rifiuto.nonValido("Termini richiesti: %s. Al massimo %s per volta: divida la richiesta.",
					domande.size(), MASSIMO);
		}
		List<Risposta> risposte = new ArrayList<>(domande.size());
		for (Domanda d : domande) {
			try {
				if (d == null) {
					throw Rifiuto.nonValido("è vuota.");
				}
				risposte.add(calcola(d.decorrenza(), d.termine()));
			}
			catch (Rifiuto rifiuto) {
				throw Rifiuto.nonValido("Riga %s: %s", risposte.size() + 1, rifiuto.getMessage());
			}
		}
		return risposte;
	}

	private Risposta calcola(String decorrenza, String termine) {
		try {
			DateTermine date = this.calcolo.calcola(giorno(decorrenza), Termine.leggi(termine), null);
			return new Risposta(date.decorrenza(), date.termine().iso(), date.civile(), date.prudenziale(),
					date.legale(), date.spiegazione());
		}
		catch (IllegalArgumentException ex) {
			throw Rifiuto.nonValido("%s", ex.getMessage());
		}
	}

	private static LocalDate giorno(String decorrenza) {
		if (decorrenza == null || decorrenza.isBlank()) {
			throw Rifiuto.nonValido(
					"Manca la decorrenza: serve una data come 2022-08-31 o un istante come " + "2022-08-19T22:03:00Z.");
		}
		try {
			LocalDate giorno = (decorrenza.indexOf('T') < 0) ? LocalDate.parse(decorrenza)
					: Roma.giorno(Instant.parse(decorrenza));
			if (giorno.getYear() >= 1900 && giorno.getYear() <= 2200) {
				return giorno;
			}
		}
		catch (DateTimeParseException ex) {
			// the same refusal as for a year out of reach
		}
		throw Rifiuto.nonValido("Decorrenza «%s» non valida: serve una data come 2022-08-31 o un istante come "
				+ "2022-08-19T22:03:00Z, tra il 1900 e il 2200.", decorrenza);
	}

	/**
	 * A term asked for.
	 *
	 * @param decorrenza a day or an instant
	 * @param termine {@code PnD} or {@code PnM}
	 */
	record Domanda(String decorrenza, String termine) {
	}

	/**
	 * When it falls due.
	 *
	 * @param decorrenza the Rome day it runs from
	 * @param termine as asked for
	 * @param civile by the civil calendar, not shifted
	 * @param prudenziale the earliest reading
	 * @param legale shifted past Sundays and holidays
	 * @param spiegazione why
	 */
	record Risposta(LocalDate decorrenza, String termine, LocalDate civile, LocalDate prudenziale, LocalDate legale,
			String spiegazione) {
	}

}
