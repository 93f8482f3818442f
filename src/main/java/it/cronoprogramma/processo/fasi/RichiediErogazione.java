package it.cronoprogramma.processo.fasi;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Dossier;
import it.cronoprogramma.candidatura.Dossier.Voce;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Richiedere l'erogazione, once the dossier holds what the request needs. Access
 * credentials are never stored.
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
		Dossier dossier = ufficio().documenti().dossier(c, avviso.pacchetto());
		dati.put("dossier",
				dossier.voci()
					.stream()
					.map((v) -> Map.of("voce", v.nome(), "esito", v.esito(), "dove", v.dove()))
					.toList());
		dati.put("mancano", dossier.mancanti().size());
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		List<Voce> mancanti = ufficio().documenti().dossier(c, avviso(c).pacchetto()).mancanti();
		if (!mancanti.isEmpty()) {
			throw Rifiuto.nonValido(
					"Il dossier di erogazione non è completo. %s: %s. Apra la pagina della candidatura %s e carichi "
							+ "quello che manca, poi torni qui.",
					(mancanti.size() == 1) ? "Manca" : "Mancano",
					mancanti.stream().map(Voce::nome).collect(Collectors.joining("; ")), c.codice());
		}
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
