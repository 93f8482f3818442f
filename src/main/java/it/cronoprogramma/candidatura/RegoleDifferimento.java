package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.candidatura.EffettoDifferimento.Cambio;
import it.cronoprogramma.candidatura.Scadenza.StatoScadenza;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.CalcoloTermine;
import it.cronoprogramma.termine.Computo;
import it.cronoprogramma.termine.DateTermine;
import it.cronoprogramma.termine.Differimento;
import it.cronoprogramma.termine.Differimento.Tipo;

/**
 * Which act may change which term of a candidatura, and what comes of it (dominio 2.6 and
 * 3.3; docs/adr/0008).
 */
public final class RegoleDifferimento {

	private static final int ANNI_MASSIMI = 10;

	private static final LocalDate PRIMO_ATTO = LocalDate.of(2000, 1, 1);

	private final CalcoloTermine calcolo;

	private final LocalDate tetto;

	/**
	 * With a way of counting.
	 * @param calcolo how terms are counted
	 * @param tetto the day beyond which completion cannot go, or {@code null}
	 */
	public RegoleDifferimento(CalcoloTermine calcolo, LocalDate tetto) {
		this.calcolo = calcolo;
		this.tetto = tetto;
	}

	/**
	 * The dates of a term that opens, or opens again. An act registered before, that sets
	 * a day before the anchor, cannot hold for it and is left out.
	 * @param tipo which term
	 * @param computo the term before any act
	 * @param contrattualizzazione the term of contrattualizzazione, which hands on to the
	 * limit what it was granted; empty if it does not run
	 * @param attivi the acts that count on the candidatura
	 * @return the dates and why they are so
	 */
	public DateTermine date(TipoTermine tipo, Computo computo, Optional<Computo> contrattualizzazione,
			List<AttoAttivo> attivi) {
		List<AttoAttivo> possibili = attivi.stream()
			.filter((a) -> a.effetto().al() == null || a.effetto().tipo() == Tipo.SOSPENSIONE
					|| !a.effetto().al().isBefore(computo.decorrenza()))
			.toList();
		return calcola(tipo, computo, contrattualizzazione, possibili);
	}

	/**
	 * What an act would do to a candidatura. Nothing is changed.
	 * @param atto the act
	 * @param revocato the act that it undoes, {@code null} unless it is a revoca
	 * @param stato the candidatura's phase
	 * @param scadenze every term that runs, or ran, against it
	 * @param attivi the acts that count on it
	 * @param autore who wants to know, and when
	 * @return the terms that change
	 * @throws Rifiuto if the act cannot be applied to this candidatura, with the reason
	 */
	public EffettoDifferimento effetto(AttoDifferimento atto, AttoDifferimento revocato, Stato stato,
			List<Scadenza> scadenze, List<AttoAttivo> attivi, Autore autore) {
		AttoDifferimento efficace = (atto.effetto() == null) ? revocato : atto;
		TipoTermine termine = efficace.termine();
		Optional<Scadenza> propria = scadenze.stream()
			.filter((s) -> s.termine() == termine)
			.max(Comparator.comparing((Scadenza s) -> s.pendente() ? 1 : 0).thenComparing(Scadenza::ultimoEvento));
		ammesso(efficace, stato, scadenze, propria, autore);
		List<AttoAttivo> dopo = new ArrayList<>(attivi);
		if (atto.effetto() != null) {
			dopo.add(new AttoAttivo(termine, atto.effetto()));
		}
		else if (!dopo.removeIf((a) -> a.effetto().numero() == revocato.numero())) {
			throw Rifiuto.conflitto("il differimento n. %s non vale per questa candidatura, o è già stato revocato.",
					revocato.numero());
		}
		List<Cambio> tutti = scadenze.stream()
			.filter((s) -> cambiabile(s, stato))
			.map((s) -> new Cambio(s, ricalcola(s, scadenze, dopo)))
			.toList();
		List<Cambio> cambi = tutti.stream().filter(Cambio::mossa).toList();
		Optional<Cambio> principale = tutti.stream()
			.filter((c) -> termine == null || c.prima().termine() == termine)
			.min(Comparator.comparing((Cambio c) -> c.prima().governante()));
		String senza = (termine != null && propria.isEmpty())
				? termine.nome() + ": non decorre ancora, varrà dal suo inizio" : "nessuna data cambia";
		return EffettoDifferimento.di(cambi, principale, senza);
	}

