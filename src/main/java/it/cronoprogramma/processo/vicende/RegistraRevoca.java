package it.cronoprogramma.processo.vicende;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.differimenti.DifferimentoDiretto;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.modello.ProcedimentoRevoca;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Differimento;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Registrare l'esito del procedimento di revoca: the decree, which is an act of the
 * Dipartimento, or its end without one, which may come with a rimessione in termini.
 */
@Component("registraRevoca")
class RegistraRevoca extends RegolaCandidatura {

	private final DifferimentoDiretto differimenti;

	RegistraRevoca(Ufficio ufficio, DifferimentoDiretto differimenti) {
		super(ufficio, null);
		this.differimenti = differimenti;
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("comunicataTesto", c.revocaComunicata().map(Parole::giornoEsteso).orElse(""));
		dati.put("rimissibile", daRimettere(c).isPresent() ? "si" : "no");
		dati.put("terminiTesto", TerminiCheCorrono.elenco(ufficio().scadenze().pendenti(c.codice())));
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		String esito = modulo.testoFacoltativo("esito", "Esito del procedimento").orElse("decretata");
		String motivi = modulo.testo("motivi", "Motivi", 400);
		switch (esito) {
			case "decretata" -> c.revoca(modulo.testo("numeroAtto", "Numero dell'atto", 60),
					modulo.giorno("dataRevoca", "Data dell'atto"), modulo.testo("protocollo", "Protocollo", 100),
					motivi, autore);
			case "archiviata" -> archivia(task, c, motivi);
			case "rimessa" -> {
				String atto = modulo.testo("numeroAtto", "Numero dell'atto", 60);
				LocalDate data = modulo.giorno("dataRevoca", "Data dell'atto");
				rimetti(task, c, modulo.giorno("nuovaData", "Nuova scadenza"), atto, data, autore);
				archivia(task, c, "rimessione in termini, " + atto + " del " + Parole.giorno(data) + ": " + motivi);
			}
			default -> throw Rifiuto.nonValido("Esito «%s» sconosciuto: indichi se la revoca è decretata o archiviata.",
					esito);
		}
		ProcedimentoRevoca.DECRETATA.scrivi(task.getExecution(), esito.equals("decretata"));
		ProcedimentoRevoca.MOTIVO.scrivi(task.getExecution(), "revoca");
	}

	private static void archivia(DelegateTask task, Candidatura c, String motivi) {
		if (!task.getProcessDefinitionId().startsWith(ProcedimentoRevoca.CHIAVE)) {
			throw Rifiuto
				.conflitto("Questa candidatura è partita con una versione precedente del processo: registri la "
						+ "comunicazione con «Registrare la comunicazione di una revoca», poi l'esito in quel procedimento.");
		}
		c.archiviaRevoca(motivi);
	}

	/** The mancato term and, where it ends before the new day, the limit with it. */
	private void rimetti(DelegateTask task, Candidatura c, LocalDate giorno, String atto, LocalDate data,
			Autore autore) {
		Scadenza mancato = daRimettere(c).orElseThrow(() -> Rifiuto.conflitto(
				"Nessun termine della candidatura %s è scaduto: non c'è nulla da rimettere in termini.", c.codice()));
		rimetti(task, c, mancato, giorno, atto, data, autore);
		ufficio().scadenze()
			.trova(c.codice(), TipoTermine.LIMITE)
			.filter((limite) -> mancato.termine() == TipoTermine.COMPLETAMENTO && limite.governante().isBefore(giorno))
			.ifPresent((limite) -> rimetti(task, c, limite, giorno, atto, data, autore));
	}

	private void rimetti(DelegateTask task, Candidatura c, Scadenza s, LocalDate giorno, String atto, LocalDate data,
			Autore autore) {
		this.differimenti.registra(c, s, (numero) -> Differimento.rimessione(numero, giorno, atto, data), null, autore,
				task.getProcessEngineServices());
	}

	private Optional<Scadenza> daRimettere(Candidatura c) {
		TipoTermine tipo = (c.fase() == Stato.FINANZIATA) ? TipoTermine.CONTRATTUALIZZAZIONE
				: TipoTermine.COMPLETAMENTO;
		return ufficio().scadenze()
			.trova(c.codice(), tipo)
			.filter((s) -> c.fase().terminiDavanti() && s.governante().isBefore(ufficio().oggi()));
	}

}
