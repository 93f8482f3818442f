package it.cronoprogramma.processo.vicende;

import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.modello.Rinuncia;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare il decreto di rinuncia, which alone makes it complete; or that it has no
 * effect.
 */
@Component("registraDecretoRinuncia")
class RegistraDecretoRinuncia extends RegolaCandidatura {

	RegistraDecretoRinuncia(Ufficio ufficio) {
		super(ufficio, null);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("richiestaTesto", c.rinunciaRichiesta().map(Parole::giornoEsteso).orElse(""));
		List<String> nuove = ufficio().candidature().successori(c.codice());
		dati.put("nuovaCandidatura", nuove.isEmpty() ? "" : nuove.get(nuove.size() - 1));
		dati.put("terminiTesto", TerminiCheCorrono.elenco(ufficio().scadenze().pendenti(c.codice())));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String esito = modulo.testo("esito", "Esito della rinuncia");
		switch (esito) {
			case "decretata" -> c.decretaRinuncia(modulo.testo("numeroAtto", "Numero del decreto", 60),
					modulo.giorno("dataAtto", "Data del decreto"), modulo.testo("protocollo", "Protocollo", 100),
					autore);
			case "senzaEffetto" -> c.annullaRinuncia(modulo.testo("motivo", "Motivo", 400));
			default -> throw Rifiuto
				.nonValido("Esito «%s» sconosciuto: indichi se la rinuncia è decretata o senza effetto.", esito);
		}
		Rinuncia.DECRETATA.scrivi(task.getExecution(), esito.equals("decretata"));
	}

}
