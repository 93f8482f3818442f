package it.cronoprogramma.processo.fasi;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.candidatura.Attivita;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare un contratto, one supplier after the other, until every activity has one and
 * contrattualizzazione is declared concluded.
 */
@Component("registraContratto")
class RegistraContratto extends RegolaCandidatura {

	private final LetturaContratto lettura;

	RegistraContratto(Ufficio ufficio, LetturaContratto lettura) {
		super(ufficio, TipoTermine.CONTRATTUALIZZAZIONE);
		this.lettura = lettura;
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		List<Contratto> contratti = ufficio().candidature().contratti(c.codice());
		dati.put("contratti",
				contratti.stream()
					.map((k) -> Map.of("fornitore", k.realizzatore().perEsteso(), "tipoAtto",
							k.atto() + ((k.cig() == null) ? "" : ", CIG " + k.cig()), "dataContratto",
							Parole.giorno(k.data()), "attivita", Attivita.inParole(k.attivita())))
					.toList());
		attivita(c, contratti, dati);
		fornitori(c, dati);
		dati.put("inizioCompletamento", inizioCompletamento(c, avviso.decorrenzaCompletamento(), contratti));
		dati.put("contrattiInRitardo", inRitardo(c, contratti));
		dati.put("decorrenzaManuale",
				(avviso.decorrenzaCompletamento() == DecorrenzaCompletamento.MANUALE) ? "si" : "no");
	}

	private void attivita(Candidatura c, List<Contratto> contratti, Map<String, Object> dati) {
		List<Attivita> tutte = this.lettura.attivita(c);
		List<Attivita> scoperte = Attivita.scoperte(tutte, contratti);
		List<String> codici = scoperte.stream().map(Attivita::codice).toList();
		dati.put("senzaContratto", scoperte.isEmpty() ? "Ogni attività ha un contratto."
				: "Ancora senza contratto: " + Attivita.inParole(scoperte) + ".");
		dati.put("scoperte", codici);
		dati.put("attivitaPacchetto",
				Stream
					.concat(scoperte.stream().map((a) -> Map.of("value", a.codice(), "label", a.nome())),
							tutte.stream()
								.filter((a) -> !codici.contains(a.codice()))
								.map((a) -> Map.of("value", a.codice(), "label", a.nome() + " (ha già un contratto)")))
					.toList());
		dati.put("attivita", codici);
	}

	private void fornitori(Candidatura c, Map<String, Object> dati) {
		List<Map<String, String>> scelte = new ArrayList<>();
		scelte.add(Map.of("value", "nuovo", "label", "Nuovo: lo scrivo qui sotto"));
		this.lettura.noti(c).forEach((f) -> scelte.add(Map.of("value", f.id(), "label", f.perEsteso())));
		dati.put("fornitoriNoti", scelte);
		dati.put("soggetto", "fornitore");
		dati.put("fornitoreNoto", "nuovo");
	}

	private static String inizioCompletamento(Candidatura c, DecorrenzaCompletamento politica,
			List<Contratto> contratti) {
		String regola = switch (politica) {
			case ULTIMO -> "Il termine per completare le attività decorrerà dalla data dell'ultimo contratto o, se "
					+ "tutti i contratti sono precedenti, dalla notifica del decreto.";
			case PRIMO -> "Il termine per completare le attività decorrerà dalla data del primo contratto o, se è "
					+ "precedente, dalla notifica del decreto.";
			case DECRETO -> "Il termine per completare le attività decorre già dalla pubblicazione del decreto di "
					+ "finanziamento, qualunque sia la data dei contratti.";
			case MANUALE -> "Il termine per completare le attività decorrerà dal giorno che il portale mostra dopo "
					+ "«Concludi la contrattualizzazione»: lo indichi quando conclude.";
		};
		LocalDate notifica = c.decreto().orElseThrow().giorno();
		return regola + c.decorrenza(contratti, politica)
			.map((dal) -> " Con i contratti registrati finora: dal " + Parole.giorno(dal)
					+ (dal.equals(notifica) ? ", notifica del decreto." : "."))
			.orElse("");
	}

	private String inRitardo(Candidatura c, List<Contratto> contratti) {
		return ufficio().scadenze()
			.trova(c.codice(), TipoTermine.CONTRATTUALIZZAZIONE)
			.map((s) -> contratti.stream()
				.filter((k) -> k.ingaggia() && k.data().isAfter(s.governante()))
				.map((k) -> k.fornitore() + " (" + Parole.giorno(k.data()) + ")")
				.collect(Collectors.joining(", ")))
			.orElse("");
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String azione = modulo.testo("azione", "Che cosa registra");
		if (!List.of("altro", "ultimo", "concludi").contains(azione)) {
			throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi se ci sono altri contratti.", azione);
		}
		if (!azione.equals("concludi")) {
			Contratto contratto = this.lettura.contratto(modulo, c, autore);
			c.contrattualizza(contratto, avviso(c), autore);
			ufficio().candidature().inserisciContratto(c.codice(), contratto, autore);
		}
		boolean conclusa = !azione.equals("altro");
		if (conclusa) {
			c.concludiContratti(ufficio().candidature().contratti(c.codice()), this.lettura.attivita(c),
					avviso(c).decorrenzaCompletamento(),
					modulo.giornoFacoltativo("decorrenzaCompletamento", "Decorrenza del completamento").orElse(null),
					autore);
			adempi(task.getExecution(), c, c.contrattualizzata().orElseThrow(), autore);
		}
		FaseContrattualizzazione.CONTRATTI_CONCLUSI.scrivi(task.getExecution(), conclusa);
	}

}
