package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

/**
 * A candidatura: what an ente asked for on an avviso, and every fact recorded since. Each
 * method is one act of the office; it obeys the rules of the avvisi, refuses in Italian
 * what does not, and leaves a line in the story. Nothing is changed by a refused act.
 */
public final class Candidatura {

	/** Until 31 December of the fifth year after that of erogazione (FAQ 02/004/001). */
	private static final int ANNI_DI_MANTENIMENTO = 5;

	String codice;

	String ente;

	String avviso;

	/** The phase; what is shown may lie over it. */
	Stato fase;

	final Vicende vicende = new Vicende();

	String predecessore;

	Instant creata;

	int popolazione;

	String fascia;

	BigDecimal importo;

	Avvio sitoAvvio;

	ScenarioPartenza scenarioPartenza;

	Protocollo protocollo;

	Adesione adesione;

	Instant inviata;

	String protocolloInvio;

	Notifica ammissibilita;

	Cup cup;

	LocalDate cupInserito;

	String decretoNumero;

	LocalDate decretoData;

	Notifica decreto;

	LocalDate decretoPubblicato;

	BigDecimal importoDecretato;

	TerminiAllegato terminiAllegato = TerminiAllegato.DELLA_TABELLA;

	LocalDate contrattualizzata;

	LocalDate decorrenzaCompletamento;

	LocalDate attoRicognitivo;

	String sitoUrl;

	LocalDate sitoOnline;

	boolean sitoVerificato;

	LocalDate completata;

	Esito asseverazioneEsito;

	LocalDate asseverazioneData;

	LocalDate erogazioneRichiesta;

	String contoTesoreria;

	boolean credenzialiConsegnate;

	LocalDate erogata;

	BigDecimal importoErogato;

	Integer annoVerificato;

	Origine origine = Origine.UFFICIO;

	/** Whether a process follows it. */
	boolean seguita = true;

	/** The day of the decree that ended it. */
	LocalDate conclusa;

	int versione;

	private final List<VoceStoria> nuoveVoci = new ArrayList<>();

	Candidatura() {
	}

	/**
	 * Opens a candidatura as a draft.
	 * @param codice its code
	 * @param ente who asks
	 * @param avviso on which avviso
	 * @param fascia the ente's fascia in that avviso
	 * @param autore who opens it
	 * @return the draft
	 * @throws Rifiuto if the avviso has not opened yet
	 */
	public static Candidatura apri(String codice, Ente ente, Avviso avviso, FasciaImporto fascia, Autore autore) {
		if (autore.oggi().isBefore(avviso.apertura())) {
			throw Rifiuto.nonValido("L'avviso «%s» apre il %s: prima non si può presentare la candidatura.",
					avviso.titolo(), Parole.giorno(avviso.apertura()));
		}
		Candidatura c = new Candidatura();
		c.codice = codice;
		c.ente = ente.id();
		c.avviso = avviso.codice();
		c.creata = autore.quando();
		c.popolazione = ente.popolazione();
		c.fascia = fascia.fascia();
		c.fase = Stato.BOZZA;
		c.annota("Candidatura aperta", avviso.titolo(), null, Stato.BOZZA.nome());
		return c;
	}

	/**
	 * A candidatura first heard of in the published data. What they do not tell is
	 * missing: CUP day, PEC, package. The decree's date stands for that of its
	 * notification, which cannot be earlier: a term that runs from it errs on the safe
	 * side.
	 * @param codice its code
	 * @param ente the ente's id
	 * @param avviso the avviso's code
	 * @param fatti what is published
	 * @param abitanti the inhabitants that its fascia stands for, 0 where nothing is
	 * known
	 * @param fascia its fascia, or {@code null}
	 * @param seguita whether a process is to follow it
	 * @param autore who imports it
	 * @return the candidatura, financed
	 */
	public static Candidatura pubblicata(String codice, String ente, String avviso, FattiPubblicati fatti, int abitanti,
			String fascia, boolean seguita, Autore autore) {
		Candidatura c = new Candidatura();
		c.codice = codice;
		c.ente = ente;
		c.avviso = avviso;
		c.creata = autore.quando();
		c.popolazione = abitanti;
		c.fascia = fascia;
		c.origine = Origine.PUBBLICATA;
		c.seguita = seguita;
		c.fase = Stato.FINANZIATA;
		c.inviata = fatti.inviata();
		c.fatti(fatti);
		c.annota("Candidatura nota dai dati pubblicati", fatti.inParole(), null, Stato.FINANZIATA.nome());
		return c;
	}

	private void fatti(FattiPubblicati fatti) {
		this.importo = fatti.importo();
		this.importoDecretato = fatti.importo();
		this.cup = fatti.cup();
		this.decretoNumero = fatti.decreto();
		this.decretoData = fatti.finanziata();
		this.decretoPubblicato = fatti.finanziata();
		this.decreto = new Notifica(Roma.alle(fatti.finanziata(), LocalTime.NOON), "non noto");
	}

	/**
	 * Takes over what the published data correct, where nobody else knows better: amount,
	 * CUP, decree.
	 * @param fatti what is published now
	 * @return whether the day has changed from which terms run
	 */
	public boolean correggi(FattiPubblicati fatti) {
		annotaSeDiverso("Importo del decreto", Parole.euro(this.importoDecretato), Parole.euro(fatti.importo()));
		annotaSeDiverso("CUP", (this.cup == null) ? null : this.cup.codice(), fatti.cup().codice());
		annotaSeDiverso("Decreto di finanziamento", this.decretoNumero + " del " + Parole.giorno(this.decretoData),
				fatti.inParole());
		boolean altroGiorno = !fatti.finanziata().equals(this.decretoData);
		fatti(fatti);
		return altroGiorno;
	}

	private void annotaSeDiverso(String fatto, String prima, String dopo) {
		if (!dopo.equals(prima)) {
			annota(fatto, "dati pubblicati", prima, dopo);
		}
	}

	/**
	 * Takes over that the money was paid, as published.
	 * @param giorno the day
	 * @throws Rifiuto if it is over or paid already, or the decree is not known
	 */
	public void pubblicataErogazione(LocalDate giorno) {
		if (this.fase.finita() || this.fase.dopoErogazione() || this.importoDecretato == null) {
			throw Rifiuto.conflitto("La candidatura %s è nello stato «%s»: l'erogazione non si può riportare.",
					this.codice, stato().nome());
		}
		this.erogata = giorno;
		this.importoErogato = this.importoDecretato;
		this.vicende.concluse();
		passa(Stato.LIQUIDATA, "Contributo erogato",
				"dati pubblicati: " + Parole.euro(this.importoErogato) + ", " + Parole.giorno(giorno));
	}

	/**
	 * Takes over that a rinuncia was decreed, as published.
	 * @param giorno the day
	 * @throws Rifiuto if it is over already
	 */
	public void pubblicataRinuncia(LocalDate giorno) {
		if (this.fase.finita()) {
			throw Rifiuto.conflitto("La candidatura %s è già nello stato «%s».", this.codice, stato().nome());
		}
		this.conclusa = giorno;
		this.erogata = null;
		this.importoErogato = null;
		passa(Stato.RINUNCIATA, "Rinuncia decretata", "dati pubblicati, dal " + Parole.giorno(giorno));
	}

	/**
	 * Takes over that a candidatura which no process follows is financed after all, as
	 * published.
	 * @param seguita whether a process is to follow it from now on
	 */
	public void pubblicatoFinanziamento(boolean seguita) {
		this.seguita = seguita;
		if (this.fase != Stato.FINANZIATA) {
			this.conclusa = null;
			this.erogata = null;
			this.importoErogato = null;
			passa(Stato.FINANZIATA, "Finanziamento di nuovo pubblicato", "dati pubblicati");
		}
	}

