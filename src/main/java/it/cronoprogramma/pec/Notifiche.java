package it.cronoprogramma.pec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Pezzi;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.pec.NotificaRicevuta.Arrivo;
import it.cronoprogramma.pec.NotificaRicevuta.Contenuto;
import it.cronoprogramma.pec.NotificaRicevuta.Decisione;
import it.cronoprogramma.pec.NotificaRicevuta.Provenienza;
import it.cronoprogramma.pec.NotificaRicevuta.StatoNotifica;
import it.cronoprogramma.pec.RiconoscimentoPec.Candidata;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes messages in: each is kept as it came before anything is asked of it, none is
 * taken twice, and what cannot be understood is left to a person.
 */
@Service
public class Notifiche {

	private static final int ESTRATTO = 4000;

	private static final String NOTA = "La PEC c'è già, con il numero %s: questa copia è conservata e basta.";

	private final NotificaRicevutaRepository notifiche;

	private final CandidaturaRepository candidature;

	private final EnteRepository enti;

	private final TitoliAvvisiRepository titoli;

	private final SeguitoNotifica seguito;

	private final PecProperties impostazioni;

	private final TransactionTemplate transazione;

	Notifiche(NotificaRicevutaRepository notifiche, CandidaturaRepository candidature, EnteRepository enti,
			TitoliAvvisiRepository titoli, SeguitoNotifica seguito, PecProperties impostazioni,
			PlatformTransactionManager transazioni) {
		this.notifiche = notifiche;
		this.candidature = candidature;
		this.enti = enti;
		this.titoli = titoli;
		this.seguito = seguito;
		this.impostazioni = impostazioni;
		this.transazione = new TransactionTemplate(transazioni);
	}

	/**
	 * Takes a message that somebody uploads.
	 * @param messaggio where it lies
	 * @param nomeFile the name of his file
	 * @param raccolta the gestione or ente it came to
	 * @param suggerita the code of the candidatura from whose task he came, which he may
	 * see; or {@code null}
	 * @param autore who uploads it
	 * @return what became of it
	 * @throws IOException if it cannot be read
	 */
	public Presa carica(Path messaggio, String nomeFile, String raccolta, String suggerita, Autore autore)
			throws IOException {
		Function<Pezzi.Impronta, Arrivo> arrivo = (i) -> new Arrivo(Provenienza.CARICATA, null, null, autore, raccolta,
				Testo.riga(nomeFile, 200), i.dimensione(), true, i.sha256());
		try {
			return prendi(messaggio, arrivo, null, suggerita);
		}
		catch (DuplicateKeyException ex) {
			// somebody else at the same moment: now it is there
			return prendi(messaggio, arrivo, null, suggerita);
		}
	}

	/**
	 * Takes a message from a mailbox.
	 * @param messaggio where it lies
	 * @param interna when the mailbox received it, or {@code null}
	 * @param casella the mailbox's name
	 * @param riferimento its place there
	 * @param raccolta whose mailbox it is
	 * @param autore for whom, and when
	 * @return what became of it
	 * @throws IOException if it cannot be read
	 */
	Presa daCasella(Path messaggio, Instant interna, String casella, String riferimento, String raccolta, Autore autore)
			throws IOException {
		return prendi(messaggio, (i) -> new Arrivo(Provenienza.CASELLA, casella, riferimento, autore, raccolta, null,
				i.dimensione(), true, i.sha256()), interna, null);
	}

	/**
	 * Notes a message that is too large to be taken: it stays in its mailbox, and a
	 * person is told.
	 * @param intestazioni where its headers lie
	 * @param dimensione bytes that it has
	 * @param interna when the mailbox received it, or {@code null}
	 * @param casella the mailbox's name
	 * @param riferimento its place there
	 * @param raccolta whose mailbox it is
	 * @param autore for whom, and when
	 * @return what became of it
	 * @throws IOException if it cannot be read
	 */
	Presa troppoGrande(Path intestazioni, long dimensione, Instant interna, String casella, String riferimento,
			String raccolta, Autore autore) throws IOException {
		return prendi(intestazioni, (i) -> new Arrivo(Provenienza.CASELLA, casella, riferimento, autore, raccolta, null,
				dimensione, false, i.sha256()), interna, null);
	}

