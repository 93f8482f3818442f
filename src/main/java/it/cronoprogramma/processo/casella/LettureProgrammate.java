package it.cronoprogramma.processo.casella;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.Set;

import it.cronoprogramma.processo.motore.NelProcesso;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * When mailboxes are read: at once when the application starts with one that is not being
 * read, then each reading sets the next. One instance for each, whose business key is the
 * mailbox's name, so that a reading is something that ends, and its history can go. Where
 * no mailbox is set nothing starts.
 */
public abstract class LettureProgrammate implements ApplicationRunner, JavaDelegate, NelProcesso {

	private final String processo;

	private final String lettura;

	private final RuntimeService processi;

	private final Clock orologio;

	/**
	 * Readings by one process.
	 * @param processo its key
	 * @param lettura its step that reads
	 * @param processi the engine
	 * @param orologio what time it is
	 */
	protected LettureProgrammate(String processo, String lettura, RuntimeService processi, Clock orologio) {
		this.processo = processo;
		this.lettura = lettura;
		this.processi = processi;
		this.orologio = orologio;
	}

	/**
	 * The mailboxes that are set.
	 * @return their names
	 */
	protected abstract Set<String> nomi();

	/**
	 * How long to wait between two readings.
	 * @return the time
	 */
	protected abstract Duration ogni();

	/**
	 * Gives a reading what it needs.
	 * @param lettura the reading that is to start
	 * @param casella the mailbox's name
	 */
	protected abstract void prepara(ProcessInstantiationBuilder lettura, String casella);

	@Override
	public final void run(ApplicationArguments argomenti) {
		for (String casella : nomi()) {
			if (inCorso(casella) == 0) {
				nuova(casella).startBeforeActivity(this.lettura).execute();
			}
		}
	}

	@Override
	public final void execute(DelegateExecution execution) {
		String casella = execution.getProcessBusinessKey();
		// two nodes that started together would read twice, for ever
		if (inCorso(casella) <= 1 && nomi().contains(casella)) {
			nuova(casella).execute();
		}
	}

	/**
	 * When the next reading begins.
	 * @return the moment, for the engine
	 */
	public final Date prossima() {
		return Date.from(this.orologio.instant().plus(ogni()));
	}

	private long inCorso(String casella) {
		return this.processi.createProcessInstanceQuery()
			.processDefinitionKey(this.processo)
			.processInstanceBusinessKey(casella)
			.count();
	}

	private ProcessInstantiationBuilder nuova(String casella) {
		ProcessInstantiationBuilder nuova = this.processi.createProcessInstanceByKey(this.processo)
			.businessKey(casella);
		prepara(nuova, casella);
		return nuova;
	}

}