	/**
	 * Checks what can be checked without a candidatura.
	 * @param effetto what is asked for
	 * @param termine the term it is asked for, {@code null} for all
	 * @param autore who asks, and when
	 * @throws Rifiuto if a date is impossible or the term cannot be changed this way
	 */
	public static void controlla(Differimento effetto, TipoTermine termine, Autore autore) {
		if (termine != null && !termine.differibile()) {
			throw Rifiuto.nonValido("Il termine «%s» è un periodo che deve durare: non si differisce.", termine.nome());
		}
		if (effetto.tipo() == Tipo.SOSPENSIONE && termine != null && !termine.sospendibile()) {
			throw Rifiuto.nonValido("Il termine «%s» non si sospende: è un giorno uguale per tutti.", termine.nome());
		}
		if (termine == null && effetto.tipo() != Tipo.SOSPENSIONE) {
			throw Rifiuto
				.nonValido("Indichi quale termine si differisce: solo una sospensione per legge li tocca tutti.");
		}
		dataAtto(effetto.dataAtto(), autore);
		LocalDate ultimo = autore.oggi().plusYears(ANNI_MASSIMI);
		if (effetto.al() != null && effetto.al().isAfter(ultimo)) {
			throw Rifiuto.nonValido("Data %s troppo lontana: al massimo %s, tra dieci anni.",
					Parole.giorno(effetto.al()), Parole.giorno(ultimo));
		}
		if (effetto.tipo() == Tipo.RIMESSIONE && effetto.al().isBefore(autore.oggi())) {
			throw Rifiuto.nonValido("Rimessione in termini fino al %s: quel giorno è già passato.",
					Parole.giorno(effetto.al()));
		}
	}

	/**
	 * Checks the date of an act.
	 * @param data the date
	 * @param autore who gives it, and when
	 * @throws Rifiuto if it lies in the future or cannot be
	 */
	public static void dataAtto(LocalDate data, Autore autore) {
		if (data.isAfter(autore.oggi())) {
			throw Rifiuto.nonValido("Data dell'atto %s: è nel futuro, oggi è il %s.", Parole.giorno(data),
					Parole.giorno(autore.oggi()));
		}
		if (data.isBefore(PRIMO_ATTO)) {
			throw Rifiuto.nonValido("Data dell'atto %s: troppo lontana nel passato.", Parole.giorno(data));
		}
	}

