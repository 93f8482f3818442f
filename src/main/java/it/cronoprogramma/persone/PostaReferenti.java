package it.cronoprogramma.persone;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.notifica.PreferenzePosta;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Choices about mail that are made for a referente who can not make them himself. Each
 * leaves a line in the register. An address is one, so that of a user, or of a referente
 * of enti of others, is not theirs to choose for.
 */
@Service
class PostaReferenti {

	private static final Pattern CODICE = Pattern.compile("C[0-9]{1,18}");

	private static final String SCELTA = "posta";

	private final AnagrafeReferenti referenti;

	private final PersoneRepository persone;

	private final Utenti utenti;

	private final EnteRepository enti;

	private final CandidaturaRepository candidature;

	private final PreferenzePosta preferenze;

	private final Annotazioni annotazioni;

	PostaReferenti(AnagrafeReferenti referenti, PersoneRepository persone, Utenti utenti, EnteRepository enti,
			CandidaturaRepository candidature, PreferenzePosta preferenze, Annotazioni annotazioni) {
		this.referenti = referenti;
		this.persone = persone;
		this.utenti = utenti;
		this.enti = enti;
		this.candidature = candidature;
		this.preferenze = preferenze;
		this.annotazioni = annotazioni;
	}

	/**
	 * A referente of an ente that somebody may manage.
	 * @param id its id, as somebody wrote it
	 * @param c who asks
	 * @return the referente
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Referente leggi(String id, Competenza c) {
		return this.referenti.leggi(id, c);
	}

	/**
	 * Why nobody may choose for a referente.
	 * @param r the referente
	 * @param c who would
	 * @return the reason, or nothing if he may
	 */
	Optional<String> impedimento(Referente r, Competenza c) {
		if (r.utente() != null || !this.utenti.conIndirizzo(r.email()).isEmpty()) {
			return Optional.of("È un utente dell'applicazione: sceglie da sé, in «Le mie mail».");
		}
		List<Referente> altrove = this.persone.referentiDi(List.of(new Persona(null, r.nome(), r.email())))
			.stream()
			.filter((altro) -> r.email().equalsIgnoreCase(altro.email()))
			.filter((altro) -> !suo(altro.ente(), c))
			.toList();
		boolean ufficio = this.enti.gestioni()
			.stream()
			.anyMatch((g) -> r.email().equalsIgnoreCase(g.email()) && !c.governa(g.id()));
		return (altrove.isEmpty() && !ufficio) ? Optional.empty()
				: Optional.of("Lo stesso indirizzo riceve anche per enti che non segue Lei: può scegliere solo "
						+ "l'amministratore.");
	}

	/**
	 * Whether an ente is somebody's to manage.
	 * @param ente its id
	 * @param c who
	 * @return {@code true} if it is
	 */
	boolean suo(String ente, Competenza c) {
		return c.tutto() || c.enti().contains(ente);
	}

	/**
	 * Chooses when he is written to.
	 * @param id the referente's id
	 * @param cadenza daily or weekly
	 * @param giorno the weekday
	 * @param c who chooses
	 */
	@Transactional
	void scegli(String id, String cadenza, String giorno, Competenza c) {
		Referente r = permesso(id, c);
		Map<String, String> prima = Map.of(SCELTA, PreferenzePosta.inParole(this.preferenze.di(r.email())));
		Map<String, String> dopo = Map.of(SCELTA,
				PreferenzePosta.inParole(this.preferenze.scegli(r.email(), cadenza, giorno, null)));
		if (!prima.equals(dopo)) {
			annota(c, "Posta del referente cambiata", r, prima, dopo);
		}
	}

	/**
	 * Mutes a candidatura for him.
	 * @param id the referente's id
	 * @param candidatura its code, as somebody wrote it
	 * @param giorni for how many days
	 * @param c who does it
	 */
	@Transactional
	void taci(String id, String candidatura, String giorni, Competenza c) {
		Referente r = permesso(id, c);
		String codice = sua(candidatura, c);
		LocalDate fino = this.preferenze.taci(r.email(), codice, giorni);
		annota(c, "Candidatura silenziata", r, null, Map.of(codice, "fino al " + Parole.giorno(fino)));
	}

	/**
	 * Lets him hear of a candidatura again.
	 * @param id the referente's id
	 * @param candidatura its code, as somebody wrote it
	 * @param c who does it
	 */
	@Transactional
	void riattiva(String id, String candidatura, Competenza c) {
		Referente r = permesso(id, c);
		String codice = sua(candidatura, c);
		this.preferenze.riattiva(r.email(), codice);
		annota(c, "Candidatura riattivata", r, Map.of(codice, "silenziata"), null);
	}

	private Referente permesso(String id, Competenza c) {
		Referente r = leggi(id, c);
		impedimento(r, c).ifPresent((perche) -> {
			throw Rifiuto.conflitto(perche);
		});
		return r;
	}

	private String sua(String scritta, Competenza c) {
		return Optional.of(scritta.strip())
			.filter((codice) -> CODICE.matcher(codice).matches())
			.flatMap(this.candidature::trova)
			.filter((k) -> suo(k.ente(), c))
			.map(Candidatura::codice)
			.orElseThrow(() -> Rifiuto
				.nonValido("La candidatura «%s» non esiste: ne scriva il codice, per esempio C000123.", scritta));
	}

	private void annota(Competenza c, String atto, Referente r, Map<String, String> prima, Map<String, String> dopo) {
		this.annotazioni.cambio(c, atto, Tipo.REFERENTE, r.id(), r.nome(), this.enti.leggi(r.ente()).gestione(), prima,
				dopo);
	}

}
