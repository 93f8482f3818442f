package it.cronoprogramma.processo.termini;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Decorrenze;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Origine;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.candidatura.VoceStoria;
import it.cronoprogramma.processo.Radice;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.modello.ControlloCampione;
import it.cronoprogramma.processo.modello.FaseContrattualizzazione;
import it.cronoprogramma.processo.modello.FaseCup;
import it.cronoprogramma.termine.Computo;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/**
 * Opens a term: computes its dates from the event just recorded and from the acts already
 * registered for it, and tells the phase and the avviso's instance which day governs.
 */
final class ApriTermine implements JavaDelegate {

	private final TipoTermine tipo;

	private final Ufficio ufficio;

	ApriTermine(TipoTermine tipo, Ufficio ufficio) {
		this.tipo = tipo;
		this.ufficio = ufficio;
	}

	@Override
	public void execute(DelegateExecution execution) {
		Autore autore = this.ufficio.autore();
		String codice = execution.getProcessBusinessKey();
		// only these look at the terms that ran before them
		List<Scadenza> altre = (this.tipo.riapribile() || this.tipo.ripetibile())
				? this.ufficio.scadenze().tutte(codice) : List.of();
		Optional<Scadenza> precedente = altre.stream()
			.filter((s) -> s.termine() == this.tipo && this.tipo.riapribile())
			.findFirst();
		Computo computo = switch (this.tipo) {
			case CONTROLLO -> dalControllo(execution);
			case INTEGRAZIONE ->
				Decorrenze.integrazione(this.ufficio.candidature().integrazioneAperta(codice).orElseThrow());
			default -> precedente.map(Scadenza::computo).orElseGet(() -> daiFatti(codice));
		};
		DateTermine date = this.ufficio.regole()
			.date(this.tipo, computo, di(altre, TipoTermine.CONTRATTUALIZZAZIONE),
					this.ufficio.differimenti().attivi(codice));
		Scadenza s = precedente.map((p) -> this.ufficio.scadenze().riapri(p, date, autore.quando()))
			.orElseGet(() -> nuova(codice, computo, date, autore));
		this.ufficio.candidature()
			.narra(codice, List.of(new VoceStoria("Termine aperto: " + this.tipo.nome(), s.date().spiegazione(), null,
					Parole.giorno(s.governante()))), autore);
		diPiu(execution, s);
		Radice.di(execution)
			.corrono(Stream
				.concat(altre.stream().filter((altra) -> altra.pendente() && !altra.id().equals(s.id())), Stream.of(s))
				.sorted(Comparator.comparing(Scadenza::governante))
				.toList());
	}

	/** What was published late is not news: it is told as missed, not as just missed. */
	private Scadenza nuova(String codice, Computo computo, DateTermine date, Autore autore) {
		boolean finita = !Roma.fineGiorno(date.governante()).isAfter(autore.quando());
		if (finita && this.ufficio.candidature().leggi(codice).origine() == Origine.PUBBLICATA) {
			return this.ufficio.scadenze().apriScaduta(codice, this.tipo, computo.evento(), date, autore.quando());
		}
		return this.ufficio.scadenze().apri(codice, this.tipo, computo.evento(), date, autore.quando());
	}

	private static Optional<Computo> di(List<Scadenza> tutte, TipoTermine tipo) {
		return tutte.stream().filter((s) -> s.termine() == tipo).findFirst().map(Scadenza::computo);
	}

	private Computo daiFatti(String codice) {
		Candidatura c = this.ufficio.candidature().leggi(codice);
		Avviso avviso = this.ufficio.catalogo().avviso(c.avviso());
		return Decorrenze.di(this.tipo, c, avviso,
				c.cronoprogramma(this.ufficio.catalogo().cronoprogramma(avviso.codice(), c.popolazione())));
	}

	private Computo dalControllo(DelegateExecution execution) {
		return Decorrenze
			.controllo(this.ufficio.candidature().controllo(ControlloCampione.CONTROLLO.leggi(execution)).pec());
	}

	/**
	 * The variables of a term bear the same names in every phase; the limit, which runs
	 * beside the phase's own term, has names of its own.
	 */
	private void diPiu(DelegateExecution execution, Scadenza s) {
		if (this.tipo == TipoTermine.LIMITE) {
			FaseContrattualizzazione.LIMITE_ID.scrivi(execution, s.id());
			FaseContrattualizzazione.LIMITE.scrivi(execution, s.governante().toString());
			return;
		}
		FaseCup.TERMINE.scrivi(execution, this.tipo.nome());
		FaseCup.SCADENZA_ID.scrivi(execution, s.id());
		FaseCup.SCADENZA.scrivi(execution, s.governante().toString());
	}

}
