package it.cronoprogramma.processo.importazione;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.Decorrenze;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.ente.TipoEvento;
import it.cronoprogramma.opendata.Divergenza;
import it.cronoprogramma.opendata.RigaPubblicata;
import it.cronoprogramma.processo.ProcessiAccanto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.accessi.Registro;
import it.cronoprogramma.processo.enti.Confluenze;
import it.cronoprogramma.processo.modello.ConfermaPubblicato;
import it.cronoprogramma.processo.modello.ProcessoAvviso;
import it.cronoprogramma.processo.termini.OrologiDeiTermini;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstanceModificationBuilder;
import org.springframework.stereotype.Component;

/**
 * What follows in the engine when something was published.
 */
@Component
class SeguitoNelMotore {

	private static final String RINUNCIA = "rinuncia";

	private final Ufficio ufficio;

	private final ProcessiAccanto processi;

	private final OrologiDeiTermini orologi;

	private final Confluenze confluenze;

	private final Registro registro;

	SeguitoNelMotore(Ufficio ufficio, ProcessiAccanto processi, OrologiDeiTermini orologi, Confluenze confluenze,
			Registro registro) {
		this.ufficio = ufficio;
		this.processi = processi;
		this.orologi = orologi;
		this.confluenze = confluenze;
		this.registro = registro;
	}

	/**
	 * Makes an ente known to the engine.
	 * @param ente the ente
	 */
	void presenta(Ente ente) {
		this.registro.ente(ente);
		if (ente.gestione() != null) {
			this.registro.inGestione(ente);
		}
	}

	/**
	 * Starts the process of a financed candidatura where contracts are due.
	 * @param motore the engine
	 * @param c the candidatura
	 * @param avviso its avviso
	 * @param ente its ente
	 */
	void avvia(ProcessEngineServices motore, Candidatura c, Avviso avviso, Ente ente) {
		motore.getRuntimeService()
			.createProcessInstanceByKey(avviso.pacchetto().processo())
			.businessKey(c.codice())
			.setVariable(ProcessoAvviso.ENTE.nome(), ente.nomeOggi())
			.setVariable(ProcessoAvviso.ENTE_ID.nome(), ente.id())
			.setVariable(ProcessoAvviso.AVVISO.nome(), avviso.codice())
			.setVariable(ProcessoAvviso.FASCIA.nome(), c.fascia())
			.setVariable(ProcessoAvviso.STATO.nome(), c.stato().nome())
			.setVariable(ProcessoAvviso.IMPORTO.nome(), c.importo().orElseThrow().doubleValue())
			.setVariable(ProcessoAvviso.VALORE_CUP.nome(), c.cup().map(Cup::codice).orElse(null))
			.startBeforeActivity(ProcessoAvviso.CONTRATTUALIZZAZIONE)
			.execute();
	}

	/**
	 * Lets terms run from the corrected day of the decree.
	 * @param motore the engine
	 * @param c the candidatura, as recorded
	 * @param autore for whom, and when
	 */
	void ricalcola(ProcessEngineServices motore, Candidatura c, Autore autore) {
		Avviso avviso = this.ufficio.catalogo().avviso(c.avviso());
		for (Scadenza s : this.ufficio.scadenze().pendenti(c.codice())) {
			if (s.termine() == TipoTermine.CONTRATTUALIZZAZIONE || s.termine() == TipoTermine.LIMITE) {
				var computo = Decorrenze.di(s.termine(), c, avviso,
						c.cronoprogramma(this.ufficio.catalogo().cronoprogramma(avviso.codice(), c.popolazione())));
				var contratti = Decorrenze.di(TipoTermine.CONTRATTUALIZZAZIONE, c, avviso,
						c.cronoprogramma(this.ufficio.catalogo().cronoprogramma(avviso.codice(), c.popolazione())));
				this.ufficio.scadenze()
					.rifai(s,
							this.ufficio.regole()
								.date(s.termine(), computo, Optional.of(contratti),
										this.ufficio.differimenti().attivi(c.codice())),
							autore.quando());
			}
		}
		this.orologi.rimetti(motore, c.codice());
	}