	/**
	 * Gives a candidatura that no process followed the fascia it needs to be followed.
	 * @param abitanti the inhabitants that stand for it
	 * @param nuova the fascia
	 */
	public void inFascia(int abitanti, String nuova) {
		this.popolazione = abitanti;
		this.fascia = nuova;
	}

	/**
	 * Passes to another ente, as published: one that no process follows.
	 * @param nuovo the other ente
	 * @param prima the name of the ente so far
	 * @param dopo the name of the other ente
	 */
	public void passaA(String nuovo, String prima, String dopo) {
		this.ente = nuovo;
		annota("Ente", "dati pubblicati", prima, dopo);
	}

	/**
	 * Composes the package of a candidatura that is financed already, because only its
	 * amount was published.
	 * @param scelta what the ente chose in its domanda
	 * @param catalogo codes of the services that the avviso finances, where it has a list
	 * @param importi the amounts of the ente's fascia
	 * @throws Rifiuto if a choice is wrong, or the amount that follows is not the one
	 * granted
	 */
	public void componiFinanziato(Composizione scelta, Collection<String> catalogo, FasciaImporto importi) {
		inStato(Stato.FINANZIATA);
		if (importi.nota()) {
			BigDecimal calcolato = scelta.importo(catalogo, importi);
			if (calcolato.compareTo(this.importoDecretato) != 0) {
				throw Rifiuto.nonValido(
						"Questo pacchetto vale %s, il decreto ne concede %s: scelga i servizi che sono nella domanda.",
						Parole.euro(calcolato), Parole.euro(this.importoDecretato));
			}
		}
		scelta(scelta);
		annota("Pacchetto finanziato composto", scelta.inParole(), null, Parole.euro(this.importoDecretato));
	}

	private void scelta(Composizione scelta) {
		this.sitoAvvio = scelta.sito();
		this.scenarioPartenza = scelta.scenario();
		this.protocollo = scelta.protocollo();
		this.adesione = scelta.adesione();
	}

	/**
	 * Composes the package, from which the amount follows.
	 * @param scelta what the ente chooses
	 * @param catalogo codes of the services that the avviso finances, where it has a list
	 * @param importi the amounts of the ente's fascia
	 * @throws Rifiuto if a choice is missing, a service is unknown or chosen twice, or if
	 * there are too few or too many
	 */
	public void componi(Composizione scelta, Collection<String> catalogo, FasciaImporto importi) {
		inStato(Stato.BOZZA);
		BigDecimal prima = this.importo;
		this.importo = scelta.importo(catalogo, importi);
		scelta(scelta);
		annota("Pacchetto composto", scelta.inParole(), (prima == null) ? null : Parole.euro(prima),
				Parole.euro(this.importo));
	}

	/**
	 * Records that the domanda was sent from the portal.
	 * @param su the avviso, which must be open at that instant
	 * @param chiusura the last day for sending, which a decree may have put off
	 * @param giorno day of sending, Rome
	 * @param ora hour of sending, Rome
	 * @param protocollo number that the portal gave, or {@code null}
	 * @param autore who records it
	 * @throws Rifiuto if it was sent before the opening, after the closing or in the
	 * future
	 */
	public void invia(Avviso su, LocalDate chiusura, LocalDate giorno, LocalTime ora, String protocollo,
			Autore autore) {
		inStato(Stato.BOZZA);
		if (this.importo == null) {
			throw Rifiuto.nonValido("Il pacchetto non è ancora composto: lo componga, poi registri l'invio.");
		}
		Instant istante = Roma.alle(giorno, ora);
		if (istante.isAfter(Roma.fineGiorno(chiusura))) {
			throw Rifiuto.nonValido(
					"L'avviso si è chiuso il %s alle 23:59: una domanda inviata il %s alle %s non è " + "ammissibile.",
					Parole.giorno(chiusura), Parole.giorno(giorno), Parole.ora(ora));
		}
		if (giorno.isBefore(su.apertura())) {
			throw Rifiuto.nonValido("L'avviso ha aperto il %s: la domanda non può essere stata inviata il %s.",
					Parole.giorno(su.apertura()), Parole.giorno(giorno));
		}
		if (istante.isAfter(autore.quando())) {
			throw Rifiuto.nonValido("Invio del %s alle %s: è nel futuro. Indichi quando la domanda è stata inviata.",
					Parole.giorno(giorno), Parole.ora(ora));
		}
		this.inviata = istante;
		this.protocolloInvio = protocollo;
		passa(Stato.INVIATA, "Domanda inviata",
				conProtocollo("portale, " + Parole.giorno(giorno) + " " + Parole.ora(ora), protocollo));
	}

	/** Withdraws the candidatura before it is sent. */
	public void ritira() {
		inStato(Stato.BOZZA);
		passa(Stato.RITIRATA, "Candidatura ritirata", null);
	}

	/**
	 * Takes the place of an earlier candidatura of the same ente on the same avviso, or
	 * with the same services (dominio 2.5). The earlier one may still await the decree of
	 * its rinuncia: that is told, not refused.
	 * @param precedente the earlier one
	 * @throws Rifiuto if it still counts for its avviso
	 */
	public void succede(Candidatura precedente) {
		inStato(Stato.BOZZA);
		if (precedente.viva()) {
			throw Rifiuto
				.conflitto(
						"La candidatura %s è nello stato «%s»: se ne presenta un'altra al suo posto dopo una rinuncia, "
								+ "un ritiro, una revoca o una decadenza.",
						precedente.codice, precedente.stato().nome());
		}
		this.predecessore = precedente.codice;
		annota("Candidatura ripresentata", "dopo la " + precedente.codice + ", " + precedente.stato().nome(), null,
				null);
	}

	/**
	 * Records the PEC of ammissibilità, from which the days for the CUP run.
	 * @param notifica the PEC
	 * @param riserva the reserve under which it was admitted, or {@code null}
	 * @throws Rifiuto if it is older than the domanda
	 */
	public void ammetti(Notifica notifica, String riserva) {
		inStato(Stato.INVIATA);
		dopoLaDomanda(notifica);
		this.ammissibilita = notifica;
		if (riserva == null) {
			passa(Stato.AMMESSA, "Candidatura ammessa", atto(notifica));
		}
		else {
			passa(Stato.AMMESSA_CON_RISERVA, "Candidatura ammessa con riserva", atto(notifica) + ": " + riserva);
		}
	}

	/**
	 * Records that the candidatura was not admitted.
	 * @param notifica the PEC
	 * @param motivo the reason given
	 * @throws Rifiuto if the PEC is older than the domanda
	 */
	public void nonAmmetti(Notifica notifica, String motivo) {
		inStato(Stato.INVIATA);
		dopoLaDomanda(notifica);
		this.ammissibilita = notifica;
		passa(Stato.NON_AMMESSA, "Candidatura non ammessa", atto(notifica) + ": " + motivo);
	}

	/**
	 * Records the CUP entered in the portal.
	 * @param nuovo the CUP
	 * @param giorno the day it was entered
	 * @param prefisso how the ente's other CUPs begin, where it has any
	 * @param confermato whether the operator confirms a CUP that begins differently
	 * @param autore who records it
	 * @throws Rifiuto if the day is impossible, or the CUP looks like another comune's
	 * and nobody confirmed it
	 */
	public void inserisciCup(Cup nuovo, LocalDate giorno, Optional<String> prefisso, boolean confermato,
			Autore autore) {
		cup(nuovo, giorno, prefisso, confermato, autore);
		passa(Stato.CUP_INSERITO, "CUP inserito", "portale, " + Parole.giorno(giorno));
	}

