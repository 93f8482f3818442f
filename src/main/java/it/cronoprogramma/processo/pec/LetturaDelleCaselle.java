package it.cronoprogramma.processo.pec;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import it.cronoprogramma.pec.CasellePec;
import it.cronoprogramma.processo.casella.LettureProgrammate;
import it.cronoprogramma.processo.modello.LeggiCasellePec;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * When the mailboxes of PEC are read.
 */
@Component("programmaLettura")
@Order(30)
public class LetturaDelleCaselle extends LettureProgrammate {

	private final CasellePec caselle;

	LetturaDelleCaselle(CasellePec caselle, RuntimeService processi, Clock orologio) {
		super(LeggiCasellePec.CHIAVE, LeggiCasellePec.LEGGI_CASELLA, processi, orologio);
		this.caselle = caselle;
	}

	@Override
	protected Set<String> nomi() {
		return this.caselle.nomi();
	}

	@Override
	protected Duration ogni() {
		return this.caselle.ogni();
	}

	@Override
	protected void prepara(ProcessInstantiationBuilder lettura, String casella) {
		lettura.setVariable(LeggiCasellePec.ENTE_ID.nome(), this.caselle.di(casella))
			.setVariable(LeggiCasellePec.DESCRIZIONE.nome(), "Casella " + casella);
	}

}
