package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Esito;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseAsseverazione;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito dell'asseverazione, or that the Dipartimento asks for something
 * before.
 */
@Component("registraAsseverazione")
class RegistraAsseverazione extends RegolaCandidatura {

	RegistraAsseverazione(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("termineTesto", Parole.giornoEsteso(termine(c)));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		boolean chiesta = RichiestaIntegrazione.registra(ufficio(), c, modulo, autore);
		if (!chiesta) {
			Esito esito = Esito.leggi(modulo.testo("esito", "Esito"));
			c.assevera(esito, modulo.giorno("dataEsito", "Data dell'esito"),
					modulo.testo("protocollo", "Protocollo", 100), modulo.testoONullo("motivi", "Motivi", 2000),
					termine(c), modulo.spuntato("inammissibile"), autore);
			FaseAsseverazione.ESITO_ASSEVERAZIONE.scrivi(task.getExecution(), esito.codice());
		}
		FaseAsseverazione.INTEGRAZIONE_CHIESTA.scrivi(task.getExecution(), chiesta);
	}

	/** The last day of completamento, or of the limit where that comes first. */
	private LocalDate termine(Candidatura c) {
		return Stream.of(TipoTermine.COMPLETAMENTO, TipoTermine.LIMITE)
			.flatMap((tipo) -> ufficio().scadenze().trova(c.codice(), tipo).stream())
			.map(Scadenza::governante)
			.min(LocalDate::compareTo)
			.orElseThrow();
	}

}
