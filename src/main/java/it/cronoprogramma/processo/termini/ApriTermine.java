package it.cronoprogramma.processo.termini;

import java.util.List;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Decorrenze;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseCup;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Opens a term: computes its dates from the event just recorded, and tells the phase and
 * the avviso's instance which day governs.
 */
final class ApriTermine implements JavaDelegate {

	private final TipoTermine tipo;

	private final Ufficio ufficio;

	private final Decorrenze decorrenze;

	ApriTermine(TipoTermine tipo, Ufficio ufficio, Decorrenze decorrenze) {
		this.tipo = tipo;
		this.ufficio = ufficio;
		this.decorrenze = decorrenze;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Autore autore = this.ufficio.autore();
		Candidatura c = this.ufficio.candidature().leggi(execution.getProcessBusinessKey());
		Avviso avviso = this.ufficio.catalogo().avviso(c.avviso());
		Scadenza s = this.ufficio.scadenze()
			.apri(c.codice(), this.tipo, this.decorrenze.evento(this.tipo), this.decorrenze.date(this.tipo, c, avviso,
					this.ufficio.catalogo().cronoprogramma(avviso.codice(), c.popolazione())), autore.quando());
		this.ufficio.candidature()
			.narra(c.codice(), List.of(new VoceStoria("Termine aperto: " + this.tipo.nome(), s.date().spiegazione(),
					null, Parole.giorno(s.governante()))), autore);
		// the variables of a term bear the same names in every phase
		FaseCup.TERMINE.scrivi(execution, this.tipo.nome());
		FaseCup.SCADENZA_ID.scrivi(execution, s.id());
		FaseCup.SCADENZA.scrivi(execution, s.governante().toString());
		Radice.di(execution).corre(s);
	}

}
