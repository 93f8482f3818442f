package it.cronoprogramma.processo.pec;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Notifica;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.pec.AttoNotificato;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.NotificaRicevuta.Decisione;
import it.cronoprogramma.pec.NotificaRicevuta.Estremi;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.pec.PropostaNotifica;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.processo.modello.ProcedimentoRevoca;
import it.cronoprogramma.processo.modello.RegistraControllo;
import it.cronoprogramma.processo.modello.RegistraRevoca;
import it.cronoprogramma.processo.modello.RiceviPec;
import it.cronoprogramma.processo.moduli.Intestazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Confermare la PEC: whoever follows the candidatura says that it is its own and from
 * when it counts. What it notifies is then recorded by the very task that waits for it,
 * with the same rules; where more must be known, that task opens with what the PEC tells.
 */
@Component("confermaPec")
class ConfermaPec extends RegolaModulo {

	private static final String ALTRO = "altro";

	private static final String BUSTA = "busta";

	private static final String RICEZIONE = "ricezione";

	private static final int STORIA = 480;

	private static final int MOTIVI = 300;

	private final NotificaRicevutaRepository notifiche;

	private final Ufficio ufficio;

	ConfermaPec(NotificaRicevutaRepository notifiche, Ufficio ufficio) {
		this.notifiche = notifiche;
		this.ufficio = ufficio;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		NotificaRicevuta n = this.notifiche.trova(RiceviPec.NOTIFICA.leggi(task)).orElseThrow();
		Candidatura c = this.ufficio.candidature().leggi(n.candidatura());
		Map<String, Object> dati = new LinkedHashMap<>(Intestazione.di(this.ufficio, c));
		PecInParole.riempi(n, dati);
		PropostaNotifica p = n.contenuto().proposta();
		dati.put("decisione", "confermata");
		dati.put("atto", n.atto().codice());
		dati.put("esito", n.esito());
		dati.put("giorni", giorni(p));
		dati.put("giornoDaScegliere", p.daScegliere() ? "si" : "no");
		if (!p.daScegliere()) {
			dati.put("giorno", (p.ricezione() == null) ? BUSTA : RICEZIONE);
		}
		if (n.contenuto().protocollo() != null) {
			dati.put("protocollo", n.contenuto().protocollo());
		}
		dati.put("attesa", attesa(task.getProcessEngineServices(), c));
		return dati;
	}

	private static List<Map<String, String>> giorni(PropostaNotifica p) {
		List<Map<String, String>> giorni = new ArrayList<>();
		if (p.ricezione() != null) {
			giorni.add(scelta(RICEZIONE, esteso(p.proposta()) + ": consegnata nella casella dell'ente"));
		}
		if (p.busta() != null && (p.ricezione() == null || p.daScegliere())) {
			giorni.add(scelta(BUSTA,
					esteso(p.busta()) + ": scritta sulla busta dal gestore di chi l'ha spedita, la data più prudente"));
		}
		giorni.add(scelta(ALTRO, "Un altro momento: lo scrivo io"));
		return giorni;
	}

	private static String esteso(Instant quando) {
		return Parole.giornoEsteso(Roma.giorno(quando)) + " alle " + Parole.ora(LocalTime.ofInstant(quando, Roma.FUSO));
	}

	private static Map<String, String> scelta(String valore, String etichetta) {
		return Map.of("value", valore, "label", Parole.maiuscola(etichetta));
	}

	/** What the confirmation will do, before it is given. */
	private static String attesa(ProcessEngineServices motore, Candidatura c) {
		if (inAttesa(motore, c, FaseCup.REGISTRA_AMMISSIBILITA) != null) {
			return "La candidatura attende l'esito di ammissibilità.";
		}
		if (inAttesa(motore, c, FaseContrattualizzazione.REGISTRA_DECRETO) != null) {
			return "La candidatura attende il decreto di finanziamento.";
		}
		return "La candidatura è nello stato «" + c.stato().nome() + "».";
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		NotificaRicevuta n = this.notifiche.blocca(RiceviPec.NOTIFICA.leggi(task));
		String decisione = modulo.testo("decisione", "È di questa candidatura?");
		switch (decisione) {
			case "confermata" -> conferma(task.getProcessEngineServices(), n, modulo, autore);
			case "altra" -> {
				// put back by the next step
			}
			case "scartata" -> this.notifiche.scarta(n, modulo.testo("motivoScarto", "Perché non serve", 400), autore);
			default ->
				throw Rifiuto.nonValido("Scelta «%s» sconosciuta: dica se la PEC è di questa candidatura.", decisione);
		}
		RiceviPec.DECISIONE.scrivi(task.getExecution(), decisione);
	}

	private void conferma(ProcessEngineServices motore, NotificaRicevuta n, Modulo modulo, Autore autore) {
		AttoNotificato atto = AttoNotificato.leggi(modulo.testo("atto", "Che cosa notifica"));
		Candidatura c = this.ufficio.candidature().leggi(n.candidatura());
		String scelta = modulo.testo("giorno", "Da quando decorre");
		Instant quando = quando(scelta, n.contenuto().proposta(), modulo, autore);
		String protocollo = modulo.testo("protocollo", "Protocollo della PEC", 100);
		Estremi estremi = (atto == AttoNotificato.DECRETO) ? estremi(modulo) : null;
		this.notifiche.conferma(n, atto, new Decisione(scelta, quando, protocollo, estremi, autore, null));
		String inParole = atto.nome() + ": " + n.oggetto();
		this.ufficio.candidature()
			.narra(c.codice(),
					List.of(new VoceStoria("PEC confermata", "PEC del " + Parole.giorno(Roma.giorno(quando))
							+ ", prot. " + protocollo + " (" + n.codice() + ")", null, breve(inParole, STORIA))),
					autore);
		if (registra(motore, c, atto, n.oggetto(), estremi, campi(quando, protocollo), modulo)) {
			this.notifiche.registrate(c.codice(), atto);
		}
	}

