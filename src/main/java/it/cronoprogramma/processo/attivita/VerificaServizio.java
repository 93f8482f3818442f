package it.cronoprogramma.processo.attivita;

import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Servizio;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.Verifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.Attivita141;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Verificare il servizio: online, and the eighteen criteria C.SE.
 */
@Component("verificaServizio")
class VerificaServizio extends VerificaConformita {

	VerificaServizio(Ufficio ufficio) {
		super(ufficio, Criterio.Oggetto.SERVIZIO);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		ServizioFinanziato servizio = servizio(task, c);
		mostraCriteri(c, avviso, servizio.servizio(), dati);
		Optional<Servizio> voce = ufficio().catalogo()
			.servizi(avviso.pacchetto())
			.stream()
			.filter((s) -> s.codice().equals(servizio.servizio()))
			.findFirst();
		dati.put("servizioNome", voce.map(Servizio::nome).orElse(servizio.nome()));
		voce.map(Servizio::flusso)
			.ifPresent((flusso) -> dati.put("flusso", flusso.nome() + ": " + flusso.definizione()));
		if (servizio.url() != null) {
			dati.put("url", servizio.url());
		}
		if (servizio.online() != null) {
			dati.put("dataOnline", servizio.online().toString());
		}
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		ServizioFinanziato prima = servizio(task, c);
		Verifica verifica = verifica(c, prima.servizio(), modulo);
		ServizioFinanziato servizio = c.verificaServizio(prima, verifica, autore);
		ufficio().candidature().salvaServizio(c.codice(), servizio);
		salvaCriteri(c, servizio.servizio(), modulo, autore);
		Attivita141.VERIFICA_CONCLUSA.scriviQui(task.getExecution(), verifica.conclusa());
	}

	private ServizioFinanziato servizio(DelegateTask task, Candidatura c) {
		String codice = Attivita141.SERVIZIO.leggi(task);
		return ufficio().candidature()
			.servizi(c.codice())
			.stream()
			.filter((s) -> s.servizio().equals(codice))
			.findFirst()
			.orElseThrow();
	}

}