	/**
	 * Records a CUP that was entered after its term, which is perentorio: the candidatura
	 * stays where it is until somebody has judged (FAQ 05/003/039).
	 * @param nuovo the CUP
	 * @param giorno the day it was entered
	 * @param entro the last day of the term
	 * @param prefisso how the ente's other CUPs begin, where it has any
	 * @param confermato whether the operator confirms a CUP that begins differently
	 * @param autore who records it
	 * @throws Rifiuto as {@link #inserisciCup}
	 */
	public void inserisciCupTardivo(Cup nuovo, LocalDate giorno, LocalDate entro, Optional<String> prefisso,
			boolean confermato, Autore autore) {
		cup(nuovo, giorno, prefisso, confermato, autore);
		annota("CUP inserito fuori termine",
				"portale, " + Parole.giorno(giorno) + ": scadeva il " + Parole.giorno(entro), null, null);
	}

	/**
	 * Records that the CUP was not entered within its term.
	 * @param entro the last day of the term
	 * @param autore who records it
	 * @throws Rifiuto if the term still runs
	 */
	public void mancaCup(LocalDate entro, Autore autore) {
		inStato(Stato.AMMESSA, Stato.AMMESSA_CON_RISERVA);
		if (!autore.oggi().isAfter(entro)) {
			throw Rifiuto.nonValido("Il termine per il CUP scade il %s: c'è ancora tempo per inserirlo nel portale.",
					Parole.giorno(entro));
		}
		annota("CUP non inserito nel termine", "scadeva il " + Parole.giorno(entro), null, null);
	}

	/**
	 * Declares that the missed term of the CUP has cost the financing.
	 * @param motivo on what this rests
	 */
	public void decade(String motivo) {
		inStato(Stato.AMMESSA, Stato.AMMESSA_CON_RISERVA);
		passa(Stato.NON_FINANZIABILE, "Candidatura non finanziabile", motivo);
	}

	/**
	 * Goes on although the CUP came late, because the Dipartimento has accepted it.
	 * @param motivo on what this rests
	 * @return the day the CUP was entered
	 * @throws Rifiuto if no CUP is recorded
	 */
	public LocalDate accogliCupTardivo(String motivo) {
		inStato(Stato.AMMESSA, Stato.AMMESSA_CON_RISERVA);
		if (this.cup == null) {
			throw Rifiuto.nonValido("Il CUP non è stato inserito: senza CUP la candidatura non può proseguire.");
		}
		passa(Stato.CUP_INSERITO, "CUP accolto fuori termine", motivo);
		return this.cupInserito;
	}

	private void cup(Cup nuovo, LocalDate giorno, Optional<String> prefisso, boolean confermato, Autore autore) {
		inStato(Stato.AMMESSA, Stato.AMMESSA_CON_RISERVA);
		nonNelFuturo("inserimento del CUP", giorno, autore);
		nonPrima("inserimento del CUP", giorno, "notifica di ammissibilità", this.ammissibilita.giorno());
		if (prefisso.isPresent() && !prefisso.get().equals(nuovo.prefisso()) && !confermato) {
			throw Rifiuto.nonValido(
					"Il CUP %s comincia con %s, gli altri CUP dell'ente con %s: forse è di un altro "
							+ "comune. Lo verifichi; se è giusto, spunti la conferma.",
					nuovo, nuovo.prefisso(), prefisso.get());
		}
		String prima = (this.cup == null) ? null : this.cup.codice();
		this.cup = nuovo;
		this.cupInserito = giorno;
		annota("CUP", null, prima, nuovo.codice());
	}

	/**
	 * Records the decreto di finanziamento and its notification, from which
	 * contrattualizzazione runs.
	 * @param atto the decree
	 * @param su the avviso, which may let completamento run from the decree's publication
	 * @param importi the amounts of the ente's fascia: where no source gives them the
	 * decree's amount is the right one, else it is the domanda's
	 * @param autore who records it
	 * @throws Rifiuto if a date is missing or impossible, or the amount cannot be
	 */
	public void finanzia(Decreto atto, Avviso su, FasciaImporto importi, Autore autore) {
		inStato(Stato.CUP_INSERITO);
		nonNelFuturo("decreto", atto.data(), autore);
		nonPrima("decreto", atto.data(), "inserimento del CUP", this.cupInserito);
		nonPrima("notifica del decreto", atto.notifica().giorno(), "decreto", atto.data());
		if (su.decorrenzaCompletamento() == DecorrenzaCompletamento.DECRETO) {
			if (atto.pubblicato() == null) {
				throw Rifiuto
					.nonValido("Per questo avviso il completamento decorre dalla pubblicazione del decreto: ne "
							+ "indichi il giorno.");
			}
			nonNelFuturo("pubblicazione del decreto", atto.pubblicato(), autore);
			nonPrima("pubblicazione del decreto", atto.pubblicato(), "decreto", atto.data());
		}
		importoDecretato(atto.importo(), importi);
		this.decretoNumero = atto.numero();
		this.decretoData = atto.data();
		this.decreto = atto.notifica();
		this.decretoPubblicato = atto.pubblicato();
		this.terminiAllegato = atto.termini();
		passa(Stato.FINANZIATA, "Finanziamento decretato",
				atto.numero() + " del " + Parole.giorno(atto.data()) + ", " + atto(atto.notifica()));
		atto.termini().inParole().ifPresent((t) -> annota("Termini letti nell'Allegato 2", null, null, t));
	}

	private void importoDecretato(BigDecimal decretato, FasciaImporto importi) {
		if (decretato.compareTo(this.importo) != 0) {
			if (importi.nota()) {
				throw Rifiuto
					.nonValido(
							"Importo del decreto %s, importo della domanda %s: devono coincidere. Verifichi "
									+ "l'elenco degli enti finanziati.",
							Parole.euro(decretato), Parole.euro(this.importo));
			}
			annota("Importo del decreto", null, Parole.euro(this.importo), Parole.euro(importi.dichiarato(decretato)));
			this.importo = decretato;
		}
		this.importoDecretato = decretato;
	}

	/**
	 * Records the act that engages a supplier. It may be older than the decree:
	 * activities already begun count from the day that the avviso sets (dominio 2.7).
	 * @param contratto the act
	 * @param su the avviso
	 * @param autore who records it
	 * @throws Rifiuto if the act lies in the future or before the avviso allows
	 */
	public void contrattualizza(Contratto contratto, Avviso su, Autore autore) {
		inStato(Stato.FINANZIATA);
		controllaData(contratto, su, autore);
		annota((contratto.tipo() == TipoAtto.ATTO_RICOGNITIVO) ? "Atto ricognitivo registrato" : "Contratto registrato",
				contratto.atto() + ", per: " + Attivita.inParole(contratto.attivita()), null,
				contratto.fornitore() + ", " + Parole.giorno(contratto.data()));
		ricognitivo(contratto);
	}

	/**
	 * Records what was agreed upon with a supplier after contrattualizzazione was
	 * concluded. No term moves (FAQ 011).
	 * @param addendum the act
	 * @param su the avviso
	 * @param autore who records it
	 * @throws Rifiuto if contrattualizzazione is not concluded or the candidatura is
	 * over, or if the act lies in the future or before the avviso allows
	 */
	public void aggiungiAddendum(Contratto addendum, Avviso su, Autore autore) {
		if (this.contrattualizzata == null) {
			throw Rifiuto
				.conflitto("La contrattualizzazione della candidatura %s non è conclusa: registri il contratto "
						+ "con l'attività «Registrare un contratto».", this.codice);
		}
		if (this.fase.finita()) {
			throw Rifiuto.conflitto("La candidatura %s è nello stato «%s»: non si registrano più addenda.", this.codice,
					this.fase.nome());
		}
		controllaData(addendum, su, autore);
		annota((addendum.tipo() == TipoAtto.ATTO_RICOGNITIVO) ? "Atto ricognitivo registrato" : "Addendum registrato",
				addendum.atto() + ": " + addendum.oggetto() + ", per: " + Attivita.inParole(addendum.attivita()), null,
				addendum.fornitore() + ", " + Parole.giorno(addendum.data())
						+ "; il termine di completamento non si sposta");
		ricognitivo(addendum);
	}

