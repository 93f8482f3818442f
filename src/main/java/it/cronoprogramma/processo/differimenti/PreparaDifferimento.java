package it.cronoprogramma.processo.differimenti;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import it.cronoprogramma.candidatura.AttoAttivo;
import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.EffettoDifferimento;
import it.cronoprogramma.candidatura.RegoleDifferimento;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.differimenti.ScelteDifferimento.Scelta;
import it.cronoprogramma.processo.modello.ApplicaDifferimento;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.processo.moduli.ModuloDiAvvio;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Contatore;
import it.cronoprogramma.termine.Differimento;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * Preparare l'anteprima: reads the act and the candidatura it is to reach, works out what
 * it would do to each, and hands the preview to whoever confirms it. No date moves yet.
 */
@Component("preparaDifferimento")
class PreparaDifferimento extends ModuloDiAvvio {

	private final Ufficio ufficio;

	PreparaDifferimento(Ufficio ufficio) {
		this.ufficio = ufficio;
	}

	@Override
	protected void avvia(DelegateExecution execution, Modulo modulo) {
		Autore autore = this.ufficio.autore();
		long numero = this.ufficio.differimenti().nuovoNumero();
		AttoDifferimento bozza = atto(numero, modulo, autore);
		AttoDifferimento revocato = revocato(bozza);
		ScelteDifferimento scelte = new ScelteDifferimento(this.ufficio);
		Scelta scelta = scelte.leggi(modulo);
		if (revocato != null) {
			scelta = soloRaggiunte(scelta, revocato);
		}
		AttoDifferimento atto = bozza.per(scelta.ambito(), scelte.visibileA(scelta.candidature()));
		List<Riga> righe = anteprima(atto, revocato, scelta, scelte, autore);
		if (righe.isEmpty()) {
			throw Rifiuto.nonValido("Nessuna di queste candidature ha termini che corrono: sono tutte chiuse.");
		}
		long possibili = righe.stream().filter((r) -> r.esito() == Esito.DA_APPLICARE).count();
		if (possibili == 0) {
			throw Rifiuto.nonValido("Nessuna candidatura può ricevere questo differimento. La prima: %s, %s",
					righe.get(0).candidatura(), righe.get(0).effetto());
		}
		this.ufficio.differimenti().inserisci(atto, righe);
		execution.getProcessEngineServices()
			.getRuntimeService()
			.createProcessInstanceByKey(ApplicaDifferimento.CHIAVE)
			.businessKey("D%06d".formatted(numero))
			.setVariable(ApplicaDifferimento.ENTE_ID.nome(), atto.visibileA())
			.setVariable(ApplicaDifferimento.DIFFERIMENTO.nome(), numero)
			.setVariable(ApplicaDifferimento.DESCRIZIONE.nome(), descrizione(atto))
			.setVariable(ApplicaDifferimento.TOTALE.nome(), (int) possibili)
			.setVariable(ApplicaDifferimento.APPLICATE.nome(), 0)
			.execute();
	}

	private static String descrizione(AttoDifferimento atto) {
		return atto.inParole() + ", " + atto.termineInParole() + ", " + atto.attoConData();
	}

	private List<Riga> anteprima(AttoDifferimento atto, AttoDifferimento revocato, Scelta scelta,
			ScelteDifferimento scelte, Autore autore) {
		List<String> codici = scelta.candidature().stream().map(Candidatura::codice).toList();
		Map<String, List<Scadenza>> scadenze = this.ufficio.scadenze().tutte(codici);
		Map<String, List<AttoAttivo>> attivi = this.ufficio.differimenti().attivi(codici);
		List<Riga> righe = new ArrayList<>();
		List<String> errori = new ArrayList<>();
		for (Candidatura c : scelta.candidature()) {
			if (!scelta.puntuale() && chiusa(c, scadenze.getOrDefault(c.codice(), List.of()))) {
				continue;
			}
			String ente = scelte.nomeEnte(c);
			try {
				EffettoDifferimento e = this.ufficio.regole()
					.effetto(atto, revocato, c.fase(), scadenze.getOrDefault(c.codice(), List.of()),
							attivi.getOrDefault(c.codice(), List.of()), autore);
				righe.add(new Riga(c.codice(), ente, c.avviso(), Esito.DA_APPLICARE, e.prima(), e.dopo(), e.testo()));
			}
			catch (Rifiuto rifiuto) {
				righe.add(new Riga(c.codice(), ente, c.avviso(), Esito.ESCLUSO, null, null, rifiuto.getMessage()));
				errori.add(scelta.riga(righe.size()) + c.codice() + " (" + ente + "): "
						+ senzaPunto(rifiuto.getMessage()));
			}
		}
		if (scelta.puntuale()) {
			ScelteDifferimento.rifiuta(errori);
		}
		return righe;
	}