	/**
	 * Has the act recorded by what waits for it.
	 * @return {@code false} if nothing waits, or more must be known
	 */
	private boolean registra(ProcessEngineServices motore, Candidatura c, AttoNotificato atto, String oggetto,
			Estremi estremi, Map<String, Object> campi, Modulo modulo) {
		switch (atto) {
			case AMMISSIBILITA -> {
				Task task = inAttesa(motore, c, FaseCup.REGISTRA_AMMISSIBILITA);
				if (task == null) {
					return false;
				}
				campi.put("esito", modulo.testo("esito", "Esito della domanda"));
				modulo.testoFacoltativo("riserva", "Riserva").ifPresent((t) -> campi.put("riserva", t));
				modulo.testoFacoltativo("motivo", "Motivo").ifPresent((t) -> campi.put("motivo", t));
				motore.getFormService().submitTaskForm(task.getId(), campi);
				return true;
			}
			case DECRETO -> {
				Task task = inAttesa(motore, c, FaseContrattualizzazione.REGISTRA_DECRETO);
				if (task == null || !bastano(c, estremi)) {
					return false;
				}
				campi.put("numeroDecreto", estremi.numero());
				campi.put("dataDecreto", estremi.data().toString());
				campi.put("importoDecretato", estremi.importo());
				campi.put("termini", "proposti");
				motore.getFormService().submitTaskForm(task.getId(), campi);
				return true;
			}
			case CONTROLLO -> {
				if (!c.fase().dopoErogazione()) {
					return false;
				}
				avvia(motore, RegistraControllo.CHIAVE, c, campi);
				return true;
			}
			case REVOCA -> {
				if (inAttesa(motore, c, ProcedimentoRevoca.COMUNICA_REVOCA) != null || !c.revocabile()) {
					return false;
				}
				// it is a fact, whoever reads it first; what follows is the ufficio's
				campi.put("motivi", "Come dalla PEC «" + breve(oggetto, MOTIVI) + "»");
				avvia(motore, RegistraRevoca.CHIAVE, c, campi);
				return true;
			}
			default -> {
				// its task, when it comes, opens with what is known
				return false;
			}
		}
	}

	private static void avvia(ProcessEngineServices motore, String processo, Candidatura c, Map<String, Object> campi) {
		campi.put("candidatura", c.codice());
		motore.getFormService()
			.submitStartForm(motore.getRepositoryService()
				.createProcessDefinitionQuery()
				.processDefinitionKey(processo)
				.latestVersion()
				.singleResult()
				.getId(), campi);
	}

	private static String breve(String testo, int lunghezza) {
		return testo.substring(0, Math.min(testo.length(), lunghezza));
	}

	/** Whether the decree can be recorded without looking anything up in Allegato 2. */
	private boolean bastano(Candidatura c, Estremi estremi) {
		Avviso avviso = this.ufficio.catalogo().avviso(c.avviso());
		return estremi.numero() != null && estremi.data() != null && estremi.importo() != null
				&& avviso.decorrenzaCompletamento() != DecorrenzaCompletamento.DECRETO
				&& !this.ufficio.catalogo().cronoprogramma(avviso.codice(), c.popolazione()).daConfermare();
	}

	private static Estremi estremi(Modulo modulo) {
		LocalDate data = modulo.giornoFacoltativo("dataDecreto", "Data del decreto").orElse(null);
		BigDecimal importo = modulo.presente("importoDecretato")
				? modulo.importo("importoDecretato", "Importo decretato") : null;
		return new Estremi(modulo.testoONullo("numeroDecreto", "Numero del decreto", 60), data, importo);
	}

	private static Map<String, Object> campi(Instant quando, String protocollo) {
		Map<String, Object> campi = new HashMap<>();
		campi.put("dataNotifica", Roma.giorno(quando).toString());
		campi.put("oraNotifica", Parole.ora(LocalTime.ofInstant(quando, Roma.FUSO)));
		campi.put("protocollo", protocollo);
		return campi;
	}

	private static Instant quando(String scelta, PropostaNotifica p, Modulo modulo, Autore autore) {
		Instant quando = switch (scelta) {
			case BUSTA -> p.busta();
			case RICEZIONE -> (p.ricezione() == null) ? null : p.proposta();
			case ALTRO ->
				Notifica
					.ricevuta(modulo.giorno("dataNotifica", "Data di consegna"),
							modulo.ora("oraNotifica", "Ora di consegna"), null, autore)
					.istante();
			default -> throw Rifiuto.nonValido("Giorno «%s» sconosciuto: lo scelga dall'elenco.", scelta);
		};
		if (quando == null) {
			throw Rifiuto.nonValido("Quel momento non si conosce: scelga «Un altro momento» e lo scriva.");
		}
		Instant alMinuto = quando.truncatedTo(ChronoUnit.MINUTES);
		// it cannot lie in the future: the clock of a server may
		return Notifica.ricevuta(Roma.giorno(alMinuto), LocalTime.ofInstant(alMinuto, Roma.FUSO), null, autore)
			.istante();
	}

	private static Task inAttesa(ProcessEngineServices motore, Candidatura c, String attivita) {
		return motore.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(c.codice())
			.taskDefinitionKey(attivita)
			.list()
			.stream()
			.findFirst()
			.orElse(null);
	}

}
