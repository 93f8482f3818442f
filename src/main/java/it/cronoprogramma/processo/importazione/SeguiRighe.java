package it.cronoprogramma.processo.importazione;

import java.util.List;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.Importazione.StatoImportazione;
import it.cronoprogramma.opendata.ImportazioneRepository;
import it.cronoprogramma.opendata.RigaPubblicata;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ImportaDatiPubblicati;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * Seguire un gruppo di righe: in one transaction with their leaving the list, so that
 * none is followed twice however often it is interrupted.
 */
@Component("seguiRighe")
class SeguiRighe implements JavaDelegate {

	/** A transaction that is not too long, and rows enough to share the reading. */
	static final int GRUPPO = 100;

	private final ImportazioneRepository importazioni;

	private final GruppoDiRighe gruppo;

	private final Ufficio ufficio;

	SeguiRighe(ImportazioneRepository importazioni, GruppoDiRighe gruppo, Ufficio ufficio) {
		this.importazioni = importazioni;
		this.gruppo = gruppo;
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		String id = ImportaDatiPubblicati.IMPORTAZIONE.leggi(execution);
		Importazione importazione = this.importazioni.trova(id).orElseThrow();
		Autore autore = new Autore("dati pubblicati (" + importazione.avviataDa() + ")",
				this.ufficio.autore().quando());
		List<RigaPubblicata> righe = this.importazioni.prossime(id, GRUPPO);
		if (!righe.isEmpty()) {
			Conti conti = this.gruppo.segui(righe, id, autore, execution.getProcessEngineServices());
			this.importazioni.fatte(id, righe.stream().map(RigaPubblicata::riga).toList());
			this.importazioni.avanza(id, conti);
		}
		boolean altre = righe.size() == GRUPPO;
		ImportaDatiPubblicati.ALTRE.scrivi(execution, altre);
		if (!altre) {
			this.importazioni.concludi(id, StatoImportazione.CONCLUSA, null, autore.quando());
		}
	}

}
