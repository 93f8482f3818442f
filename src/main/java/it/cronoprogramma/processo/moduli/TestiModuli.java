package it.cronoprogramma.processo.moduli;

import java.io.IOException;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The texts on a form are written in a markup that lets HTML and links through: names and
 * reasons that people or files have given are shown there as they were written, not as
 * markup. A value that stands in one of the form's fields is left alone: fields show text
 * as it is, and send it back.
 */
@Component
class TestiModuli {

	private final ObjectMapper json;

	private final TaskService attivita;

	private final CampiModuli campi;

	TestiModuli(ObjectMapper json, TaskService attivita, CampiModuli campi) {
		this.json = json;
		this.attivita = attivita;
		this.campi = campi;
	}

	/**
	 * The variables of a form, safe to be shown.
	 * @param task the task's id
	 * @param variabili what the engine answers: type and value by name
	 * @return the same, with what would be markup in the texts written out
	 * @throws IOException if the answer is no JSON
	 */
	byte[] comeTesto(String task, byte[] variabili) throws IOException {
		JsonNode corpo = this.json.readTree(variabili);
		Set<String> campiSuoi = null;
		for (Map.Entry<String, JsonNode> v : corpo.properties()) {
			String valore = v.getValue().path("value").asText("");
			if ("String".equals(v.getValue().path("type").asText()) && diMarcatura(valore)) {
				if (campiSuoi == null) {
					campiSuoi = campi(task);
				}
				if (!campiSuoi.contains(v.getKey())) {
					((ObjectNode) v.getValue()).put("value", valore.replace("<", "&lt;").replace("[", "&#91;"));
				}
			}
		}
		return (campiSuoi == null) ? variabili : this.json.writeValueAsBytes(corpo);
	}

	private static boolean diMarcatura(String valore) {
		return valore.indexOf('<') >= 0 || valore.indexOf('[') >= 0;
	}

	private Set<String> campi(String task) {
		Task sua = this.attivita.createTaskQuery().taskId(task).initializeFormKeys().singleResult();
		return (sua == null || sua.getCamundaFormRef() == null) ? Set.of()
				: this.campi.di(sua.getCamundaFormRef().getKey());
	}

}
