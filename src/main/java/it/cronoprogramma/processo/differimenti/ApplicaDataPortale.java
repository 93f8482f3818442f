package it.cronoprogramma.processo.differimenti;

import java.util.List;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.RegoleDifferimento;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.DifferenzaPortale;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Differimento;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Applicare la data del portale: it governs from now on. Where it differs from the legal
 * date, the ufficio RTD looks into it (dominio 3.3 point 2).
 */
@Component("applicaDataPortale")
class ApplicaDataPortale extends ModuloDiAvvio {

	private final Ufficio ufficio;

	private final DifferimentoDiretto differimenti;

	ApplicaDataPortale(Ufficio ufficio, DifferimentoDiretto differimenti) {
		this.ufficio = ufficio;
		this.differimenti = differimenti;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		Scadenza s = scadenza(modulo.testo("scadenza", "Termine", 60));
		Candidatura c = this.ufficio.candidature().leggi(s.candidatura());
		Ente ente = this.ufficio.enti().leggi(c.ente());
		long numero = this.differimenti.registra(c, s,
				(n) -> Differimento.portale(n, modulo.giorno("dataPortale", "Data del portale"),
						modulo.testo("riferimento", "Dove l'ha letta", 200), autore.oggi()),
				modulo.testoONullo("nota", "Nota", 2000), autore, execution.getProcessEngineServices());
		Scadenza dopo = this.ufficio.scadenze().leggi(s.id());
		if (!dopo.governante().equals(dopo.date().legale())) {
			execution.getProcessEngineServices()
				.getRuntimeService()
				.createProcessInstanceByKey(DifferenzaPortale.CHIAVE)
				.businessKey("P%06d".formatted(numero))
				.setVariable(DifferenzaPortale.ENTE_ID.nome(), ente.id())
				.setVariable(DifferenzaPortale.ENTE.nome(), ente.nomeOggi())
				.setVariable(DifferenzaPortale.AVVISO.nome(), c.avviso())
				.setVariable(DifferenzaPortale.TERMINE.nome(), s.termine().nome())
				.setVariable(DifferenzaPortale.SCADENZA_ID.nome(), s.id())
				.execute();
		}
	}

	private Scadenza scadenza(String id) {
		return this.ufficio.scadenze()
			.cerca(id)
			.filter((s) -> this.ufficio.vede(this.ufficio.candidature().leggi(s.candidatura()).ente()))
			.orElseThrow(() -> Rifiuto.nonTrovato("Il termine scelto non esiste: lo scelga dall'elenco."));
	}

}
