package it.cronoprogramma.avviso;

import java.util.List;

/**
 * The avvisi and their tables. Whoever deploys a new version of a table is read from then
 * on.
 */
public interface CatalogoAvvisi {

	/**
	 * Every avviso, by opening day.
	 * @return the avvisi
	 */
	List<Avviso> tutti();

	/**
	 * One avviso.
	 * @param codice its code
	 * @return the avviso
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if there is none with this code
	 */
	Avviso avviso(String codice);

	/**
	 * The amounts for a population. The fascia belongs to the avviso, its upper bound is
	 * inclusive (dominio 1.10, inconsistency 7).
	 * @param avviso the avviso's code
	 * @param popolazione inhabitants
	 * @return the fascia with its amounts
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if the avviso has no fascia for this
	 * population
	 */
	FasciaImporto fascia(String avviso, int popolazione);

	/**
	 * The terms for a population.
	 * @param avviso the avviso's code
	 * @param popolazione inhabitants
	 * @return the terms
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if the avviso has none for this
	 * population
	 */
	Cronoprogramma cronoprogramma(String avviso, int popolazione);

	/**
	 * The services a measure finances, in the avviso's order.
	 * @param misura the measure, e.g. {@code 1.4.1}
	 * @return the services, empty for a measure without a list
	 */
	List<Servizio> servizi(String misura);

	/**
	 * The criteria of conformity of a measure, in order.
	 * @param misura the measure
	 * @param oggetto site or service
	 * @return the criteria
	 */
	List<Criterio> criteri(String misura, Criterio.Oggetto oggetto);

	/**
	 * How many days before a term its reminders go out.
	 * @param termine the term's name, e.g. {@code cup}
	 * @return days before, greatest first
	 */
	List<Integer> giorniPromemoria(String termine);

}
