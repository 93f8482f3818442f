package it.cronoprogramma.processo;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

import it.cronoprogramma.candidatura.IstanzeProcesso;

import org.camunda.bpm.engine.HistoryService;
import org.springframework.stereotype.Component;

/**
 * The instances of the avvisi's processes, by the history: only there the engine takes
 * many business keys at once.
 */
@Component
class IstanzeDelMotore implements IstanzeProcesso {

	private final HistoryService storia;

	IstanzeDelMotore(HistoryService storia) {
		this.storia = storia;
	}

	@Override
	public Map<String, String> di(Collection<String> codici) {
		Map<String, String> istanze = new HashMap<>();
		if (!codici.isEmpty()) {
			this.storia.createHistoricProcessInstanceQuery()
				.processInstanceBusinessKeyIn(codici.toArray(String[]::new))
				.rootProcessInstances()
				.unfinished()
				.list()
				.stream()
				.filter((i) -> Radice.dellAvviso(i.getProcessDefinitionId()))
				.forEach((i) -> istanze.put(i.getBusinessKey(), i.getId()));
		}
		return istanze;
	}

}
