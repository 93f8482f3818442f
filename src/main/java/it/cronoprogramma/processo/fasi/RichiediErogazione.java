package it.cronoprogramma.processo.fasi;

import java.util.Map;
import java.util.regex.Pattern;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Richiedere l'erogazione. Access credentials are never stored.
 */
@Component("richiediErogazione")
class RichiediErogazione extends RegolaCandidatura {

	RichiediErogazione(Ufficio ufficio) {
		super(ufficio, null);
	}

	private static final Pattern CONTO = Pattern.compile("TU-\\d{3}-\\d{6}");

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("primoGiorno", avviso.erogazioneDal().map(Parole::giorno).orElse(""));
		dati.put("conCredenziali", avviso.pacchetto().sito() ? "si" : "no");
		dati.put("importo", Parole.euro(c.importo().orElseThrow()));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		modulo.richiediSpunta("allegato5Firmato", "l'Allegato 5 è firmato dal legale rappresentante");
		modulo.richiediSpunta("creFirmato", "il certificato di regolare esecuzione è firmato");
		c.richiediErogazione(modulo.giorno("dataRichiesta", "Data della richiesta"), avviso(c), conto(modulo),
				modulo.spuntato("credenzialiConsegnate"), autore);
	}

	private static String conto(Modulo modulo) {
		if (modulo.spuntato("fuoriTesoreriaUnica")) {
			return null;
		}
		String conto = modulo.testo("contoTesoreria", "Conto di tesoreria", 20);
		if (!CONTO.matcher(conto).matches()) {
			throw Rifiuto.nonValido("Conto di tesoreria «%s» non valido: serve la forma TU-123-456789, non l'IBAN.",
					conto);
		}
		return conto;
	}

}