	private void controllaData(Contratto contratto, Avviso su, Autore autore) {
		nonNelFuturo("contratto", contratto.data(), autore);
		su.avviataDal().filter((dal) -> contratto.data().isBefore(dal)).ifPresent((dal) -> {
			throw Rifiuto.nonValido("Contratto del %s: l'avviso ammette attività avviate dal %s.",
					Parole.giorno(contratto.data()), Parole.giorno(dal));
		});
	}

	private void ricognitivo(Contratto contratto) {
		if (contratto.tipo() == TipoAtto.ATTO_RICOGNITIVO) {
			this.attoRicognitivo = contratto.data();
		}
	}

	/**
	 * Declares contrattualizzazione concluded, which it is when every activity has a
	 * contract (dominio 2.1 C). Completamento runs from the last contract (seed 001,
	 * "Chiarimenti", D.26), from the first, from the day that the portal shows or from
	 * the publication of the decree, as the avviso says; where the contract is older,
	 * from the notification of the decree (dominio 2.7).
	 * @param contratti all acts recorded
	 * @param attivita the activities of the package
	 * @param politica from which contract completamento runs
	 * @param letta the day that the portal shows, {@code null} unless the policy is
	 * MANUALE
	 * @param autore who declares it
	 * @throws Rifiuto if there is no contract, an activity has none, or the day is
	 * missing or impossible
	 */
	public void concludiContratti(List<Contratto> contratti, List<Attivita> attivita, DecorrenzaCompletamento politica,
			LocalDate letta, Autore autore) {
		inStato(Stato.FINANZIATA);
		List<LocalDate> date = date(contratti);
		if (date.isEmpty()) {
			throw Rifiuto.nonValido(
					"Nessun contratto è registrato: registri almeno un fornitore, poi concluda la contrattualizzazione.");
		}
		List<Attivita> scoperte = Attivita.scoperte(attivita, contratti);
		if (!scoperte.isEmpty()) {
			throw Rifiuto
				.nonValido(
						"Ancora senza contratto: %s. La contrattualizzazione si conclude quando ogni attività "
								+ "ha un contratto: registri prima i contratti che mancano.",
						Attivita.inParole(scoperte));
		}
		LocalDate ultimo = date.get(date.size() - 1);
		this.decorrenzaCompletamento = switch (politica) {
			case ULTIMO, PRIMO -> decorrenza(contratti, politica).orElseThrow();
			case MANUALE -> letta(letta, autore);
			case DECRETO -> this.decretoPubblicato;
		};
		this.contrattualizzata = ultimo;
		passa(Stato.CONTRATTI_CONCLUSI, "Contrattualizzazione conclusa", "ultimo contratto " + Parole.giorno(ultimo)
				+ ", completamento dal " + Parole.giorno(this.decorrenzaCompletamento));
	}

	/**
	 * The day from which completamento would run if contrattualizzazione were concluded
	 * now, where contracts decide about it.
	 * @param contratti all acts recorded
	 * @param politica from which contract completamento runs
	 * @return the day, empty without contracts and where the avviso does not count from
	 * them
	 */
	public Optional<LocalDate> decorrenza(List<Contratto> contratti, DecorrenzaCompletamento politica) {
		List<LocalDate> date = date(contratti);
		if (date.isEmpty()) {
			return Optional.empty();
		}
		return switch (politica) {
			case ULTIMO -> Optional.of(nonPrimaDelDecreto(date.get(date.size() - 1)));
			case PRIMO -> Optional.of(nonPrimaDelDecreto(date.get(0)));
			case MANUALE, DECRETO -> Optional.empty();
		};
	}

	private static List<LocalDate> date(List<Contratto> contratti) {
		return contratti.stream().filter(Contratto::ingaggia).map(Contratto::data).sorted().toList();
	}

	private LocalDate nonPrimaDelDecreto(LocalDate contratto) {
		LocalDate notificato = this.decreto.giorno();
		return contratto.isBefore(notificato) ? notificato : contratto;
	}

	private LocalDate letta(LocalDate giorno, Autore autore) {
		if (giorno == null) {
			throw Rifiuto.nonValido("Per questo avviso il completamento decorre dal giorno che il portale mostra: lo "
					+ "indichi per concludere la contrattualizzazione.");
		}
		nonNelFuturo("decorrenza del completamento", giorno, autore);
		nonPrima("decorrenza del completamento", giorno, "notifica del decreto", this.decreto.giorno());
		return giorno;
	}

	/**
	 * The day from which completamento runs, once contrattualizzazione is concluded.
	 * @return the day
	 */
	public Optional<LocalDate> decorrenzaCompletamento() {
		return Optional.ofNullable(this.decorrenzaCompletamento);
	}

	/**
	 * Whether completamento runs from the notification of the decree because the contract
	 * that would count is older.
	 * @return {@code true} if it does
	 */
	boolean contrattiPrimaDelDecreto() {
		return this.decreto.giorno().equals(this.decorrenzaCompletamento)
				&& !this.decorrenzaCompletamento.equals(this.contrattualizzata);
	}

	/**
	 * Records how far the site has come.
	 * @param verifica what was found
	 * @param autore who found it
	 * @throws Rifiuto if it is declared concluded and something is missing
	 */
	public void verificaSito(Verifica verifica, Autore autore) {
		inStato(Stato.CONTRATTI_CONCLUSI, Stato.IN_RIELABORAZIONE);
		verifica.controlla("sito", autore);
		this.sitoUrl = verifica.url();
		this.sitoOnline = verifica.online();
		this.sitoVerificato = verifica.conclusa();
		annota(verifica.conclusa() ? "Sito verificato" : "Sito in verifica", verifica.url(), null,
				verifica.progresso());
	}

	/**
	 * Records how far a service has come.
	 * @param servizio the service as it stood
	 * @param verifica what was found
	 * @param autore who found it
	 * @return the service as it stands now
	 * @throws Rifiuto if it is declared concluded and something is missing
	 */
	public ServizioFinanziato verificaServizio(ServizioFinanziato servizio, Verifica verifica, Autore autore) {
		inStato(Stato.CONTRATTI_CONCLUSI, Stato.IN_RIELABORAZIONE);
		verifica.controlla("servizio", autore);
		annota((verifica.conclusa() ? "Servizio verificato: " : "Servizio in verifica: ") + servizio.servizio(),
				verifica.url(), null, verifica.progresso());
		return servizio.verificato(verifica.url(), verifica.online(), verifica.conclusa());
	}

	/**
	 * Records that services of the package are active and conforming.
	 * @param servizi the services, as they stood
	 * @param giorno the day they became active
	 * @param prova what proves it: an identifier, a receipt
	 * @param criteri the criteria that were held against them, all met
	 * @param autore who records it
	 * @return the services as they stand now
	 * @throws Rifiuto if there is none, or the day lies in the future
	 */
	public List<ServizioFinanziato> attiva(List<ServizioFinanziato> servizi, LocalDate giorno, String prova,
			List<Criterio> criteri, Autore autore) {
		inStato(Stato.CONTRATTI_CONCLUSI, Stato.IN_RIELABORAZIONE);
		if (servizi.isEmpty()) {
			throw Rifiuto.nonValido("Nessun servizio è indicato: scelga quelli che sono attivi.");
		}
		nonNelFuturo("attivazione", giorno, autore);
		for (ServizioFinanziato s : servizi) {
			annota("Servizio attivo", taglia(s.nome()) + ": " + prova, null,
					Parole.giorno(giorno) + ", criteri rispettati: " + criteri.size());
		}
		return servizi.stream().map((s) -> s.verificato(prova, giorno, true)).toList();
	}

