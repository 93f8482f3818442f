package it.cronoprogramma.processo.termini;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.util.Date;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.Attivita143Pagopa;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.modello.FederazioneCie;
import it.cronoprogramma.processo.modello.OnboardingAppIo;
import it.cronoprogramma.processo.motore.NelProcesso;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * The terms as the models name them. Only here does a day become a {@link Date}: 23:59:59
 * in Rome.
 */
@Component("termini")
public class Termini implements NelProcesso {

	private static final LocalTime MATTINA = LocalTime.of(8, 0);

	/**
	 * How many days before the term a task falls due, because somebody else needs them:
	 * the ministry approves a federation within 60 days (FAQ 05/007/010), activations
	 * reach the portal after about 15 (FAQ 05/005/018, 05/006/013).
	 */
	private static final Map<String, Integer> ANTICIPI = Map.of(FederazioneCie.FEDERA_METADATI, 60,
			Attivita143Pagopa.REGISTRA_TRANSAZIONE, 15, OnboardingAppIo.RICHIEDI_PUBBLICAZIONE, 15);

	private final Ufficio ufficio;

	Termini(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	/**
	 * The due date of a task: that of the term its phase runs under, or of the limit that
	 * runs beside it where that comes first; earlier where somebody else needs days of
	 * it.
	 * @param execution where the task is, in the phase or in a process that it calls
	 * @return 23:59:59 in Rome of the governing day
	 */
	public Date scadenzaAttivita(DelegateExecution execution) {
		DelegateExecution fase = execution;
		while (FaseCup.SCADENZA_ID.leggi(fase) == null) {
			fase = fase.getProcessInstance().getSuperExecution();
		}
		String scadenza = FaseCup.SCADENZA.leggi(fase);
		String limite = FaseContrattualizzazione.LIMITE.leggi(fase);
		return scadenza(execution.getCurrentActivityId(),
				(limite == null || scadenza.compareTo(limite) < 0) ? scadenza : limite);
	}

	/**
	 * The due date of a task under a term.
	 * @param attivita the task's id
	 * @param giorno the governing day, ISO
	 * @return 23:59:59 in Rome of that day, or of an earlier one
	 */
	static Date scadenza(String attivita, String giorno) {
		return Date.from(Roma.fineGiorno(LocalDate.parse(giorno).minusDays(ANTICIPI.getOrDefault(attivita, 0))));
	}

	/**
	 * The due date of a task that runs under no term but should not wait: today's, so
	 * that it stands among the first.
	 * @return 23:59:59 in Rome of the day it is
	 */
	public Date fineOggi() {
		return Date.from(Roma.fineGiorno(this.ufficio.oggi()));
	}

	/**
	 * Whether the avviso already lets ask for erogazione.
	 * @param execution the phase
	 * @return {@code true} from the avviso's first day on, or where it sets none
	 */
	public boolean erogazioneRichiedibile(DelegateExecution execution) {
		return primoGiorno(execution).map((dal) -> !this.ufficio.oggi().isBefore(dal)).orElse(true);
	}

	/**
	 * When the avviso lets ask for erogazione.
	 * @param execution the phase
	 * @return the morning of the first day
	 */
	public Date primoGiornoErogazione(DelegateExecution execution) {
		Instant mattina = primoGiorno(execution).map((dal) -> Roma.alle(dal, MATTINA)).orElse(Instant.EPOCH);
		return Date.from(mattina);
	}

	/**
	 * When the year of erogazione is over.
	 * @param execution the phase
	 * @return the last instant of 31 December, Rome
	 */
	public Date fineAnnoErogazione(DelegateExecution execution) {
		return fineAnno(candidatura(execution).erogata().orElseThrow().getYear());
	}

	/**
	 * When the services are to be checked next: in December, so that the year is told by
	 * its end.
	 * @param execution the phase
	 * @return the morning of 1 December, Rome
	 */
	public Date prossimaVerifica(DelegateExecution execution) {
		return Date.from(
				Roma.alle(LocalDate.of(candidatura(execution).prossimoAnnoDaVerificare(), Month.DECEMBER, 1), MATTINA));
	}

	/**
	 * By when the services are to be checked.
	 * @param execution the phase
	 * @return the last instant of the year, Rome
	 */
	public Date fineAnnoVerifica(DelegateExecution execution) {
		return fineAnno(candidatura(execution).prossimoAnnoDaVerificare());
	}

	/**
	 * When to look again whether the procedures are over that keep a candidatura open.
	 * @return in a week
	 */
	public Date fraUnaSettimana() {
		return Date.from(this.ufficio.autore().quando().plus(Duration.ofDays(7)));
	}

	private static Date fineAnno(int anno) {
		return Date.from(Roma.fineGiorno(LocalDate.of(anno, Month.DECEMBER, 31)));
	}

	private Candidatura candidatura(DelegateExecution execution) {
		return this.ufficio.candidature().leggi(execution.getProcessBusinessKey());
	}

	private Optional<LocalDate> primoGiorno(DelegateExecution execution) {
		return this.ufficio.catalogo().avviso(candidatura(execution).avviso()).erogazioneDal();
	}

}
