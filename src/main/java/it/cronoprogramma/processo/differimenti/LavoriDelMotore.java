package it.cronoprogramma.processo.differimenti;

import java.time.Clock;
import java.util.Optional;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.LavoriDifferimento;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stops the work of an act by suspending its process, and lets it go on.
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

	@Override
	public Optional<String> intoppo(long numero) {
		Optional<ProcessInstance> istanza = cerca(numero);
		if (istanza.isEmpty()) {
			return Optional.of("Il processo che applica questo atto non c'è più: qualcuno lo ha eliminato da Processi. "
					+ "Le date già cambiate restano; registri di nuovo l'atto per le altre candidature.");
		}
		if (istanza.get().isSuspended()) {
			return Optional.of("Il lavoro è stato sospeso da Processi: da lì lo si riprende.");
		}
		boolean errore = this.processi.createIncidentQuery().processInstanceId(istanza.get().getId()).count() > 0;
		return errore ? Optional.of("Il lavoro si è fermato per un errore: l'amministratore lo legge in Processi e da "
				+ "lì lo fa riprovare. Le date già cambiate restano.") : Optional.empty();
	}

	private Autore autore(String chi) {
		return new Autore(chi, this.orologio.instant());
	}

	private String istanza(long numero) {
		return cerca(numero).map(ProcessInstance::getId)
			.orElseThrow(() -> Rifiuto.conflitto(
					"Il processo che applica il differimento n. %s non c'è più: aggiorni " + "la pagina.", numero));
	}

	private Optional<ProcessInstance> cerca(long numero) {
		return Optional.ofNullable(this.processi.createProcessInstanceQuery()
			.processDefinitionKey(ApplicaDifferimento.CHIAVE)
			.variableValueEquals(ApplicaDifferimento.DIFFERIMENTO.nome(), numero)
			.singleResult());
	}

}