	/**
	 * Records a step that the avviso asks for, before the domanda or during
	 * completamento.
	 * @param adempimento the step
	 * @param autore who records it
	 * @throws Rifiuto if its day lies in the future
	 */
	public void registra(Adempimento adempimento, Autore autore) {
		inStato(Stato.BOZZA, Stato.CONTRATTI_CONCLUSI, Stato.IN_RIELABORAZIONE);
		nonNelFuturo(Parole.minuscola(adempimento.tipo().nome()), adempimento.giorno(), autore);
		annota(adempimento.tipo().nome(), adempimento.riferimento(), null, Parole.giorno(adempimento.giorno()));
	}

	private static String taglia(String nome) {
		return (nome.length() <= 200) ? nome : nome.substring(0, 199) + "…";
	}

	/**
	 * Declares that everything is done: all that the package holds is online and
	 * conforming. It may be older than the last contract where an atto ricognitivo
	 * explains why (FAQ 02/004/044, 07/010).
	 * @param giorno the day on which completion was declared in the portal
	 * @param pacchetto what the avviso finances
	 * @param servizi the services of the package
	 * @param autore who declares it
	 * @throws Rifiuto if something is not verified or the day is impossible
	 */
	public void completa(LocalDate giorno, Pacchetto pacchetto, List<ServizioFinanziato> servizi, Autore autore) {
		inStato(Stato.CONTRATTI_CONCLUSI, Stato.IN_RIELABORAZIONE);
		nonNelFuturo("completamento", giorno, autore);
		if (this.attoRicognitivo == null && giorno.isBefore(this.contrattualizzata)) {
			throw Rifiuto.nonValido(
					"Data di completamento %s: non può precedere ultimo contratto (%s). Se è giusta, un atto ricognitivo "
							+ "ne dà ragione: lo registri con «Registrare un addendum», poi dichiari il completamento.",
					Parole.giorno(giorno), Parole.giorno(this.contrattualizzata));
		}
		List<String> mancanti = new ArrayList<>();
		if (pacchetto.sito() && !this.sitoVerificato) {
			mancanti.add("sito");
		}
		servizi.stream().filter((s) -> !s.verificato()).map(ServizioFinanziato::nome).forEach(mancanti::add);
		if (!mancanti.isEmpty()) {
			throw Rifiuto.nonValido("Manca la verifica di: %s. Senza, il contributo non spetta nemmeno in parte.",
					String.join(", ", mancanti));
		}
		if (pacchetto.sito()) {
			nonPrima("completamento", giorno, "messa in linea del sito", this.sitoOnline);
		}
		for (ServizioFinanziato s : servizi) {
			nonPrima("completamento", giorno, "messa in linea di " + s.nome(), s.online());
		}
		this.completata = giorno;
		passa(Stato.IN_VERIFICA, "Completamento dichiarato", "portale, " + Parole.giorno(giorno));
	}

	/**
	 * Records the outcome of asseverazione (dominio 2.9).
	 * @param esito the outcome
	 * @param giorno the day it was communicated
	 * @param protocollo the number under which the ente recorded it
	 * @param motivi the reasons, needed unless it is positive
	 * @param termine the last day of completamento: partial only until then, negative
	 * only afterwards
	 * @param inammissibile whether it is negative for another reason than the term, e.g.
	 * double financing
	 * @param autore who records it
	 * @throws Rifiuto if the day is impossible, reasons are missing or the outcome does
	 * not go with the term
	 */
	public void assevera(Esito esito, LocalDate giorno, String protocollo, String motivi, LocalDate termine,
			boolean inammissibile, Autore autore) {
		inStato(Stato.IN_VERIFICA);
		nonNelFuturo("esito", giorno, autore);
		nonPrima("esito", giorno, "completamento", this.completata);
		if (esito != Esito.POSITIVO && (motivi == null || motivi.isBlank())) {
			throw Rifiuto.nonValido("Scriva i motivi dell'esito %s: servono a chi deve rielaborare o rispondere.",
					esito.codice());
		}
		boolean scaduto = giorno.isAfter(termine);
		if (esito == Esito.PARZIALE && scaduto) {
			throw Rifiuto.nonValido(
					"Esito parziale del %s: il termine di completamento è scaduto il %s e dopo si può avere solo un "
							+ "esito positivo o negativo. Se il termine è stato spostato, registri prima il differimento.",
					Parole.giorno(giorno), Parole.giorno(termine));
		}
		if (esito == Esito.NEGATIVO && !scaduto && !inammissibile) {
			throw Rifiuto.nonValido(
					"Esito negativo del %s: il termine di completamento scade il %s. Prima l'esito è parziale, a meno "
							+ "che il progetto sia inammissibile: in tal caso lo spunti.",
					Parole.giorno(giorno), Parole.giorno(termine));
		}
		this.asseverazioneEsito = esito;
		this.asseverazioneData = giorno;
		Stato nuovo = switch (esito) {
			case POSITIVO -> Stato.COMPLETATA;
			case PARZIALE -> Stato.IN_RIELABORAZIONE;
			case NEGATIVO -> Stato.ASSEVERAZIONE_NEGATIVA;
		};
		passa(nuovo, "Asseverazione: esito " + esito.codice(),
				conProtocollo((motivi == null) ? "PEC del " + Parole.giorno(giorno) : motivi, protocollo));
	}

	/**
	 * Records that the Dipartimento asks for something, during asseverazione or the
	 * formal check.
	 * @param pec the PEC or the message in the portal
	 * @param richiesta what is asked for
	 * @throws Rifiuto if neither is under way, or it is older than what it is about
	 */
	public void chiediIntegrazione(Notifica pec, String richiesta) {
		inStato(Stato.IN_VERIFICA, Stato.EROGAZIONE_RICHIESTA);
		if (this.fase == Stato.IN_VERIFICA) {
			nonPrima("richiesta di integrazione", pec.giorno(), "completamento", this.completata);
		}
		else {
			nonPrima("richiesta di integrazione", pec.giorno(), "richiesta di erogazione", this.erogazioneRichiesta);
		}
		sovrapponi(() -> this.vicende.integrazione = true, "Integrazione richiesta", atto(pec) + ": " + richiesta);
	}

	/**
	 * Records the answer to what the Dipartimento asked for.
	 * @param giorno the day it was given
	 * @param richiesta the PEC that asked
	 * @param protocollo the number under which the ente recorded it
	 * @param autore who records it
	 * @throws Rifiuto if nothing was asked for or the day is impossible
	 */
	public void integra(LocalDate giorno, Notifica richiesta, String protocollo, Autore autore) {
		if (!this.vicende.integrazione) {
			throw nonOra();
		}
		nonNelFuturo("risposta", giorno, autore);
		nonPrima("risposta", giorno, "richiesta di integrazione", richiesta.giorno());
		sovrapponi(() -> this.vicende.integrazione = false, "Integrazione inviata",
				conProtocollo("portale, " + Parole.giorno(giorno), protocollo));
	}

	/**
	 * Records the request of erogazione. Access credentials are never stored, only that
	 * they were handed over.
	 * @param giorno the day of the request
	 * @param su the avviso, which may set a first day for it
	 * @param conto the account in tesoreria unica, or {@code null} if outside it
	 * @param credenziali whether access credentials were handed over
	 * @param autore who records it
	 * @throws Rifiuto if the day is impossible or the credentials were not handed over
	 */
	public void richiediErogazione(LocalDate giorno, Avviso su, String conto, boolean credenziali, Autore autore) {
		inStato(Stato.COMPLETATA);
		nonNelFuturo("richiesta di erogazione", giorno, autore);
		nonPrima("richiesta di erogazione", giorno, "esito dell'asseverazione", this.asseverazioneData);
		su.erogazioneDal().ifPresent((dal) -> {
			if (giorno.isBefore(dal)) {
				throw Rifiuto.nonValido("Per questo avviso l'erogazione si richiede dal %s.", Parole.giorno(dal));
			}
		});
		if (su.pacchetto().sito() && !credenziali) {
			throw Rifiuto.nonValido("Le credenziali di accesso vanno consegnate con la richiesta: confermi che è stato "
					+ "fatto. Qui non si scrivono mai.");
		}
		this.erogazioneRichiesta = giorno;
		this.contoTesoreria = conto;
		this.credenzialiConsegnate = credenziali;
		passa(Stato.EROGAZIONE_RICHIESTA, "Erogazione richiesta", "portale, " + Parole.giorno(giorno));
	}

