package it.cronoprogramma.processo.dopo;

import java.time.LocalDate;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Controllo;
import it.cronoprogramma.candidatura.Esito;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.modello.ControlloCampione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito del controllo a campione. A negative one opens the procedure of
 * revoca.
 */
@Component("registraEsitoControllo")
class RegistraEsitoControllo extends RegolaCandidatura {

	RegistraEsitoControllo(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		Controllo controllo = controllo(task);
		dati.put("pecTesto",
				"prot. " + controllo.pec().protocollo() + " del " + Parole.giornoEsteso(controllo.pec().giorno()));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Controllo controllo = controllo(task);
		Esito esito = Esito.leggi(modulo.testo("esito", "Esito"));
		LocalDate giorno = modulo.giorno("dataEsito", "Data dell'esito");
		String protocollo = modulo.testo("protocollo", "Protocollo", 100);
		String motivi = (esito == Esito.POSITIVO) ? modulo.testoONullo("motivi", "Motivi", 300)
				: modulo.testo("motivi", "Motivi", 300);
		if (giorno.isAfter(autore.oggi()) || giorno.isBefore(controllo.pec().giorno())) {
			throw Rifiuto.nonValido("Data dell'esito %s: deve stare tra la PEC del controllo (%s) e oggi (%s).",
					Parole.giorno(giorno), Parole.giorno(controllo.pec().giorno()), Parole.giorno(autore.oggi()));
		}
		ufficio().candidature().concludiControllo(controllo.id(), esito, giorno, protocollo);
		c.annota("Controllo a campione: esito " + esito.codice(),
				"PEC del " + Parole.giorno(giorno) + ", prot. " + protocollo + ((motivi == null) ? "" : ": " + motivi),
				null, null);
		ControlloCampione.CONTROLLO_NEGATIVO.scrivi(task.getExecution(), esito == Esito.NEGATIVO);
	}

	private Controllo controllo(DelegateTask task) {
		return ufficio().candidature().controllo(ControlloCampione.CONTROLLO.leggi(task));
	}

}
