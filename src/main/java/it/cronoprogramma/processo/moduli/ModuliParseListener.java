package it.cronoprogramma.processo.moduli;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.form.StartFormData;
import org.camunda.bpm.engine.form.TaskFormData;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.form.FormFieldImpl;
import org.camunda.bpm.engine.impl.form.handler.StartFormHandler;
import org.camunda.bpm.engine.impl.form.handler.TaskFormHandler;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.task.TaskDefinition;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.spin.plugin.variable.SpinValues;
import org.camunda.spin.plugin.variable.value.JsonValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Puts itself between every form and the engine. By itself the engine writes whatever a
 * client sends into the process variables (docs/adr/0004): here a form's fields are
 * checked against the form and handed to the task's rule, and nothing else.
 */
@Component
public class ModuliParseListener extends AbstractBpmnParseListener {

	private static final ObjectMapper JSON = new ObjectMapper();

	private final CampiModuli campi;

	private final ObjectProvider<Map<String, RegolaModulo>> regole;

	ModuliParseListener(CampiModuli campi, ObjectProvider<Map<String, RegolaModulo>> regole) {
		this.campi = campi;
		this.regole = regole;
	}

	@Override
	public void parseUserTask(Element elemento, ScopeImpl scope, ActivityImpl attivita) {
		TaskDefinition definizione = ((UserTaskActivityBehavior) attivita.getActivityBehavior()).getTaskDefinition();
		definizione.setTaskFormHandler(new ModuloAttivita(definizione.getKey(), definizione.getTaskFormHandler()));
	}

	@Override
	public void parseProcess(Element elemento, ProcessDefinitionEntity processo) {
		if (processo.getStartFormHandler() != null) {
			processo.setStartFormHandler(new ModuloAvvio(processo));
		}
	}

	private void consegna(String modulo, String destinatario, VariableMap inviati) {
		Map<String, Object> valori = new HashMap<>();
		for (String nome : inviati.keySet()) {
			// what is Json stays text: the rule reads it
			TypedValue valore = inviati.getValueTyped(nome);
			valori.put(nome, (valore instanceof JsonValue json) ? json.getValueSerialized() : valore.getValue());
		}
		try {
			this.campi.controlla(modulo, valori.keySet());
		}
		catch (Rifiuto rifiuto) {
			UltimoRifiuto.ricorda(rifiuto);
			throw rifiuto;
		}
		ModuliInviati.consegna(destinatario, new Modulo(valori));
	}

	private static FormFieldImpl campo(String nome, Object valore) {
		FormFieldImpl campo = new FormFieldImpl();
		campo.setId(nome);
		campo.setValue(tipizzato(valore));
		return campo;
	}

	private static TypedValue tipizzato(Object valore) {
		if (valore instanceof List || valore instanceof Map) {
			try {
				return SpinValues.jsonValue(JSON.writeValueAsString(valore)).create();
			}
			catch (JsonProcessingException ex) {
				throw new IllegalStateException(ex);
			}
		}
		if (valore instanceof Integer intero) {
			return Variables.integerValue(intero);
		}
		if (valore instanceof Double decimale) {
			return Variables.doubleValue(decimale);
		}
		return Variables.stringValue((String) valore);
	}

	private final class ModuloAttivita implements TaskFormHandler {

		private final String attivita;

		private final TaskFormHandler originale;

		ModuloAttivita(String attivita, TaskFormHandler originale) {
			this.attivita = attivita;
			this.originale = originale;
		}

		@Override
		public TaskFormData createTaskForm(TaskEntity task) {
			TaskFormData dati = this.originale.createTaskForm(task);
			RegolaModulo regola = ModuliParseListener.this.regole.getObject().get(this.attivita);
			if (regola != null) {
				regola.mostra(task).forEach((nome, valore) -> dati.getFormFields().add(campo(nome, valore)));
			}
			return dati;
		}

		@Override
		public void submitFormVariables(VariableMap inviati, VariableScope scope) {
			consegna(this.attivita, ((TaskEntity) scope).getId(), inviati);
		}

		@Override
		public void parseConfiguration(Element elemento, DeploymentEntity deployment, ProcessDefinitionEntity processo,
				BpmnParse parse) {
			// the original has been configured already
		}

	}

	private final class ModuloAvvio implements StartFormHandler {

		private final StartFormHandler originale;

		private final ProcessDefinitionEntity processo;

		ModuloAvvio(ProcessDefinitionEntity processo) {
			this.originale = processo.getStartFormHandler();
			this.processo = processo;
		}

		@Override
		public StartFormData createStartFormData(ProcessDefinitionEntity definizione) {
			return this.originale.createStartFormData(definizione);
		}

		@Override
		public void submitFormVariables(VariableMap inviati, VariableScope scope) {
			String modulo = this.processo.getStartFormDefinition().getCamundaFormDefinitionKey().getExpressionText();
			consegna(modulo, ((ExecutionEntity) scope).getProcessInstanceId(), inviati);
		}

		@Override
		public void parseConfiguration(Element elemento, DeploymentEntity deployment,
				ProcessDefinitionEntity definizione, BpmnParse parse) {
			// the original has been configured already
		}

	}

}
