package it.cronoprogramma.processo.termini;

import it.cronoprogramma.notifica.PostaDelMattino;
import it.cronoprogramma.processo.modello.OrologioTermine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Scrivere subito: a job of its own, so that the clock goes on whatever comes of it. It
 * plans the mails, each of which is a job again. Clocks of an earlier version come here
 * with every reminder: what does not hurry is left to the morning run.
 */
@Component("inviaPromemoria")
class InviaPromemoria implements JavaDelegate {

	private final PostaDelMattino posta;

	InviaPromemoria(PostaDelMattino posta) {
		this.posta = posta;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String promemoria = OrologioTermine.PROMEMORIA.leggi(execution);
		if (Boolean.TRUE.equals(OrologioTermine.SUBITO.leggi(execution))) {
			this.posta.subito(promemoria);
		}
		else {
			this.posta.daOrologio(promemoria);
		}
	}

}
