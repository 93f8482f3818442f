package it.cronoprogramma.cruscotto.api;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Importo;
import it.cronoprogramma.avviso.Pacchetto;
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
	 * @param trasferimento how many services are transferred (measure 1.2)
	 * @param aggiornamento how many services are updated (measure 1.2)
	 * @return the amount and its items
	 * @throws Rifiuto if the avviso is unknown, or a number is missing or out of reach
	 */
	@GetMapping("/{codice}/importo")
	ImportoRisposta importo(@PathVariable String codice, @RequestParam(required = false) String popolazione,
			@RequestParam(required = false) String servizi, @RequestParam(required = false) String trasferimento,
			@RequestParam(required = false) String aggiornamento) {
		FasciaImporto fascia = this.catalogo.fascia(codice, Parametri.intero("popolazione", popolazione));
		Importo importo = (trasferimento != null || aggiornamento != null)
				? fascia.calcola(Parametri.intero("trasferimento", trasferimento, 0),
						Parametri.intero("aggiornamento", aggiornamento, 0))
				: fascia.calcola(
						Parametri.intero("servizi", servizi, (fascia.servizio() == null) ? fascia.minServizi() : 0));
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
		var c = this.catalogo.cronoprogramma(codice, Parametri.intero("popolazione", popolazione));
		return new CronoprogrammaRisposta(c.cup().iso(), c.contrattualizzazione().iso(), c.completamento().iso(),
				c.limite().iso());
	}

	/**
	 * The services that an avviso finances from a list of its own.
	 * @param codice the avviso's code
	 * @return the services with their type of flow, empty where the ente names them
	 * @throws Rifiuto if the avviso is unknown
	 */
	@GetMapping("/{codice}/servizi")
	List<ServizioRisposta> servizi(@PathVariable String codice) {
		return this.catalogo.servizi(this.catalogo.avviso(codice).pacchetto())
			.stream()
			.map((s) -> new ServizioRisposta(s.codice(), s.nome(), s.flusso().nome(), s.flusso().definizione()))
			.toList();
	}

	/**
	 * The criteria of conformity of an avviso.
	 * @param codice the avviso's code
	 * @return the criteria with category and reference
	 * @throws Rifiuto if the avviso is unknown
	 */
	@GetMapping("/{codice}/criteri")
	List<CriterioRisposta> criteri(@PathVariable String codice) {
		Pacchetto pacchetto = this.catalogo.avviso(codice).pacchetto();
		return Stream.of(Criterio.Oggetto.values())
			.flatMap((oggetto) -> this.catalogo.criteri(pacchetto, oggetto)
				.stream()
				.map((k) -> new CriterioRisposta(k.codice(), oggetto.name().toLowerCase(Locale.ROOT), k.categoria(),
						k.nome(), k.riferimento())))
			.toList();
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
	record ImportoRisposta(String fascia, BigDecimal importo, int minServizi, Integer maxServizi,
			List<VoceRisposta> voci) {
	}

	/** One item of an amount, euro. */
	record VoceRisposta(String voce, int quantita, BigDecimal unitario, BigDecimal importo) {
	}

	/** The terms of a fascia, ISO. */
	record CronoprogrammaRisposta(String cup, String contrattualizzazione, String completamento, String limite) {
	}

	/** A service of the avviso's list. */
	record ServizioRisposta(String codice, String nome, String flusso, String definizione) {
	}

	/** A criterion of conformity. */
	record CriterioRisposta(String codice, String oggetto, String categoria, String nome, String riferimento) {
	}

}