	/**
	 * Records that the formal check is passed: the money is on its way.
	 * @param giorno the day it was communicated
	 * @param protocollo the number under which the ente recorded it, or {@code null}
	 * @param autore who records it
	 * @throws Rifiuto if the day is impossible
	 */
	public void superaVerificaFormale(LocalDate giorno, String protocollo, Autore autore) {
		inStato(Stato.EROGAZIONE_RICHIESTA);
		nonNelFuturo("esito della verifica formale", giorno, autore);
		nonPrima("esito della verifica formale", giorno, "richiesta di erogazione", this.erogazioneRichiesta);
		passa(Stato.IN_LIQUIDAZIONE, "Verifica formale superata",
				conProtocollo("portale, " + Parole.giorno(giorno), protocollo));
	}

	/**
	 * Records that the money arrived.
	 * @param giorno the day of the credit
	 * @param accreditato the amount, which is the decree's
	 * @param autore who records it
	 * @throws Rifiuto if the day is impossible or the amount is not the decree's
	 */
	public void eroga(LocalDate giorno, BigDecimal accreditato, Autore autore) {
		// candidature under way when the formal check was not yet recorded skip it
		inStato(Stato.EROGAZIONE_RICHIESTA, Stato.IN_LIQUIDAZIONE);
		if (this.vicende.rinunciaRichiesta != null) {
			throw Rifiuto.conflitto("Dal %s è in corso una rinuncia: registri prima il decreto di rinuncia, oppure che "
					+ "non è stata accolta.", Parole.giorno(this.vicende.rinunciaRichiesta));
		}
		nonNelFuturo("erogazione", giorno, autore);
		nonPrima("erogazione", giorno, "richiesta di erogazione", this.erogazioneRichiesta);
		if (accreditato.compareTo(this.importoDecretato) != 0) {
			throw Rifiuto.nonValido(
					"Importo accreditato %s, importo decretato %s: il contributo è forfettario e arriva "
							+ "per intero. Verifichi il mandato.",
					Parole.euro(accreditato), Parole.euro(this.importoDecretato));
		}
		this.erogata = giorno;
		this.importoErogato = accreditato;
		passa(Stato.LIQUIDATA, "Contributo erogato", Parole.euro(accreditato) + ", " + Parole.giorno(giorno));
	}

	/**
	 * Records that the Dipartimento announced the revoca: the procedure is open, the
	 * decree may or may not follow (dominio 2.1).
	 * @param pec the PEC
	 * @param motivi the reasons
	 * @throws Rifiuto if nothing is financed, the procedure is open already, or the PEC
	 * is older than the decreto di finanziamento
	 */
	public void comunicaRevoca(Notifica pec, String motivi) {
		finanziataOra();
		if (this.vicende.revocaComunicata != null) {
			throw Rifiuto.conflitto("Il procedimento di revoca è già aperto, dal %s.",
					Parole.giorno(this.vicende.revocaComunicata));
		}
		nonPrima("comunicazione di revoca", pec.giorno(), "notifica del decreto", this.decreto.giorno());
		sovrapponi(() -> this.vicende.revocaComunicata = pec.giorno(), "Revoca comunicata", atto(pec) + ": " + motivi);
	}

	/**
	 * Records the decree of revoca, an act of the Dipartimento.
	 * @param atto number of the decree
	 * @param giorno its date
	 * @param protocollo the number under which the ente recorded it
	 * @param motivi the reasons
	 * @param autore who records it
	 * @throws Rifiuto if nothing led to it or the day is impossible
	 */
	public void revoca(String atto, LocalDate giorno, String protocollo, String motivi, Autore autore) {
		if (this.vicende.revocaComunicata == null) {
			inStato(Stato.ASSEVERAZIONE_NEGATIVA);
			nonPrima("revoca", giorno, "esito dell'asseverazione", this.asseverazioneData);
		}
		else {
			nonPrima("revoca", giorno, "comunicazione di revoca", this.vicende.revocaComunicata);
		}
		nonNelFuturo("revoca", giorno, autore);
		this.conclusa = giorno;
		passa(Stato.REVOCATA, "Finanziamento revocato",
				conProtocollo(atto + " del " + Parole.giorno(giorno) + ": " + motivi, protocollo));
	}

	/**
	 * Records that the procedure of revoca ended without a decree. Where the outcome of
	 * asseverazione had been negative, work begins again.
	 * @param motivi on what this rests
	 * @throws Rifiuto if no procedure is open
	 */
	public void archiviaRevoca(String motivi) {
		if (this.vicende.revocaComunicata == null) {
			throw nonOra();
		}
		sovrapponi(() -> {
			this.vicende.revocaComunicata = null;
			if (this.fase == Stato.ASSEVERAZIONE_NEGATIVA) {
				this.fase = Stato.IN_RIELABORAZIONE;
			}
		}, "Revoca archiviata", motivi);
	}

	/**
	 * Gives the financing up. Until the Dipartimento decrees it the candidatura lives and
	 * its terms run (dominio 2.4).
	 * @param giorno the day it was asked for in the portal
	 * @param protocollo the number under which the ente recorded it, or {@code null}
	 * @param motivo why
	 * @param autore who records it
	 * @throws Rifiuto if the domanda was not sent, the money has arrived, it was asked
	 * for already, or the day is impossible
	 */
	public void rinuncia(LocalDate giorno, String protocollo, String motivo, Autore autore) {
		if (this.fase == Stato.BOZZA) {
			throw Rifiuto.conflitto("La domanda non è stata inviata: per rinunciare basta ritirarla, dall'attività "
					+ "«Comporre il pacchetto» o «Inviare la domanda».");
		}
		if (oltreLErogazione()) {
			throw Rifiuto.conflitto("La candidatura %s è nello stato «%s»: si può rinunciare dall'invio della domanda "
					+ "fino all'erogazione.", this.codice, stato().nome());
		}
		if (this.vicende.rinunciaRichiesta != null) {
			throw Rifiuto.conflitto("La rinuncia è già stata chiesta il %s: si attende il decreto.",
					Parole.giorno(this.vicende.rinunciaRichiesta));
		}
		nonNelFuturo("rinuncia", giorno, autore);
		nonPrima("rinuncia", giorno, "invio della domanda", Roma.giorno(this.inviata));
		sovrapponi(() -> this.vicende.rinunciaRichiesta = giorno, "Rinuncia richiesta",
				conProtocollo("portale, " + Parole.giorno(giorno), protocollo) + ": " + motivo);
	}

	/**
	 * Records the decree that makes the rinuncia complete.
	 * @param atto number of the decree
	 * @param giorno its date
	 * @param protocollo the number under which the ente recorded the PEC
	 * @param autore who records it
	 * @throws Rifiuto if no rinuncia was asked for or the day is impossible
	 */
	public void decretaRinuncia(String atto, LocalDate giorno, String protocollo, Autore autore) {
		conRinuncia();
		nonNelFuturo("decreto di rinuncia", giorno, autore);
		nonPrima("decreto di rinuncia", giorno, "richiesta di rinuncia", this.vicende.rinunciaRichiesta);
		this.conclusa = giorno;
		passa(Stato.RINUNCIATA, "Rinuncia decretata",
				conProtocollo(atto + " del " + Parole.giorno(giorno), protocollo));
	}

