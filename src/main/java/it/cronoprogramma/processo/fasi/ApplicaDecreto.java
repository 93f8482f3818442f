package it.cronoprogramma.processo.fasi;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Applicare il decreto to many candidature: a decree finances those of a whole finestra,
 * often tens of one gestione (dominio 7.1, story l). Each is done as by its own task,
 * with the same rules; when one is refused, none is done.
 */
@Component("applicaDecreto")
class ApplicaDecreto extends ModuloDiAvvio {

	private static final DateTimeFormatter MOMENTO = DateTimeFormatter.ofPattern("d/M/uuuu H:mm")
		.withResolverStyle(ResolverStyle.STRICT);

	private final ProcessiAccanto processi;

	ApplicaDecreto(ProcessiAccanto processi) {
		this.processi = processi;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		List<String> righe = modulo.righe("candidature", "Candidature finanziate");
		if (righe.isEmpty()) {
			throw Rifiuto.nonValido("Nessuna candidatura: lasci almeno una riga, con codice e importo.");
		}
		Map<String, Object> decreto = new HashMap<>();
		decreto.put("numeroDecreto", modulo.testo("numeroDecreto", "Numero del decreto", 60));
		decreto.put("dataDecreto", modulo.giorno("dataDecreto", "Data del decreto").toString());
		decreto.put("dataNotifica", modulo.giorno("dataNotifica", "Giorno della PEC").toString());
		decreto.put("oraNotifica", modulo.ora("oraNotifica", "Ora della PEC").toString());
		decreto.put("protocollo", modulo.testo("protocollo", "Protocollo", 100));
		modulo.giornoFacoltativo("dataPubblicazione", "Data di pubblicazione")
			.ifPresent((giorno) -> decreto.put("dataPubblicazione", giorno.toString()));
		for (int i = 0; i < righe.size(); i++) {
			String[] celle = righe.get(i).replaceFirst("\\s*#.*", "").split("\\s*;\\s*");
			try {
				applica(execution.getProcessEngineServices(), celle, decreto);
			}
			catch (Rifiuto | ProcessEngineException ex) {
				throw Rifiuto.nonValido("Riga %s, %s: %s", i + 1, celle[0], rifiuto(ex).getMessage());
			}
		}
	}

	/** The engine wraps what the rule of the task says. */
	private static Rifiuto rifiuto(RuntimeException ex) {
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			if (causa instanceof Rifiuto rifiuto) {
				return rifiuto;
			}
		}
		throw ex;
	}

	private static LocalDateTime momento(String testo) {
		try {
			return LocalDateTime.parse(testo, MOMENTO);
		}
		catch (DateTimeParseException ex) {
			throw Rifiuto.nonValido("PEC «%s»: servono giorno e ora, per esempio «19/08/2022 10:15».", testo);
		}
	}

	private void applica(ProcessEngineServices motore, String[] celle, Map<String, Object> decreto) {
		if (celle.length < 2) {
			throw Rifiuto.nonValido(
					"servono codice e importo separati da un punto e virgola, per esempio " + "«C000123; 280932,00».");
		}
		Candidatura c = this.processi.scelta(celle[0]);
		Task task = motore.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(c.codice())
			.taskDefinitionKey(FaseContrattualizzazione.REGISTRA_DECRETO)
			.singleResult();
		if (task == null) {
			throw Rifiuto.conflitto("è nello stato «%s», non attende il decreto di finanziamento.", c.stato().nome());
		}
		Map<String, Object> campi = new HashMap<>(decreto);
		campi.put("importoDecretato", celle[1].replace(".", "").replace(',', '.'));
		if (celle.length > 2 && !celle[2].isEmpty()) {
			LocalDateTime pec = momento(celle[2]);
			campi.put("dataNotifica", pec.toLocalDate().toString());
			campi.put("oraNotifica", pec.toLocalTime().toString());
		}
		if (celle.length > 3 && !celle[3].isEmpty()) {
			campi.put("protocollo", celle[3]);
		}
		motore.getFormService().submitTaskForm(task.getId(), campi);
	}

}
