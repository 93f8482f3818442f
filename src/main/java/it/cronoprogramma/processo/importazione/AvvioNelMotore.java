package it.cronoprogramma.processo.importazione;

import java.util.HashMap;
import java.util.Map;

import it.cronoprogramma.opendata.AvvioImportazione;
import it.cronoprogramma.processo.modello.ImportaDatiPubblicati;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/**
 * An import is a process: it is seen in Cockpit, it survives a restart, and what fails is
 * tried again from there.
 */
@Component
class AvvioNelMotore implements AvvioImportazione {

	private final RuntimeService processi;

	AvvioNelMotore(RuntimeService processi) {
		this.processi = processi;
	}

	@Override
	public void avvia(String importazione, String file, String gestione) {
		Map<String, Object> variabili = new HashMap<>();
		variabili.put(ImportaDatiPubblicati.IMPORTAZIONE.nome(), importazione);
		variabili.put(ImportaDatiPubblicati.DESCRIZIONE.nome(), file);
		if (gestione != null) {
			variabili.put(ImportaDatiPubblicati.ENTE_ID.nome(), gestione);
		}
		this.processi.startProcessInstanceByKey(ImportaDatiPubblicati.CHIAVE, variabili);
	}

}