	/**
	 * Takes a candidatura that was paid to its five years, wherever it stood.
	 * @param motore the engine
	 * @param c the candidatura, as recorded
	 * @param istanza the instance that decides so and ends by itself, or {@code null}
	 */
	void mantieni(ProcessEngineServices motore, Candidatura c, String istanza) {
		this.ufficio.scadenze().estingui(c.codice(), this.ufficio.autore().quando());
		RuntimeService processi = motore.getRuntimeService();
		for (ProcessInstance i : processi.createProcessInstanceQuery()
			.processInstanceBusinessKey(c.codice())
			.rootProcessInstances()
			.list()) {
			if (i.getProcessDefinitionId().startsWith("avviso-")) {
				sposta(processi, i.getId());
			}
			else if (!i.getId().equals(istanza)) {
				processi.deleteProcessInstance(i.getId(), c.stato().nome());
			}
		}
		this.processi.aggiornaAvviso(motore, c);
	}

	private static void sposta(RuntimeService processi, String istanza) {
		ActivityInstance adesso = processi.getActivityInstance(istanza);
		List<ActivityInstance> dove = new ArrayList<>(Arrays.asList(adesso.getChildActivityInstances()));
		if (dove.stream().anyMatch((a) -> a.getActivityId().equals(ProcessoAvviso.MANTENIMENTO))) {
			return;
		}
		ProcessInstanceModificationBuilder modifica = processi.createProcessInstanceModification(istanza)
			.startBeforeActivity(ProcessoAvviso.MANTENIMENTO);
		dove.forEach((a) -> modifica.cancelActivityInstance(a.getId()));
		for (var transizione : adesso.getChildTransitionInstances()) {
			modifica.cancelTransitionInstance(transizione.getId());
		}
		modifica.execute();
	}

	/**
	 * Ends the process of a candidatura that was renounced.
	 * @param motore the engine
	 * @param c the candidatura, as recorded
	 */
	void concludi(ProcessEngineServices motore, Candidatura c) {
		this.processi.aggiornaAvviso(motore, c);
		this.processi.concludi(motore, c.codice(), RINUNCIA, "");
	}

	/**
	 * Asks the one who follows a candidatura.
	 * @param motore the engine
	 * @param c the candidatura
	 * @param divergenza in what the published data differ
	 * @param r what is published
	 * @return {@code false} if that very question is open already
	 */
	boolean chiedi(ProcessEngineServices motore, Candidatura c, Divergenza divergenza, RigaPubblicata r) {
		boolean aperta = motore.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(ConfermaPubblicato.CHIAVE)
			.processInstanceBusinessKey(c.codice())
			.variableValueEquals(ConfermaPubblicato.DIVERGENZA.nome(), divergenza.name())
			.count() > 0;
		if (!aperta) {
			this.processi.nuovo(motore, ConfermaPubblicato.CHIAVE, c)
				.setVariable(ConfermaPubblicato.DIVERGENZA.nome(), divergenza.name())
				.setVariable(ConfermaPubblicato.DAL.nome(), r.statoDal().toString())
				.setVariable(ConfermaPubblicato.DESCRIZIONE.nome(), divergenza.inParole(c, r))
				.execute();
		}
		return !aperta;
	}

	/**
	 * Hands over all that is an ente's, because what is published of it has moved to
	 * another.
	 * @param motore the engine
	 * @param vecchio the ente that held it
	 * @param nuovo the ente that holds it now
	 * @param giorno since when, as far as is known
	 * @param autore for whom, and when
	 */
	void confluisce(ProcessEngineServices motore, Ente vecchio, Ente nuovo, LocalDate giorno, Autore autore) {
		if (vecchio.soppresso() || nuovo.soppresso()) {
			return;
		}
		Ente successore = nuovo;
		if (nuovo.gestione() == null && vecchio.gestione() != null) {
			this.ufficio.enti().affida(nuovo.id(), vecchio.gestione());
			successore = this.ufficio.enti().leggi(nuovo.id());
			this.registro.inGestione(successore);
		}
		this.confluenze.registra(new EventoEnte(vecchio.id(), successore.id(), TipoEvento.FUSIONE, giorno,
				"dati pubblicati da PA digitale 2026", autore.oggi(), vecchio.gestione(), autore.chi(),
				autore.quando()), vecchio, successore, autore, motore);
	}

}