	private Presa prendi(Path messaggio, Function<Pezzi.Impronta, Arrivo> come, Instant interna, String suggerita)
			throws IOException {
		Arrivo arrivo = come.apply(impronta(messaggio));
		PecLetta letta = LetturaPec.leggi(messaggio, this.impostazioni::noto).ricevuta(interna);
		return this.transazione.execute((t) -> prendi(messaggio, arrivo, letta, suggerita));
	}

	private Presa prendi(Path messaggio, Arrivo arrivo, PecLetta letta, String suggerita) {
		List<Ente> suoi = this.enti.raccolti(arrivo.raccolta());
		Collection<String> dove = new TreeSet<>(suoi.stream().map(Ente::id).toList());
		dove.add(arrivo.raccolta());
		Optional<Long> nota = this.notifiche.perImpronta(arrivo.sha256(), dove);
		if (nota.isPresent()) {
			return new Presa(nota.get(), false);
		}
		Optional<Long> stessa = (letta.identificativo() == null) ? Optional.empty()
				: this.notifiche.perIdentificativo(letta.identificativo(), dove);
		NotificaRicevuta n = nuova(arrivo, letta, suoi, suggerita, stessa.orElse(null));
		this.notifiche.inserisci(n, arrivo.conservata() ? messaggio : null);
		if (n.stato() == StatoNotifica.DA_CONFERMARE || n.stato() == StatoNotifica.DA_ASSEGNARE) {
			this.seguito.avvia(n);
		}
		return new Presa(n.numero(), true);
	}

	private NotificaRicevuta nuova(Arrivo arrivo, PecLetta letta, List<Ente> suoi, String suggerita, Long doppioneDi) {
		String oggetto = (letta.oggetto() == null) ? "" : letta.oggetto();
		AttoNotificato atto = AttoNotificato.indovina(oggetto, letta.corpo());
		List<String> avvertenze = new ArrayList<>(letta.avvertenze());
		RiconoscimentoPec.Esito esito = riconosci(letta, atto, suoi, suggerita);
		boolean nota = this.impostazioni.noto(letta.mittente());
		if (letta.tipo() != TipoMessaggio.RICEVUTA && !nota) {
			avvertenze.add("Il mittente non è tra quelli che notificano gli atti: "
					+ ((letta.mittente() == null) ? "non si sa chi sia." : letta.mittente() + "."));
		}
		if (!arrivo.conservata()) {
			avvertenze.add("Il messaggio ha %s, più di quanto si possa prendere (%s): resta nella casella %s."
				.formatted(Parole.byteInParole(arrivo.dimensione()),
						Parole.byteInParole(this.impostazioni.dimensioneMassima().toBytes()), arrivo.casella()));
		}
		String scarto = null;
		StatoNotifica stato = StatoNotifica.DA_ASSEGNARE;
		String candidatura = null;
		String perche = esito.motivo();
		if (doppioneDi != null) {
			scarto = NOTA.formatted(NotificaRicevuta.codice(doppioneDi));
			stato = StatoNotifica.SCARTATA;
		}
		else if (letta.tipo() == TipoMessaggio.RICEVUTA) {
			scarto = "È una ricevuta (%s) di una PEC spedita dall'ente, non una notifica.".formatted(letta.ricevuta());
			stato = StatoNotifica.SCARTATA;
		}
		else if (letta.tipo() != TipoMessaggio.POSTA_CERTIFICATA) {
			perche = "Non è una PEC leggibile (%s). %s".formatted(letta.tipo().nome(), esito.motivo());
		}
		else if (!nota) {
			perche = "Il mittente non è conosciuto. " + esito.motivo();
		}
		else if (esito.candidatura() != null && arrivo.conservata()) {
			candidatura = esito.candidatura();
			stato = StatoNotifica.DA_CONFERMARE;
		}
		String visibileA = (candidatura == null) ? arrivo.raccolta() : this.candidature.leggi(candidatura).ente();
		return new NotificaRicevuta(this.notifiche.nuovoNumero(), arrivo, contenuto(letta, oggetto, avvertenze), atto,
				AttoNotificato.indovinaEsito(oggetto, letta.corpo()), candidatura, Testo.riga(perche, 500),
				esito.possibili(), doppioneDi, visibileA, stato,
				(scarto == null) ? null : new Decisione(null, null, null, null, null, scarto));
	}

