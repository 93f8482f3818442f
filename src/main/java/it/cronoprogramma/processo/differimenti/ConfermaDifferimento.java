package it.cronoprogramma.processo.differimenti;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.RegolaModulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Confermare il differimento: old and new dates are looked at, then the act is applied or
 * dropped.
 */
@Component("confermaDifferimento")
class ConfermaDifferimento extends RegolaModulo {

	static final int RIGHE_MOSTRATE = 200;

	private final Ufficio ufficio;

	ConfermaDifferimento(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	public Map<String, Object> mostra(DelegateTask task) {
		return mostra(this.ufficio, ApplicaDifferimento.DIFFERIMENTO.leggi(task));
	}

	static Map<String, Object> mostra(Ufficio ufficio, long numero) {
		AttoDifferimento atto = ufficio.differimenti().leggi(numero);
		Map<Esito, Integer> conteggi = ufficio.differimenti().conteggi(numero);
		Map<String, Object> dati = new LinkedHashMap<>();
		dati.put("numero", (int) numero);
		dati.put("che", Parole.maiuscola(atto.inParole()));
		dati.put("termineNome", atto.termineInParole());
		dati.put("attoConData", atto.attoConData());
		dati.put("ambitoTesto", atto.ambito());
		dati.put("notaTesto", (atto.nota() == null) ? "" : atto.nota());
		dati.put("daApplicare", conteggi.get(Esito.DA_APPLICARE));
		dati.put("applicate", conteggi.get(Esito.APPLICATO));
		dati.put("escluse", conteggi.get(Esito.ESCLUSO));
		dati.put("saltate", conteggi.get(Esito.SALTATO));
		List<Riga> righe = ufficio.differimenti().righe(numero, 0, RIGHE_MOSTRATE);
		dati.put("righe", righe.stream().map(ConfermaDifferimento::riga).toList());
		dati.put("nonMostrate",
				Math.max(0, conteggi.values().stream().mapToInt(Integer::intValue).sum() - righe.size()));
		return dati;
	}

	private static Map<String, Object> riga(Riga r) {
		String fuori = switch (r.esito()) {
			case ESCLUSO -> "esclusa";
			case SALTATO -> "saltata";
			default -> null;
		};
		return Map.of("ente", r.ente(), "candidatura", r.candidatura(), "prima",
				(fuori != null) ? fuori : giorno(r.prima()), "dopo", (fuori != null) ? fuori : giorno(r.dopo()),
				"effetto", r.effetto());
	}

	private static String giorno(LocalDate giorno) {
		return (giorno == null) ? "non decorre" : Parole.giorno(giorno);
	}

	@Override
	protected void completa(DelegateTask task, Modulo modulo) {
		String decisione = modulo.testo("decisione", "Confermare?");
		long numero = ApplicaDifferimento.DIFFERIMENTO.leggi(task);
		StatoAtto nuovo = switch (decisione) {
			case "conferma" -> StatoAtto.IN_CORSO;
			case "annulla" -> StatoAtto.ANNULLATO;
			default -> throw Rifiuto.nonValido("Scelta «%s» sconosciuta: confermi o annulli.", decisione);
		};
		this.ufficio.differimenti().passa(numero, StatoAtto.DA_CONFERMARE, nuovo, this.ufficio.autore());
		ApplicaDifferimento.CONFERMATO.scrivi(task.getExecution(), nuovo == StatoAtto.IN_CORSO);
	}

}
