package it.cronoprogramma.prova;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimeDate;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaTaskListener;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The engine alone on the same models, from which all that is ours has been taken. What
 * the starter sets for our engine without our asking, and what makes queries for tasks
 * cheaper, is set here too.
 */
public final class MotoreNudo implements AutoCloseable {

	private static final String PASSATO = "2022-09-02T23:59:59";

	private final HikariDataSource connessioni = new HikariDataSource();

	private final ProcessEngine motore;

	private final TransactionTemplate transazione;

	/**
	 * An engine on a database of its own.
	 * @param url the database
	 * @param utente its user
	 * @param password his password
	 * @param quante how many connections
	 * @param fatti what the gateways ask for
	 * @throws IOException if a model cannot be read
	 */
	public MotoreNudo(String url, String utente, String password, int quante, DatiPubblicati fatti) throws IOException {
		this(url, utente, password, quante, fatti, (execution) -> {
		});
	}

	/**
	 * An engine on a database of its own, whose steps all do the same.
	 * @param url the database
	 * @param utente its user
	 * @param password his password
	 * @param quante how many connections
	 * @param fatti what the gateways ask for
	 * @param passo what each service and send task does
	 * @throws IOException if a model cannot be read
	 */
	public MotoreNudo(String url, String utente, String password, int quante, DatiPubblicati fatti, JavaDelegate passo)
			throws IOException {
		this.connessioni.setJdbcUrl(url);
		this.connessioni.setUsername(utente);
		this.connessioni.setPassword(password);
		this.connessioni.setMaximumPoolSize(quante);
		DataSourceTransactionManager transazioni = new DataSourceTransactionManager(this.connessioni);
		this.transazione = new TransactionTemplate(transazioni);
		SpringProcessEngineConfiguration configurazione = new SpringProcessEngineConfiguration();
		configurazione.setProcessEngineName("nudo-" + UUID.randomUUID());
		configurazione.setDataSource(this.connessioni);
		configurazione.setTransactionManager(transazioni);
		configurazione.setDatabaseSchemaUpdate("true");
		configurazione.setHistory("full");
		configurazione.setJobExecutorActivate(false);
		configurazione.setIdGenerator(new StrongUuidGenerator());
		configurazione.setCmmnEnabled(false);
		configurazione.setStandaloneTasksEnabled(false);
		configurazione.setBeans(Map.of("passo", passo, "datiPubblicati", fatti));
		this.motore = configurazione.buildProcessEngine();
		DeploymentBuilder deposito = this.motore.getRepositoryService().createDeployment();
		for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:processes/**/*.bpmn")) {
			deposito.addModelInstance(file.getFilename(), spoglia(file));
		}
		deposito.deploy();
	}

	/** What lies beyond registraContratto is never reached and stays as it is. */
	private static BpmnModelInstance spoglia(Resource file) {
		try (InputStream sorgente = file.getInputStream()) {
			BpmnModelInstance modello = Bpmn.readModelFromStream(sorgente);
			modello.getModelElementsByType(ServiceTask.class)
				.forEach((t) -> t.setCamundaDelegateExpression("${passo}"));
			modello.getModelElementsByType(SendTask.class).forEach((t) -> t.setCamundaDelegateExpression("${passo}"));
			modello.getModelElementsByType(CamundaTaskListener.class)
				.forEach((t) -> t.getParentElement().removeChildElement(t));
			modello.getModelElementsByType(TimeDate.class).forEach((t) -> t.setTextContent(PASSATO));
			modello.getModelElementsByType(StartEvent.class).forEach(MotoreNudo::senzaModulo);
			for (UserTask t : modello.getModelElementsByType(UserTask.class)) {
				senzaModulo(t);
				if (t.getCamundaDueDate() != null) {
					t.setCamundaDueDate(PASSATO);
				}
			}
			return modello;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void senzaModulo(ModelElementInstance elemento) {
		elemento.removeAttributeNs(BpmnModelConstants.CAMUNDA_NS, "formRef");
		elemento.removeAttributeNs(BpmnModelConstants.CAMUNDA_NS, "formRefBinding");
	}

	/**
	 * The engine.
	 * @return the engine
	 */
	public ProcessEngine motore() {
		return this.motore;
	}

	/**
	 * Its database.
	 * @return the connections
	 */
	public DataSource connessioni() {
		return this.connessioni;
	}

	/**
	 * Its transactions.
	 * @return what runs several commands in one
	 */
	public TransactionTemplate transazione() {
		return this.transazione;
	}

	@Override
	public void close() {
		this.motore.close();
		this.connessioni.close();
	}

	/**
	 * What the gateways of contrattualizzazione ask for, answered without looking.
	 *
	 * @param decreto whether the decree need not be recorded
	 * @param pacchetto whether the package is composed
	 */
	public record DatiPubblicati(boolean decreto, boolean pacchetto) {

		/**
		 * Whether the decree need not be recorded.
		 * @param execution the phase
		 * @return as told
		 */
		public boolean decretoNoto(DelegateExecution execution) {
			return this.decreto;
		}

		/**
		 * Whether the package is composed.
		 * @param execution the phase
		 * @return as told
		 */
		public boolean pacchettoNoto(DelegateExecution execution) {
			return this.pacchetto;
		}

	}

}
