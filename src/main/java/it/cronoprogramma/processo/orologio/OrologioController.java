package it.cronoprogramma.processo.orologio;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;

import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Moves the simulated day on. Only in the demo and in tests, only for the admin.
 */
@RestController
@RequestMapping("/api/v1/demo/orologio")
@Profile({ "demo", "test" })
@ConditionalOnProperty("cronoprogramma.oggi")
class OrologioController {

	private final OrologioSimulato orologio;

	OrologioController(OrologioSimulato orologio) {
		this.orologio = orologio;
	}

	/**
	 * Moves the clock on.
	 * @param avanti an ISO period, e.g. {@code P10D}
	 * @return the day and instant it is now
	 * @throws Rifiuto if the period cannot be read or does not lead forward
	 */
	@PostMapping
	Adesso avanti(@RequestParam("avanti") String avanti) {
		try {
			Instant adesso = this.orologio.avanza(Period.parse(avanti));
			return new Adesso(Roma.giorno(adesso), adesso);
		}
		catch (DateTimeParseException ex) {
			throw Rifiuto.nonValido("«%s» non è un periodo: serve per esempio P10D o P2M.", avanti);
		}
	}

	/**
	 * What time it is.
	 *
	 * @param oggi the simulated day in Rome
	 * @param adesso the simulated instant
	 */
	record Adesso(LocalDate oggi, Instant adesso) {
	}

}
