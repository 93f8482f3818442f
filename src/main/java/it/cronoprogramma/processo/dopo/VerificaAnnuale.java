package it.cronoprogramma.processo.dopo;

import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.modello.FaseMantenimento;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Verificare che i servizi siano attivi, every December until the fifth year: whoever let
 * them go would give back all of the money (FAQ 02/004/001, /003).
 */
@Component("verificaAnnuale")
class VerificaAnnuale extends RegolaCandidatura {

	VerificaAnnuale(Ufficio ufficio) {
		super(ufficio, TipoTermine.MANTENIMENTO);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("anno", Integer.toString(c.prossimoAnnoDaVerificare()));
		StringBuilder elenco = new StringBuilder();
		c.sitoUrl().ifPresent((url) -> elenco.append("- Sito: ").append(url).append('\n'));
		ufficio().candidature()
			.servizi(c.codice())
			.forEach((s) -> elenco.append("- ")
				.append(s.nome())
				.append((s.url() == null) ? "" : ": " + s.url())
				.append('\n'));
		dati.put("riepilogo", elenco.toString());
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String esito = modulo.testo("esito", "Esito della verifica");
		if (!esito.equals("attivi") && !esito.equals("daRipristinare")) {
			throw Rifiuto.nonValido("Esito «%s» sconosciuto: indichi se i servizi sono attivi o da ripristinare.",
					esito);
		}
		boolean attivi = esito.equals("attivi");
		c.verificaMantenimento(c.prossimoAnnoDaVerificare(), attivi,
				attivi ? modulo.testoONullo("nota", "Che cosa ha verificato", 400)
						: modulo.testo("nota", "Che cosa ha verificato", 400));
		FaseMantenimento.SERVIZI_ATTIVI.scrivi(task.getExecution(), attivi);
		FaseMantenimento.ALTRI_ANNI.scrivi(task.getExecution(), c.altriAnniDaVerificare());
	}

}
