package it.cronoprogramma.processo.dopo;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
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
		Candidatura c = this.ufficio.candidature().blocca(execution.getProcessBusinessKey());
		Scadenza s = this.ufficio.scadenze().trova(c.codice(), TipoTermine.MANTENIMENTO).orElseThrow();
		this.ufficio.scadenze().adempi(s.id(), s.governante(), autore.quando());
		c.chiudi(s.date().spiegazione());
		this.ufficio.candidature().salva(c, autore);
		Radice radice = Radice.dellAvviso(execution);
		radice.aggiorna(c);
		radice.corrono(this.ufficio.scadenze().pendenti(c.codice()));
	}

}
