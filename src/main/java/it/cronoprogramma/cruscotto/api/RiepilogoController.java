package it.cronoprogramma.cruscotto.api;

import it.cronoprogramma.cruscotto.Filtri;
import it.cronoprogramma.cruscotto.PortafoglioRepository;
import it.cronoprogramma.cruscotto.Riepilogo;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * How many projects are financed and paid, and for how much.
 */
@RestController
class RiepilogoController {

	private final Filtri filtri;

	private final PortafoglioRepository portafoglio;

	RiepilogoController(Filtri filtri, PortafoglioRepository portafoglio) {
		this.filtri = filtri;
		this.portafoglio = portafoglio;
	}

	/**
	 * The sums of what the asker may see; conditions narrow together.
	 * @param misura a measure, e.g. {@code 1.4.5}
	 * @param avviso code of an avviso
	 * @param regione name of a regione
	 * @param provincia two letters
	 * @param ente an ente's id or IPA code
	 * @param allaData the last day that counts, ISO; without it all days do
	 * @param chi who asks
	 * @return the sums, euro
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if something is not there for the asker,
	 * or the day cannot be read
	 */
	@GetMapping("/api/v1/riepilogo")
	Riepilogo riepilogo(@RequestParam(required = false) String misura, @RequestParam(required = false) String avviso,
			@RequestParam(required = false) String regione, @RequestParam(required = false) String provincia,
			@RequestParam(required = false) String ente, @RequestParam(required = false) String allaData,
			Authentication chi) {
		return this.portafoglio.riepilogo(this.filtri
			.leggi(new Filtri.Domanda(misura, avviso, ente, null, regione, provincia, null, allaData), chi));
	}

}
