package it.cronoprogramma.cruscotto.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Importo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is on offer, for how much and in which time.
 */
@RestController
@RequestMapping("/api/v1/avvisi")
class AvvisiController {

	private final CatalogoAvvisi catalogo;

	AvvisiController(CatalogoAvvisi catalogo) {
		this.catalogo = catalogo;
	}

	/**
	 * Every avviso.
	 * @return the avvisi, by opening day
	 */
	@GetMapping
	List<AvvisoRisposta> avvisi() {
		return this.catalogo.tutti().stream().map(AvvisoRisposta::di).toList();
	}

	/**
	 * The amount of a package.
	 * @param codice the avviso's code
	 * @param popolazione inhabitants
	 * @param servizi how many services
	 * @return the amount and its items
	 * @throws Rifiuto if the avviso is unknown, or a number is out of reach
	 */
	@GetMapping("/{codice}/importo")
	ImportoRisposta importo(@PathVariable String codice, @RequestParam(required = false) String popolazione,
			@RequestParam(defaultValue = "0") String servizi) {
		Importo importo = this.catalogo.fascia(codice, intero("popolazione", popolazione))
			.calcola(intero("servizi", servizi));
		return new ImportoRisposta(importo.fascia(), importo.totale(), importo.minServizi(), importo.maxServizi(),
				importo.voci()
					.stream()
					.map((v) -> new VoceRisposta(v.voce(), v.quantita(), v.unitario(), v.importo()))
					.toList());
	}

	/**
	 * The terms for a population.
	 * @param codice the avviso's code
	 * @param popolazione inhabitants
	 * @return the terms, ISO
	 * @throws Rifiuto if the avviso is unknown or the population out of reach
	 */
	@GetMapping("/{codice}/cronoprogramma")
	CronoprogrammaRisposta cronoprogramma(@PathVariable String codice,
			@RequestParam(required = false) String popolazione) {
		var c = this.catalogo.cronoprogramma(codice, intero("popolazione", popolazione));
		return new CronoprogrammaRisposta(c.cup().iso(), c.contrattualizzazione().iso(), c.completamento().iso(),
				c.limite().iso());
	}

	private static int intero(String nome, String valore) {
		if (valore == null || valore.isBlank()) {
			throw Rifiuto.nonValido("Manca il parametro «%s»: serve un numero intero, per esempio %s=4999.", nome,
					nome);
		}
		try {
			return Integer.parseInt(valore.strip());
		}
		catch (NumberFormatException ex) {
			throw Rifiuto.nonValido("Parametro «%s»: «%s» non è un numero intero.", nome, valore);
		}
	}

	/** An avviso as scripts read it. */
	record AvvisoRisposta(String codice, String titolo, String misura, LocalDate apertura, LocalDate chiusura,
			String destinatari, String decreto) {

		static AvvisoRisposta di(Avviso a) {
			return new AvvisoRisposta(a.codice(), a.titolo(), a.misura(), a.apertura(), a.chiusura(), a.destinatari(),
					a.decreto());
		}

	}

	/** An amount with its items, euro. */
	record ImportoRisposta(String fascia, BigDecimal importo, int minServizi, int maxServizi, List<VoceRisposta> voci) {
	}

	/** One item of an amount, euro. */
	record VoceRisposta(String voce, int quantita, BigDecimal unitario, BigDecimal importo) {
	}

	/** The terms of a fascia, ISO. */
	record CronoprogrammaRisposta(String cup, String contrattualizzazione, String completamento, String limite) {
	}

}
