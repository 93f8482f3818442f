package it.cronoprogramma.processo.differimenti;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.LavoriDifferimento;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;

import java.time.Clock;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the work of an act by suspending its process, and lets it go on: the same can be
 * done in Cockpit.
 */
@Component
class LavoriDelMotore implements LavoriDifferimento {

	private final RuntimeService processi;

	private final DifferimentoRepository differimenti;

	private final Clock orologio;

	LavoriDelMotore(RuntimeService processi, DifferimentoRepository differimenti, Clock orologio) {
		this.processi = processi;
		this.differimenti = differimenti;
		this.orologio = orologio;
	}

	@Override
	@Transactional
	public void interrompi(long numero, String chi) {
		this.differimenti.passa(numero, StatoAtto.IN_CORSO, StatoAtto.INTERROTTO, autore(chi));
		this.processi.suspendProcessInstanceById(istanza(numero));
	}

	@Override
	@Transactional
	public void riprendi(long numero, String chi) {
		this.differimenti.passa(numero, StatoAtto.INTERROTTO, StatoAtto.IN_CORSO, autore(chi));
		this.processi.activateProcessInstanceById(istanza(numero));
	}

	private Autore autore(String chi) {
		return new Autore(chi, this.orologio.instant());
	}

	private String istanza(long numero) {
		return this.processi.createProcessInstanceQuery()
			.processDefinitionKey(ApplicaDifferimento.CHIAVE)
			.variableValueEquals(ApplicaDifferimento.DIFFERIMENTO.nome(), numero)
			.singleResult()
			.getId();
	}

}
