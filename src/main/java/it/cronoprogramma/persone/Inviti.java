package it.cronoprogramma.persone;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import it.cronoprogramma.ente.IdentitaRepository;
import it.cronoprogramma.ente.IdentitaRepository.Collegamento;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.Invito.Motivo;
import it.cronoprogramma.ente.InvitoRepository;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.PostaInviti;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.Utenti.RegolaPassword;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Links to set a password: asked for, opened, used once.
 */
@Service
class Inviti implements DisposableBean {

	private static final Logger LOG = LoggerFactory.getLogger(Inviti.class);

	private static final int IN_CODA = 200;

	private static final int UTENTI_MASSIMI = 5;

	private static final int PASSWORD_MASSIMA = 200;

	private final InvitoRepository inviti;

	private final Utenti utenti;

	private final PersoneRepository persone;

	private final PostaInviti posta;

	private final Annotazioni annotazioni;

	private final IdentitaRepository identita;

	private final Clock orologio;

	private final int perOra;

	private final TransactionTemplate transazione;

	/** One at a time, so many at most: whoever asks in masses is left behind. */
	private final ThreadPoolExecutor dimenticate = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS,
			new ArrayBlockingQueue<>(IN_CODA), (lavoro) -> new Thread(lavoro, "password-dimenticate"),
			new ThreadPoolExecutor.DiscardPolicy());

	Inviti(InvitoRepository inviti, Utenti utenti, PersoneRepository persone, PostaInviti posta,
			Annotazioni annotazioni, IdentitaRepository identita, Clock orologio,
			@Value("${cronoprogramma.inviti.dimenticate-per-ora}") int perOra, PlatformTransactionManager transazioni) {
		this.inviti = inviti;
		this.utenti = utenti;
		this.persone = persone;
		this.posta = posta;
		this.annotazioni = annotazioni;
		this.identita = identita;
		this.orologio = orologio;
		this.perOra = perOra;
		this.transazione = new TransactionTemplate(transazioni);
	}

	/**
	 * Has a link sent.
	 * @param utente to whom
	 * @param motivo why
	 * @param chi who asks for it, or {@code null} for whoever has forgotten his own
	 */
	@Transactional
	void chiedi(String utente, Motivo motivo, String chi) {
		Invito invito = new Invito(PersoneRepository.nuovoId(), utente, motivo, this.orologio.instant(), chi, null,
				null, null, null);
		this.inviti.inserisci(invito);
		this.posta.manda(invito.id());
	}

	/**
	 * Somebody says that he has forgotten his password. He gets the same answer in the
	 * same time whether there is such a user or not: what there is to do is done after
	 * the answer.
	 * @param chi login name or address, as somebody wrote it
	 */
	void dimenticata(String chi) {
		String scritto = (chi == null) ? "" : chi.strip();
		if (!scritto.isEmpty() && scritto.length() <= 254 && scritto.chars().noneMatch(Character::isISOControl)) {
			this.dimenticate.execute(() -> {
				try {
					this.transazione.executeWithoutResult((t) -> cerca(scritto));
				}
				catch (RuntimeException ex) {
					LOG.error("La richiesta di una password dimenticata non è riuscita", ex);
				}
			});
		}
	}

	private void cerca(String scritto) {
		this.persone.serra();
		Set<String> trovati = new TreeSet<>();
		this.utenti.trova(scritto).map(Utente::id).ifPresent(trovati::add);
		List<String> conIndirizzo = this.utenti.conIndirizzo(scritto);
		if (conIndirizzo.size() <= UTENTI_MASSIMI) {
			trovati.addAll(conIndirizzo);
		}
		Instant oraFa = this.orologio.instant().minus(Duration.ofHours(1));
		trovati.stream()
			.map(this.utenti::trova)
			.flatMap(Optional::stream)
			.filter((u) -> u.attivo() && u.email() != null)
			// who has been let go there would come back by his mailbox
			.filter((u) -> this.identita.di(u.id()).filter(Collegamento::fatto).isEmpty())
			.filter((u) -> this.inviti.dimenticate(u.id(), oraFa) < this.perOra)
			.forEach((u) -> chiedi(u.id(), Motivo.DIMENTICATA, null));
	}

	/**
	 * Whose password a link sets.
	 * @param segreto what stands in the link
	 * @return the user, or nothing for a link that leads nowhere, whatever the reason
	 */
	Optional<Utente> apri(String segreto) {
		return this.inviti.conImpronta(Invito.impronta(segreto))
			.filter((i) -> i.valido(this.orologio.instant()))
			.flatMap((i) -> this.utenti.trova(i.utente()))
			.filter(Utente::attivo);
	}

	/**
	 * The rules of a password.
	 * @param utente whose it is
	 * @param password the password, or {@code null}
	 * @return the rules, each with whether it is followed
	 */
	List<RegolaPassword> regole(String utente, String password) {
		List<RegolaPassword> regole = new ArrayList<>(this.utenti.regole(utente, password));
		if (password != null && password.length() > PASSWORD_MASSIMA) {
			regole.add(new RegolaPassword("ha al massimo " + PASSWORD_MASSIMA + " caratteri", false));
		}
		return regole;
	}

	/**
	 * Sets a password, once.
	 * @param segreto what stands in the link
	 * @param password the password
	 * @return whether it was set: not if the link leads nowhere, or a rule is broken
	 */
	@Transactional
	boolean imposta(String segreto, String password) {
		Optional<Invito> invito = this.inviti.conImpronta(Invito.impronta(segreto))
			.flatMap((i) -> this.inviti.blocca(i.id()))
			.filter((i) -> i.valido(this.orologio.instant()));
		Optional<Utente> utente = invito.flatMap((i) -> this.utenti.trova(i.utente())).filter(Utente::attivo);
		if (utente.isEmpty() || !regole(utente.get().id(), password).stream().allMatch(RegolaPassword::rispettata)) {
			return false;
		}
		Instant adesso = this.orologio.instant();
		this.inviti.segnaUsato(invito.get().id(), adesso);
		this.inviti.annulla(utente.get().id(), adesso);
		this.utenti.password(utente.get().id(), password);
		this.annotazioni.fatto(utente.get().id(), "Password impostata", Tipo.UTENTE, utente.get().id(),
				utente.get().nomeCompleto(), null, null, null);
		return true;
	}

	/**
	 * The last links of a user.
	 * @param utente the login name
	 * @return the links, the last first
	 */
	List<Invito> ultimi(String utente) {
		return this.inviti.ultimi(utente);
	}

	@Override
	public void destroy() {
		this.dimenticate.shutdown();
	}

}