	/**
	 * Records that the rinuncia does not take place: taken back, or not granted.
	 * @param motivi on what this rests
	 * @throws Rifiuto if no rinuncia was asked for
	 */
	public void annullaRinuncia(String motivi) {
		conRinuncia();
		sovrapponi(() -> this.vicende.rinunciaRichiesta = null, "Rinuncia senza effetto", motivi);
	}

	private void conRinuncia() {
		if (this.vicende.rinunciaRichiesta == null) {
			throw nonOra();
		}
	}

	/**
	 * Withdraws a domanda that was sent, before the decreto di finanziamento: no decree
	 * is needed.
	 * @param giorno the day of the withdrawal
	 * @param protocollo the number under which the ente recorded it, or {@code null}
	 * @param motivo why
	 * @param autore who records it
	 * @throws Rifiuto if the decree has come, the domanda was not sent, or the day is
	 * impossible
	 */
	public void ritira(LocalDate giorno, String protocollo, String motivo, Autore autore) {
		if (!this.fase.primaDelDecreto()) {
			throw Rifiuto.conflitto("La candidatura %s è nello stato «%s»: dopo il decreto di finanziamento non si "
					+ "ritira, si rinuncia.", this.codice, stato().nome());
		}
		if (this.fase == Stato.BOZZA) {
			throw Rifiuto.conflitto("La domanda non è stata inviata: la ritiri dall'attività «Inviare la domanda».");
		}
		nonNelFuturo("ritiro", giorno, autore);
		nonPrima("ritiro", giorno, "invio della domanda", Roma.giorno(this.inviata));
		passa(Stato.RITIRATA, "Candidatura ritirata",
				conProtocollo("portale, " + Parole.giorno(giorno), protocollo) + ": " + motivo);
	}

	/**
	 * Whether the terms stand still today. Said twice, nothing happens.
	 * @param sospesa whether they do
	 * @param atto the act that makes them, or makes them run again
	 */
	public void sospesa(boolean sospesa, String atto) {
		if (this.fase.finita() || this.vicende.sospesa == sospesa) {
			return;
		}
		sovrapponi(() -> this.vicende.sospesa = sospesa, sospesa ? "Termini sospesi" : "Termini ripresi", atto);
	}

	/** The year of erogazione is over: the five years in which services must live on. */
	public void mantieni() {
		inStato(Stato.LIQUIDATA);
		passa(Stato.IN_MANTENIMENTO, "Mantenimento iniziato", "anno di erogazione " + this.erogata.getYear());
	}

	/**
	 * Records the yearly check that site and services are alive and conforming (FAQ
	 * 02/004/001, /003).
	 * @param anno the year it is made for
	 * @param attivi whether all of them are
	 * @param nota what was found
	 */
	public void verificaMantenimento(int anno, boolean attivi, String nota) {
		inStato(Stato.IN_MANTENIMENTO);
		if (attivi) {
			this.annoVerificato = anno;
		}
		annota("Verifica annuale " + anno, nota, null, attivi ? "servizi attivi" : "servizi da ripristinare");
	}

	/**
	 * The year for which the services are to be checked next.
	 * @return the year, the first after that of erogazione to begin with
	 */
	public int prossimoAnnoDaVerificare() {
		return ((this.annoVerificato == null) ? this.erogata.getYear() : this.annoVerificato) + 1;
	}

	/**
	 * Whether another year follows in which the services are to be checked.
	 * @return {@code false} after the fifth
	 */
	public boolean altriAnniDaVerificare() {
		return prossimoAnnoDaVerificare() <= this.erogata.getYear() + ANNI_DI_MANTENIMENTO;
	}

	/**
	 * The five years are over.
	 * @param spiegazione how they were counted
	 */
	public void chiudi(String spiegazione) {
		// candidature liquidated when there was no yearly check
		inStato(Stato.LIQUIDATA, Stato.IN_MANTENIMENTO);
		passa(Stato.CHIUSA, "Mantenimento concluso", spiegazione);
	}

	/**
	 * Whether it may be given up now: the domanda was sent, the money has not arrived,
	 * nobody has asked yet.
	 * @return whether {@link #rinuncia} is possible
	 */
	public boolean rinunciabile() {
		return this.fase != Stato.BOZZA && !oltreLErogazione() && this.vicende.rinunciaRichiesta == null;
	}

	private boolean oltreLErogazione() {
		return this.fase.finita() || this.fase.dopoErogazione();
	}

	/**
	 * Whether a revoca may be announced now: something is financed, and no procedure is
	 * open.
	 * @return whether {@link #comunicaRevoca} is possible
	 */
	public boolean revocabile() {
		return finanziata() && this.vicende.revocaComunicata == null;
	}

	private boolean finanziata() {
		return !this.fase.primaDelDecreto() && !this.fase.finita();
	}

	private void finanziataOra() {
		if (!finanziata()) {
			throw Rifiuto.conflitto("La candidatura %s è nello stato «%s»: non c'è un finanziamento da revocare.",
					this.codice, stato().nome());
		}
	}

	/**
	 * Records that the Dipartimento announced a sample check, which it may at any time in
	 * the five years after erogazione (FAQ 02/004/001).
	 * @param pec the PEC that announced it
	 * @throws Rifiuto if the money has not arrived yet, or the PEC is older
	 */
	public void controlla(Notifica pec) {
		inStato(Stato.LIQUIDATA, Stato.IN_MANTENIMENTO);
		nonPrima("PEC del controllo", pec.giorno(), "erogazione", this.erogata);
		annota("Controllo a campione annunciato", atto(pec), null, null);
	}

	/**
	 * Adds a line to the story that changes no fact of the candidatura itself.
	 * @param fatto what happened
	 * @param atto the act it rests on, or {@code null}
	 * @param prima the value before, or {@code null}
	 * @param dopo the value after, or {@code null}
	 */
	public void annota(String fatto, String atto, String prima, String dopo) {
		this.nuoveVoci.add(new VoceStoria(fatto, atto, prima, dopo));
	}

	List<VoceStoria> prendiNuoveVoci() {
		List<VoceStoria> voci = List.copyOf(this.nuoveVoci);
		this.nuoveVoci.clear();
		return voci;
	}

	private void passa(Stato nuovo, String fatto, String atto) {
		Stato prima = nuovo.finita() ? stato() : this.fase;
		this.fase = nuovo;
		if (nuovo.finita()) {
			this.vicende.concluse();
		}
		annota(fatto, atto, prima.nome(), nuovo.nome());
	}

	/** What lies over the phase changes, the phase does not. */
	private void sovrapponi(Runnable cambio, String fatto, String atto) {
		Stato prima = stato();
		cambio.run();
		annota(fatto, atto, prima.nome(), stato().nome());
	}

	private void inStato(Stato... attesi) {
		if (!Arrays.asList(attesi).contains(this.fase)) {
			throw nonOra();
		}
	}

	private Rifiuto nonOra() {
		return Rifiuto.conflitto("La candidatura %s è nello stato «%s»: questa operazione non è possibile ora.",
				this.codice, stato().nome());
	}

	private void dopoLaDomanda(Notifica notifica) {
		if (notifica.istante().isBefore(this.inviata)) {
			throw Rifiuto.nonValido(
					"Notifica del %s: la domanda è stata inviata il %s. Una notifica non può precederla.",
					Parole.giorno(notifica.giorno()), Parole.giorno(Roma.giorno(this.inviata)));
		}
	}

	private static void nonNelFuturo(String fatto, LocalDate giorno, Autore autore) {
		if (giorno.isAfter(autore.oggi())) {
			throw Rifiuto.nonValido("Data di %s %s: è nel futuro, oggi è il %s.", fatto, Parole.giorno(giorno),
					Parole.giorno(autore.oggi()));
		}
	}

	private static void nonPrima(String fatto, LocalDate giorno, String riferimento, LocalDate minimo) {
		if (giorno.isBefore(minimo)) {
			throw Rifiuto.nonValido("Data di %s %s: non può precedere %s (%s).", fatto, Parole.giorno(giorno),
					riferimento, Parole.giorno(minimo));
		}
	}