	private static Contenuto contenuto(PecLetta letta, String oggetto, List<String> avvertenze) {
		return new Contenuto(letta.tipo(), Testo.riga(letta.ricevuta(), 50), letta.identificativo(), letta.mittente(),
				oggetto.isEmpty() ? null : oggetto, Testo.righe(letta.corpo(), ESTRATTO),
				Testo.righe(String.join("\n", letta.allegati()), ESTRATTO),
				Testo.righe(String.join("\n", avvertenze), 2000), PropostaNotifica.di(letta.busta(), letta.ricezione()),
				letta.protocollo());
	}

	private RiconoscimentoPec.Esito riconosci(PecLetta letta, AttoNotificato atto, List<Ente> suoi, String suggerita) {
		Map<String, Ente> perId = suoi.stream().collect(Collectors.toMap(Ente::id, Function.identity()));
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		List<Candidata> candidate = this.candidature.diEnti(perId.keySet())
			.stream()
			.map((c) -> candidata(c, perId.get(c.ente()), avvisi.get(c.avviso())))
			.toList();
		RiconoscimentoPec.Esito esito = RiconoscimentoPec.riconosci(letta, atto, candidate,
				suoi.stream().filter((e) -> !e.soppresso()).count() == 1);
		if (suggerita == null || suggerita.equals(esito.candidatura())
				|| candidate.stream().noneMatch((c) -> c.codice().equals(suggerita))) {
			return esito;
		}
		List<String> possibili = new ArrayList<>(List.of(suggerita));
		esito.possibili().stream().filter((p) -> !p.equals(suggerita)).forEach(possibili::add);
		if (esito.candidatura() != null || esito.contraria()) {
			return new RiconoscimentoPec.Esito(null, "È stata caricata dall'attività della candidatura " + suggerita
					+ ", ma: " + Parole.minuscola(esito.motivo()), possibili, true);
		}
		return new RiconoscimentoPec.Esito(suggerita, "Caricata dall'attività di questa candidatura. " + esito.motivo(),
				possibili, false);
	}

	private static Candidata candidata(Candidatura c, Ente ente, TitoloAvviso avviso) {
		return new Candidata(c.codice(), c.ente(), ente.nome(), ente.codiceIpa(),
				(avviso == null) ? c.avviso() : avviso.titolo(), (avviso == null) ? c.avviso() : avviso.misura(),
				c.cup().map(Cup::codice).orElse(null), c.protocolloInvio().orElse(null), c.fase(), c.viva());
	}

	private static Pezzi.Impronta impronta(Path messaggio) throws IOException {
		try (InputStream contenuto = Files.newInputStream(messaggio)) {
			return Pezzi.scrivi(contenuto, (posto, parte) -> {
			});
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/**
	 * Takes up one that was discarded: somebody has to say whose it is.
	 * @param numero its number
	 * @param autore who takes it up
	 * @throws it.cronoprogramma.rifiuto.Rifiuto if it is not among the discarded, or a
	 * double
	 */
	public void riprendi(long numero, Autore autore) {
		this.transazione.executeWithoutResult((t) -> {
			NotificaRicevuta n = this.notifiche.blocca(numero);
			if (n.stato() != StatoNotifica.SCARTATA || n.doppioneDi() != null) {
				throw Rifiuto.conflitto("Questa PEC non è tra quelle scartate, o è la copia di un'altra.");
			}
			this.seguito
				.avvia(this.notifiche.inCoda(n, "Era scartata: l'ha ripresa " + autore.chi() + ".", n.possibili()));
		});
	}

	/**
	 * What became of a message.
	 *
	 * @param numero the number under which it is kept
	 * @param nuova {@code false} if it was there already
	 */
	public record Presa(long numero, boolean nuova) {
	}

}