	/** Nobody who thinks of an avviso thinks of what is over. */
	private static boolean chiusa(Candidatura c, List<Scadenza> scadenze) {
		return !c.fase().terminiDavanti()
				&& scadenze.stream().noneMatch((s) -> s.pendente() && s.termine().differibile());
	}

	private static String senzaPunto(String testo) {
		return testo.endsWith(".") ? testo.substring(0, testo.length() - 1) : testo;
	}

	private AttoDifferimento revocato(AttoDifferimento bozza) {
		if (bozza.revoca() == null) {
			return null;
		}
		AttoDifferimento revocato = this.ufficio.differimenti().leggi(bozza.revoca());
		if (!this.ufficio.vede(revocato.visibileA())) {
			throw Rifiuto.nonTrovato("Il differimento n. %s non esiste.", bozza.revoca());
		}
		if (revocato.effetto() == null) {
			throw Rifiuto.nonValido(
					"Il differimento n. %s è già una revoca: per ripristinare registri di nuovo l'atto.",
					bozza.revoca());
		}
		if (revocato.stato() != StatoAtto.CONCLUSO) {
			throw Rifiuto.conflitto("Il differimento n. %s è «%s»: si revoca quando è concluso.", bozza.revoca(),
					revocato.stato().nome());
		}
		return revocato;
	}

	private Scelta soloRaggiunte(Scelta scelta, AttoDifferimento revocato) {
		if (scelta.puntuale()) {
			return scelta;
		}
		Set<String> raggiunte = Set.copyOf(this.ufficio.differimenti().candidatureAttive(revocato.numero()));
		List<Candidatura> restano = scelta.candidature()
			.stream()
			.filter((c) -> raggiunte.contains(c.codice()))
			.toList();
		if (restano.isEmpty()) {
			throw Rifiuto.conflitto(
					"Il differimento n. %s non vale per nessuna di queste candidature, o è già stato " + "revocato.",
					revocato.numero());
		}
		return new Scelta(restano, scelta.ambito(), false, false);
	}

	private static AttoDifferimento atto(long numero, Modulo modulo, Autore autore) {
		String tipo = modulo.testo("tipo", "Che cosa si registra");
		String atto = modulo.testo("atto", "Atto", 200);
		LocalDate data = modulo.giorno("dataAtto", "Data dell'atto");
		String nota = modulo.testoONullo("nota", "Nota", 2000);
		if (tipo.equals("revoca")) {
			RegoleDifferimento.dataAtto(data, autore);
			return new AttoDifferimento(numero, null, null, (long) modulo.intero("revocato", "Atto da revocare"), atto,
					data, nota, "", "", StatoAtto.DA_CONFERMARE, autore);
		}
		Differimento effetto = effetto(numero, tipo, modulo, atto, data);
		TipoTermine termine = tipo.equals("sospensione") ? null : termine(modulo.testo("termine", "Termine"));
		RegoleDifferimento.controlla(effetto, termine, autore);
		return new AttoDifferimento(numero, termine, effetto, null, atto, data, nota, "", "", StatoAtto.DA_CONFERMARE,
				autore);
	}

	private static Differimento effetto(long numero, String tipo, Modulo modulo, String atto, LocalDate data) {
		try {
			return switch (tipo) {
				case "proroga" -> Differimento.proroga(numero, contatore(modulo.testo("contatore", "Contatore")),
						modulo.intero("giorni", "Giorni concessi"), atto, data);
				case "mesi" -> Differimento.mesi(numero, modulo.intero("mesi", "Mesi in più"), atto, data);
				case "data-fissa" ->
					Differimento.dataFissa(numero, modulo.giorno("nuovaData", "Nuova data"), atto, data);
				case "sospensione" -> Differimento.sospensione(numero, modulo.giorno("sospesoDal", "Sospeso dal"),
						modulo.giorno("sospesoAl", "Sospeso al"), atto, data);
				case "rimessione" ->
					Differimento.rimessione(numero, modulo.giorno("nuovaData", "Nuova data"), atto, data);
				default -> throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi che cosa si registra.", tipo);
			};
		}
		catch (IllegalArgumentException ex) {
			throw Rifiuto.nonValido("%s", ex.getMessage());
		}
	}

	private static Contatore contatore(String nome) {
		for (Contatore c : Contatore.values()) {
			if (c.name().equalsIgnoreCase(nome)) {
				return c;
			}
		}
		throw Rifiuto.nonValido(
				"Contatore «%s» sconosciuto: scelga tra automatica, eccezionale, via PEC, via piattaforma.", nome);
	}

	private static TipoTermine termine(String codice) {
		try {
			return TipoTermine.leggi(codice);
		}
		catch (IllegalArgumentException ex) {
			throw Rifiuto.nonValido("Termine «%s» sconosciuto: lo scelga dall'elenco.", codice);
		}
	}

}
