package it.cronoprogramma.processo.fasi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoAtto;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare un contratto, one supplier after the other, until contrattualizzazione is
 * declared concluded.
 */
@Component("registraContratto")
class RegistraContratto extends RegolaCandidatura {

	RegistraContratto(Ufficio ufficio) {
		super(ufficio, TipoTermine.CONTRATTUALIZZAZIONE);
	}

	private static final Pattern CIG = Pattern.compile("[A-Z0-9]{10}");

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("contratti",
				ufficio().candidature()
					.contratti(c.codice())
					.stream()
					.map((k) -> Map.of("fornitore", k.fornitore(), "tipoAtto", k.tipo().nome(), "numeroAtto",
							(k.numero() == null) ? "" : k.numero(), "dataContratto", Parole.giorno(k.data()), "cig",
							(k.cig() == null) ? "" : k.cig()))
					.toList());
		dati.put("inizioCompletamento", switch (avviso.decorrenzaCompletamento()) {
			case ULTIMO -> "Il termine per completare le attività decorrerà dalla data dell'ultimo contratto o, se "
					+ "tutti i contratti sono precedenti, dalla notifica del decreto.";
			case PRIMO -> "Il termine per completare le attività decorrerà dalla data del primo contratto o, se è "
					+ "precedente, dalla notifica del decreto.";
			case DECRETO -> "Il termine per completare le attività decorre già dalla pubblicazione del decreto di "
					+ "finanziamento, qualunque sia la data dei contratti.";
			case MANUALE -> "Il termine per completare le attività decorrerà dal giorno che il portale mostra dopo "
					+ "«Concludi la contrattualizzazione»: lo indichi quando conclude.";
		});
		dati.put("decorrenzaManuale",
				(avviso.decorrenzaCompletamento() == DecorrenzaCompletamento.MANUALE) ? "si" : "no");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String azione = modulo.testo("azione", "Che cosa registra");
		if (!List.of("altro", "ultimo", "concludi").contains(azione)) {
			throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi se ci sono altri contratti.", azione);
		}
		if (!azione.equals("concludi")) {
			Contratto contratto = new Contratto(modulo.testo("fornitore", "Fornitore", 200),
					TipoAtto.leggi(modulo.testo("tipoAtto", "Tipo di atto")),
					modulo.testoONullo("numeroAtto", "Numero dell'atto", 100),
					modulo.giorno("dataContratto", "Data del contratto"), cig(modulo));
			c.contrattualizza(contratto, avviso(c), autore);
			ufficio().candidature().inserisciContratto(c.codice(), contratto, autore);
		}
		boolean conclusa = !azione.equals("altro");
		if (conclusa) {
			c.concludiContratti(ufficio().candidature().contratti(c.codice()), avviso(c).decorrenzaCompletamento(),
					modulo.giornoFacoltativo("decorrenzaCompletamento", "Decorrenza del completamento").orElse(null),
					autore);
			adempi(task.getExecution(), c, c.contrattualizzata().orElseThrow(), autore);
		}
		FaseContrattualizzazione.CONTRATTI_CONCLUSI.scrivi(task.getExecution(), conclusa);
	}

	private static String cig(Modulo modulo) {
		String cig = modulo.testoONullo("cig", "CIG", 40);
		if (cig == null) {
			return null;
		}
		String pulito = cig.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		if (!CIG.matcher(pulito).matches()) {
			throw Rifiuto.nonValido("CIG «%s» non valido: servono 10 caratteri, lettere o cifre.", pulito);
		}
		return pulito;
	}

}
