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
	 * The populations at which a fascia of some avviso begins or ends: between two of
	 * them nothing changes.
	 * @return inhabitants, ascending
	 */
	List<Integer> confini();

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
	 * The services a pacchetto finances, in the avviso's order.
	 * @param pacchetto the pacchetto
	 * @return the services, empty for a pacchetto without a list
	 */
	List<Servizio> servizi(Pacchetto pacchetto);

	/**
	 * The criteria of conformity of a pacchetto, in order.
	 * @param pacchetto the pacchetto
	 * @param oggetto what they are about
	 * @return the criteria
	 */
	List<Criterio> criteri(Pacchetto pacchetto, Criterio.Oggetto oggetto);

	/**
	 * How many days before a term its reminders go out.
	 * @param termine the term's name, e.g. {@code cup}
	 * @return days before, greatest first
	 */
	List<Integer> giorniPromemoria(String termine);

	/**
	 * From when others than the referente are written to about a term.
	 * @param termine the term's name, e.g. {@code cup}
	 * @return the days before; of a term without a row only once it has been missed
	 */
	Escalation escalation(String termine);

}