	private void ammesso(AttoDifferimento atto, Stato stato, List<Scadenza> scadenze, Optional<Scadenza> propria,
			Autore autore) {
		Tipo tipo = atto.effetto().tipo();
		if (scadenze.stream().noneMatch((s) -> cambiabile(s, stato)) && !stato.terminiDavanti()) {
			throw Rifiuto.conflitto("è nello stato «%s»: nessun termine corre più.", stato.nome());
		}
		if (atto.termine() == null) {
			return;
		}
		if (propria.isEmpty()) {
			if (!stato.terminiDavanti()) {
				throw Rifiuto.conflitto("è nello stato «%s»: il termine «%s» non corre.", stato.nome(),
						atto.termine().nome());
			}
			if (tipo == Tipo.RIMESSIONE || tipo == Tipo.PORTALE) {
				throw Rifiuto.conflitto("il termine «%s» non decorre ancora.", atto.termine().nome());
			}
			return;
		}
		Scadenza s = propria.get();
		if (!cambiabile(s, stato)) {
			throw Rifiuto.conflitto("il termine «%s» è già adempiuto.", s.termine().nome());
		}
		if (tipo == Tipo.PORTALE && !s.pendente()) {
			throw Rifiuto.conflitto("il termine «%s» non corre in questo momento.", s.termine().nome());
		}
		boolean scaduta = s.stato() == StatoScadenza.SCADUTA || s.fine().isBefore(autore.quando());
		if (tipo == Tipo.RIMESSIONE && atto.stato() == StatoAtto.DA_CONFERMARE && !scaduta) {
			throw Rifiuto.conflitto(
					"il termine «%s» non è scaduto (%s): per spostarlo registri una proroga o una nuova data.",
					s.termine().nome(), Parole.giorno(s.governante()));
		}
		LocalDate decorrenza = s.date().decorrenza();
		boolean contato = s.date().termine() != null;
		if (contato && (tipo.fissa() || tipo == Tipo.PORTALE) && atto.effetto().al().isBefore(decorrenza)) {
			throw Rifiuto.nonValido("la data %s precede la decorrenza del termine «%s», %s.",
					Parole.giorno(atto.effetto().al()), s.termine().nome(), Parole.giorno(decorrenza));
		}
	}

	/** A term that was met may run again while the outcome is awaited or fought. */
	private static boolean cambiabile(Scadenza s, Stato stato) {
		return s.termine().differibile() && (s.pendente() || (s.termine().riapribile() && stato.puoRiaprire()));
	}

	private DateTermine ricalcola(Scadenza s, List<Scadenza> tutte, List<AttoAttivo> attivi) {
		Optional<Computo> contratti = tutte.stream()
			.filter((altra) -> altra.termine() == TipoTermine.CONTRATTUALIZZAZIONE)
			.findFirst()
			.map(Scadenza::computo);
		return date(s.termine(), s.computo(), contratti, attivi);
	}

	private DateTermine calcola(TipoTermine tipo, Computo computo, Optional<Computo> contrattualizzazione,
			List<AttoAttivo> attivi) {
		List<Differimento> propri = new ArrayList<>(
				attivi.stream().filter((a) -> a.riguarda(tipo)).map(AttoAttivo::effetto).toList());
		if (tipo == TipoTermine.LIMITE && contrattualizzazione.isPresent()) {
			propri.addAll(this.calcolo.trasmessi(contrattualizzazione.get(),
					attivi.stream()
						.filter((a) -> a.riguarda(TipoTermine.CONTRATTUALIZZAZIONE))
						.map(AttoAttivo::effetto)
						.toList()));
		}
		return this.calcolo.calcola(computo, cheLoRaggiungono(computo, propri), tipo.sottoTetto() ? this.tetto : null);
	}

	/**
	 * A law that suspends every term is no act on one that it does not reach: the portal
	 * need not be read again for it.
	 */
	private List<Differimento> cheLoRaggiungono(Computo computo, List<Differimento> atti) {
		if (atti.stream().noneMatch((d) -> d.tipo() == Tipo.PORTALE)) {
			return atti;
		}
		List<Differimento> altri = atti.stream().filter((d) -> d.tipo() != Tipo.SOSPENSIONE).toList();
		return atti.stream()
			.filter((d) -> d.tipo() != Tipo.SOSPENSIONE || muove(computo, altri, d)
					|| muove(computo, senza(atti, d), d))
			.toList();
	}

	private boolean muove(Computo computo, List<Differimento> altri, Differimento d) {
		List<Differimento> con = new ArrayList<>(altri);
		con.add(d);
		return !this.calcolo.calcola(computo, con, null)
			.civile()
			.equals(this.calcolo.calcola(computo, altri, null).civile());
	}

	private static List<Differimento> senza(List<Differimento> atti, Differimento d) {
		return atti.stream().filter((altro) -> altro != d).toList();
	}

}
