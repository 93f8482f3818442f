package it.cronoprogramma.avviso;

import java.time.LocalDate;
import java.util.Optional;

/**
 * One avviso of PA digitale 2026, as the table {@code avvisi} tells it.
 *
 * @param codice measure, audience and month, e.g. {@code 1.4.1-comuni-2022-04}
 * @param titolo the title in the published data
 * @param misura the measure, e.g. {@code 1.4.3}
 * @param pacchetto what it finances
 * @param apertura first day for sending a domanda, Rome
 * @param chiusura last day for sending a domanda, until 23:59 Rome
 * @param destinatari whom it is for, e.g. {@code Comuni}
 * @param decreto number and year of the avviso's decree, e.g. {@code 32/2022}, empty
 * where no source gives it
 * @param templateCup number of the CUP template, where a source gives it
 * @param erogazioneDal first day on which erogazione may be asked for, where the avviso
 * sets one (1.4.1 aprile 2022: 15/10/2022, seed 001 "Tempi")
 * @param avviataDal activities begun from this day on with own money may be claimed,
 * where a source gives it
 * @param decorrenzaCompletamento from which contract completamento runs
 */
public record Avviso(String codice, String titolo, String misura, Pacchetto pacchetto, LocalDate apertura,
		LocalDate chiusura, String destinatari, String decreto, Optional<String> templateCup,
		Optional<LocalDate> erogazioneDal, Optional<LocalDate> avviataDal,
		DecorrenzaCompletamento decorrenzaCompletamento) {
}
