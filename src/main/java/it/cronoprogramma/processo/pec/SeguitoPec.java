package it.cronoprogramma.processo.pec;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevuta.StatoNotifica;
import it.cronoprogramma.pec.SeguitoNotifica;
import it.cronoprogramma.processo.modello.RiceviPec;

import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstantiationBuilder;
import org.springframework.stereotype.Component;

/**
 * A PEC is followed by a process of its own, which belongs to whoever has to act: the
 * ente once its candidatura is known, before that the gestione or ente it came to. An
 * instance cannot change its tenant, so each change of hands begins another.
 */
@Component
class SeguitoPec implements SeguitoNotifica {

	private static final int DESCRIZIONE_MASSIMA = 200;

	private final RuntimeService processi;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	SeguitoPec(RuntimeService processi, CandidaturaRepository candidature, EnteRepository enti) {
		this.processi = processi;
		this.candidature = candidature;
		this.enti = enti;
	}

	@Override
	public void avvia(NotificaRicevuta n) {
		boolean riconosciuta = n.stato() == StatoNotifica.DA_CONFERMARE;
		String descrizione = n.inParole();
		ProcessInstantiationBuilder istanza = this.processi.createProcessInstanceByKey(RiceviPec.CHIAVE)
			.businessKey(n.codice())
			.setVariable(RiceviPec.ENTE_ID.nome(), n.visibileA())
			.setVariable(RiceviPec.ENTE.nome(), nome(n.visibileA()))
			.setVariable(RiceviPec.NOTIFICA.nome(), n.numero())
			.setVariable(RiceviPec.RICONOSCIUTA.nome(), riconosciuta)
			.setVariable(RiceviPec.DESCRIZIONE.nome(),
					descrizione.substring(0, Math.min(descrizione.length(), DESCRIZIONE_MASSIMA)));
		if (riconosciuta) {
			Candidatura c = this.candidature.leggi(n.candidatura());
			istanza.setVariable(RiceviPec.AVVISO.nome(), c.avviso());
		}
		istanza.execute();
	}

	private String nome(String visibileA) {
		return this.enti.gestioni()
			.stream()
			.filter((g) -> g.id().equals(visibileA))
			.map(Gestione::nome)
			.findFirst()
			.orElseGet(() -> nomeEnte(this.enti.leggi(visibileA)));
	}

	private static String nomeEnte(Ente ente) {
		return ente.nomeOggi();
	}

}
