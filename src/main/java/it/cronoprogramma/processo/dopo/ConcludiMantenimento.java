package it.cronoprogramma.processo.dopo;

import java.util.List;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Concludere il mantenimento: five years are over, nothing runs any more.
 */
@Component("concludiMantenimento")
class ConcludiMantenimento implements JavaDelegate {

	private final Ufficio ufficio;

	ConcludiMantenimento(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Autore autore = this.ufficio.autore();
		String codice = execution.getProcessBusinessKey();
		Scadenza s = this.ufficio.scadenze().trova(codice, TipoTermine.MANTENIMENTO).orElseThrow();
		this.ufficio.scadenze().adempi(s.id(), s.governante(), autore.quando());
		this.ufficio.candidature()
			.narra(codice, List.of(new VoceStoria("Mantenimento concluso", s.date().spiegazione(), null, null)),
					autore);
		Radice.di(execution).corrono(this.ufficio.scadenze().pendenti(codice));
	}

}