	private static String atto(Notifica notifica) {
		return conProtocollo("PEC del " + Parole.giorno(notifica.giorno()), notifica.protocollo());
	}

	private static String conProtocollo(String atto, String protocollo) {
		return (protocollo == null) ? atto : atto + ", prot. " + protocollo;
	}

	/**
	 * Its code, also the business key of its process.
	 * @return the code
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * The ente that asks.
	 * @return the ente's id
	 */
	public String ente() {
		return this.ente;
	}

	/**
	 * The avviso it is on.
	 * @return the avviso's code
	 */
	public String avviso() {
		return this.avviso;
	}

	/**
	 * Where it stands, as people see it: the phase or what lies over it.
	 * @return the state
	 */
	public Stato stato() {
		return this.vicende.sopra(this.fase);
	}

	/**
	 * The phase, whatever lies over it: it says what is to be done and which terms run.
	 * @return the phase
	 */
	public Stato fase() {
		return this.fase;
	}

	/**
	 * The candidatura that this one takes the place of.
	 * @return its code, empty for a first one
	 */
	public Optional<String> predecessore() {
		return Optional.ofNullable(this.predecessore);
	}

	/**
	 * The day on which the ente gave up, while the decree is awaited.
	 * @return the day, empty if no rinuncia is under way
	 */
	public Optional<LocalDate> rinunciaRichiesta() {
		return Optional.ofNullable(this.vicende.rinunciaRichiesta);
	}

	/**
	 * The day on which the Dipartimento announced the revoca, while its outcome is
	 * awaited.
	 * @return the day, empty if no procedure is open
	 */
	public Optional<LocalDate> revocaComunicata() {
		return Optional.ofNullable(this.vicende.revocaComunicata);
	}

	/**
	 * Whether the terms stand still today by law or by decree.
	 * @return whether it is suspended
	 */
	public boolean sospesa() {
		return this.vicende.sospesa;
	}

	/**
	 * How it came to be known.
	 * @return opened here, or heard of in the published data
	 */
	public Origine origine() {
		return this.origine;
	}

	/**
	 * Whether a process follows it: not one that was over when it was heard of, nor one
	 * whose avviso is not in our tables.
	 * @return whether it has tasks and terms
	 */
	public boolean seguita() {
		return this.seguita;
	}

	/**
	 * How often it has been recorded: as long as this stays the same nobody has acted.
	 * @return the version
	 */
	public int versione() {
		return this.versione;
	}

	/**
	 * The day of the decree of rinuncia or revoca that ended it.
	 * @return the day, empty where none did
	 */
	public Optional<LocalDate> conclusa() {
		return Optional.ofNullable(this.conclusa);
	}

	/**
	 * The amount that the decree grants.
	 * @return euro, empty before the decree
	 */
	public Optional<BigDecimal> importoDecretato() {
		return Optional.ofNullable(this.importoDecretato);
	}

	/**
	 * Whether another candidatura may not stand beside it: one that gives up leaves room
	 * even before its decree (dominio 2.5).
	 * @return whether it counts for its avviso
	 */
	public boolean viva() {
		return this.fase.viva() && this.vicende.rinunciaRichiesta == null;
	}

	/**
	 * The last year for which somebody has checked that the services are alive.
	 * @return the year, empty before the first check
	 */
	public Optional<Integer> annoVerificato() {
		return Optional.ofNullable(this.annoVerificato);
	}

	/**
	 * The population that its fascia is made of, as it was when the candidatura was
	 * opened.
	 * @return inhabitants
	 */
	public int popolazione() {
		return this.popolazione;
	}

	/**
	 * The fascia in words.
	 * @return the fascia
	 */
	public String fascia() {
		return this.fascia;
	}

	/**
	 * The lump sum asked for, once the package is composed.
	 * @return euro
	 */
	public Optional<BigDecimal> importo() {
		return Optional.ofNullable(this.importo);
	}

	/**
	 * Whether the site is still to begin, once the package is composed.
	 * @return the state of the activity
	 */
	public Optional<Avvio> sitoAvvio() {
		return Optional.ofNullable(this.sitoAvvio);
	}

	/**
	 * 1.4.4 SPID/CIE: what was integrated already.
	 * @return the scenario, once the package is composed
	 */
	public Optional<ScenarioPartenza> scenarioPartenza() {
		return Optional.ofNullable(this.scenarioPartenza);
	}

	/**
	 * 1.4.4 SPID/CIE: the protocol chosen.
	 * @return the protocol, once the package is composed
	 */
	public Optional<Protocollo> protocollo() {
		return Optional.ofNullable(this.protocollo);
	}

	/**
	 * 1.4.4 ANSC: how the registers are adopted.
	 * @return the way, once the package is composed
	 */
	public Optional<Adesione> adesione() {
		return Optional.ofNullable(this.adesione);
	}

	/**
	 * The day the decree was published, where the avviso counts from it.
	 * @return the day
	 */
	public Optional<LocalDate> decretoPubblicato() {
		return Optional.ofNullable(this.decretoPubblicato);
	}

	/**
	 * The terms that run against this candidatura: the table's, but for those that were
	 * read in Allegato 2.
	 * @param tabella the terms of the ente's fascia
	 * @return the terms
	 */
	public Cronoprogramma cronoprogramma(Cronoprogramma tabella) {
		return this.terminiAllegato.su(tabella);
	}

	/**
	 * When the domanda was sent.
	 * @return the instant
	 */
	public Optional<Instant> inviata() {
		return Optional.ofNullable(this.inviata);
	}

	/**
	 * The number under which the portal took the domanda.
	 * @return the number, where it is known
	 */
	public Optional<String> protocolloInvio() {
		return Optional.ofNullable(this.protocolloInvio);
	}

	/**
	 * The PEC that told of ammissibilità.
	 * @return the PEC
	 */
	public Optional<Notifica> ammissibilita() {
		return Optional.ofNullable(this.ammissibilita);
	}

	/**
	 * The CUP.
	 * @return the CUP, once entered
	 */
	public Optional<Cup> cup() {
		return Optional.ofNullable(this.cup);
	}

	/**
	 * The PEC that notified the decree.
	 * @return the PEC
	 */
	public Optional<Notifica> decreto() {
		return Optional.ofNullable(this.decreto);
	}

	/**
	 * The date of the last contract, once contrattualizzazione is concluded.
	 * @return the date
	 */
	public Optional<LocalDate> contrattualizzata() {
		return Optional.ofNullable(this.contrattualizzata);
	}

	/**
	 * The day the money arrived.
	 * @return the day, once erogazione is recorded
	 */
	public Optional<LocalDate> erogata() {
		return Optional.ofNullable(this.erogata);
	}

	/**
	 * The site's address.
	 * @return the address, once known
	 */
	public Optional<String> sitoUrl() {
		return Optional.ofNullable(this.sitoUrl);
	}

	/**
	 * The day the site went online.
	 * @return the day, once known
	 */
	public Optional<LocalDate> sitoOnline() {
		return Optional.ofNullable(this.sitoOnline);
	}

	/**
	 * Whether the site was declared conforming.
	 * @return whether its verification is concluded
	 */
	public boolean sitoVerificato() {
		return this.sitoVerificato;
	}

	/**
	 * Whether access credentials were handed over with the request of erogazione.
	 * @return whether they were
	 */
	public boolean credenzialiConsegnate() {
		return this.credenzialiConsegnate;
	}

	/**
	 * Whether what was found of the criteria of conformity may be written now: during
	 * completamento, and again after a partial outcome of asseverazione.
	 * @return {@code false} where it is read only
	 */
	public boolean conformitaModificabile() {
		return this.fase == Stato.CONTRATTI_CONCLUSI || this.fase == Stato.IN_RIELABORAZIONE;
	}

}
