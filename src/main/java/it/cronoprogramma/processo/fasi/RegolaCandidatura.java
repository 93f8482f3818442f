package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Intestazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * A rule on the candidatura that the task belongs to: reads it, lets the rule act,
 * records it, and shows the readers of Cockpit what has changed.
 */
public abstract class RegolaCandidatura extends RegolaModulo {

	private final Ufficio ufficio;

	private final TipoTermine termine;

	/**
	 * With the term the task runs under.
	 * @param ufficio what every rule needs
	 * @param termine the term, or {@code null} where none runs
	 */
	protected RegolaCandidatura(Ufficio ufficio, TipoTermine termine) {
		this.ufficio = ufficio;
		this.termine = termine;
	}

	@Override
	public final Map<String, Object> mostra(DelegateTask task) {
		Candidatura c = candidatura(task);
		Avviso avviso = this.ufficio.catalogo().avviso(c.avviso());
		Map<String, Object> dati = Intestazione.di(this.ufficio, c);
		if (this.termine != null) {
			this.ufficio.scadenze()
				.trova(c.codice(), this.termine)
				.ifPresent((s) -> Intestazione.termine(s, this.ufficio.oggi(), dati));
		}
		mostra(task, c, avviso, dati);
		DatiDallaPec.riempi(this.ufficio, task.getTaskDefinitionKey(), c, dati);
		return dati;
	}

	@Override
	protected final void completa(DelegateTask task, Modulo modulo) {
		Candidatura c = candidatura(task);
		Autore autore = this.ufficio.autore();
		completa(task, c, modulo, autore);
		this.ufficio.candidature().salva(c, autore);
		DatiDallaPec.registrati(this.ufficio, task.getTaskDefinitionKey(), c);
		if (c.fase().finita()) {
			// nothing runs against it any more, beside its process either
			this.ufficio.scadenze().estingui(c.codice(), autore.quando());
			ProcessiAccanto.chiudi(task.getExecution(), c);
		}
		Radice.dellAvviso(task.getExecution()).aggiorna(c);
	}

	/**
	 * Adds what this task's form shows besides ente, avviso and term.
	 * @param task the task
	 * @param c its candidatura
	 * @param avviso the candidatura's avviso
	 * @param dati what is shown
	 */
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
	}

	/**
	 * Lets the candidatura act on what was filled in.
	 * @param task the task
	 * @param c its candidatura, recorded afterwards
	 * @param modulo the form as filled in
	 * @param autore who completes the task
	 */
	protected abstract void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore);

	/**
	 * What every rule needs.
	 * @return the tables, the avvisi, the clock
	 */
	protected final Ufficio ufficio() {
		return this.ufficio;
	}

	/**
	 * The avviso of a candidatura.
	 * @param c the candidatura
	 * @return its avviso, as the tables tell it now
	 */
	protected final Avviso avviso(Candidatura c) {
		return this.ufficio.catalogo().avviso(c.avviso());
	}

	/**
	 * Declares the task's term met, and tells the avviso's instance which term runs now.
	 * @param execution where the task is
	 * @param c its candidatura
	 * @param giorno the day on which what the term asks for was done
	 * @param autore who completes the task
	 */
	protected final void adempi(DelegateExecution execution, Candidatura c, LocalDate giorno, Autore autore) {
		adempi(c, this.termine, giorno, autore);
		if (this.termine == TipoTermine.COMPLETAMENTO) {
			// what completes the activities meets the outer limit too
			adempi(c, TipoTermine.LIMITE, giorno, autore);
		}
		// but for the limit, which outlasts the contracts, phases run one term at a time
		Radice.di(execution)
			.corrono((this.termine == TipoTermine.CONTRATTUALIZZAZIONE) ? this.ufficio.scadenze().pendenti(c.codice())
					: List.of());
	}

	/** That a term was missed stays in the story. */
	private void adempi(Candidatura c, TipoTermine quale, LocalDate giorno, Autore autore) {
		this.ufficio.scadenze().adempi(c.codice(), quale, giorno, autore.quando());
		this.ufficio.scadenze()
			.trova(c.codice(), quale)
			.filter(Scadenza::inRitardo)
			.ifPresent((s) -> c.annota("Adempiuto in ritardo: " + quale.nome(), s.ritardoInParole(),
					Parole.giorno(s.governante()), Parole.giorno(giorno)));
	}

	private Candidatura candidatura(DelegateTask task) {
		return this.ufficio.candidature().leggi(task.getExecution().getProcessBusinessKey());
	}

}
