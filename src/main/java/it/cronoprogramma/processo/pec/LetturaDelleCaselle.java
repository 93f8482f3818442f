package it.cronoprogramma.processo.pec;

import java.time.Clock;
import java.util.Date;

import it.cronoprogramma.pec.CasellePec;
import it.cronoprogramma.processo.modello.LeggiCasellePec;
import it.cronoprogramma.processo.motore.NelProcesso;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When the mailboxes are read: at once when the application starts with one that is not
 * being read, then each reading sets the next. One instance for each, so that a reading
 * is something that ends, and its history can go. Where no mailbox is set nothing starts.
 */
@Component("programmaLettura")
@Order(30)
public class LetturaDelleCaselle implements ApplicationRunner, JavaDelegate, NelProcesso {

	private final CasellePec caselle;

	private final RuntimeService processi;

	private final Clock orologio;

	LetturaDelleCaselle(CasellePec caselle, RuntimeService processi, Clock orologio) {
		this.caselle = caselle;
		this.processi = processi;
		this.orologio = orologio;
	}

	@Override
	public void run(ApplicationArguments argomenti) {
		for (String casella : this.caselle.nomi()) {
			if (inCorso(casella) == 0) {
				nuova(casella).startBeforeActivity(LeggiCasellePec.LEGGI_CASELLA).execute();
			}
		}
	}

	@Override
	public void execute(DelegateExecution execution) {
		String casella = execution.getProcessBusinessKey();
		// two nodes that started together would read twice, for ever
		if (inCorso(casella) <= 1 && this.caselle.nomi().contains(casella)) {
			nuova(casella).execute();
		}
	}

	/**
	 * When the next reading begins.
	 * @return the moment, for the engine
	 */
	public Date prossima() {
		return Date.from(this.orologio.instant().plus(this.caselle.ogni()));
	}

	private long inCorso(String casella) {
		return this.processi.createProcessInstanceQuery()
			.processDefinitionKey(LeggiCasellePec.CHIAVE)
			.processInstanceBusinessKey(casella)
			.count();
	}

	private ProcessInstantiationBuilder nuova(String casella) {
		return this.processi.createProcessInstanceByKey(LeggiCasellePec.CHIAVE)
			.businessKey(casella)
			.setVariable(LeggiCasellePec.ENTE_ID.nome(), this.caselle.di(casella))
			.setVariable(LeggiCasellePec.DESCRIZIONE.nome(), "Casella " + casella);
	}

}
