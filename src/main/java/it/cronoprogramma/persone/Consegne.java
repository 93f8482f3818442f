package it.cronoprogramma.persone;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.AttivitaPrese;
import it.cronoprogramma.ente.AttivitaPrese.Presa;
import it.cronoprogramma.ente.Campi;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What somebody has at hand passes to somebody else: the tasks he has taken, where he is
 * a referente, whom he stands in for.
 */
@Service
class Consegne {

	private final AnagrafeUtenti utenti;

	private final AttivitaPrese attivita;

	private final PersoneRepository persone;

	private final EnteRepository enti;

	private final Visibilita visibilita;

	private final Annotazioni annotazioni;

	private final Clock orologio;

	Consegne(AnagrafeUtenti utenti, AttivitaPrese attivita, PersoneRepository persone, EnteRepository enti,
			Visibilita visibilita, Annotazioni annotazioni, Clock orologio) {
		this.utenti = utenti;
		this.attivita = attivita;
		this.persone = persone;
		this.enti = enti;
		this.visibilita = visibilita;
		this.annotazioni = annotazioni;
		this.orologio = orologio;
	}

	/**
	 * What would pass.
	 * @param da who has it
	 * @param a who is to have it, or {@code null} while nobody has been chosen
	 * @param assegna whether the tasks go to him, rather than back to all
	 * @param c who asks
	 * @return what there is, where it would go, and what stands against it
	 * @throws Rifiuto if one of the two is not there for whoever asks
	 */
	Consegna anteprima(String da, String a, boolean assegna, Competenza c) {
		Utente lascia = this.utenti.governato(da, c);
		Utente prende = (a == null) ? null : this.utenti.leggi(a, c);
		List<String> ostacoli = new ArrayList<>();
		Set<String> vede = (prende == null) ? Set.of() : this.visibilita.di(prende.id());
		List<Passaggio> passaggi = this.attivita.di(da)
			.stream()
			.map((p) -> new Passaggio(p, nome(p.ente()), assegna && prende != null && p.puoFarla(prende, vede)))
			.toList();
		List<Referente> referenti = this.persone.referentiDi(da);
		List<Sostituzione> sostituzioni = this.persone.sostituzioniDal(oggi())
			.stream()
			.filter((s) -> da.equals(s.sostituto().utente()))
			.toList();
		if (prende != null) {
			ostacoli(lascia, prende, passaggi, referenti, vede, ostacoli);
			if (!(referenti.isEmpty() && sostituzioni.isEmpty())
					&& (prende.email() == null || !Campi.indirizzo(prende.email()))) {
				ostacoli
					.add(prende.nomeCompleto() + " non ha un indirizzo e-mail: i promemoria non gli arriverebbero.");
			}
		}
		else if (!referenti.isEmpty() || !sostituzioni.isEmpty()) {
			ostacoli.add("Scelga chi riceve: " + lascia.nomeCompleto()
					+ " è referente o sostituto, e i promemoria devono arrivare a qualcuno.");
		}
		return new Consegna(lascia, prende, assegna, passaggi,
				referenti.stream().map((r) -> new RuoloReferente(r, this.enti.leggi(r.ente()).nomeOggi())).toList(),
				sostituzioni, ostacoli);
	}

	private void ostacoli(Utente lascia, Utente prende, List<Passaggio> passaggi, List<Referente> referenti,
			Set<String> vede, List<String> ostacoli) {
		if (lascia.id().equals(prende.id())) {
			ostacoli.add("Chi lascia e chi riceve sono la stessa persona: ne scelga un'altra.");
			return;
		}
		if (!prende.attivo()) {
			ostacoli.add(prende.nomeCompleto() + " è disattivato: scelga qualcun altro.");
		}
		Set<String> servono = new TreeSet<>();
		passaggi.stream().map((p) -> p.presa().ente()).filter((e) -> e != null).forEach(servono::add);
		referenti.forEach((r) -> servono.add(r.ente()));
		Set<String> nonVede = servono.stream()
			.filter((e) -> !prende.amministra() && !vede.contains(e))
			.map(this::nome)
			.collect(Collectors.toCollection(TreeSet::new));
		if (!nonVede.isEmpty()) {
			ostacoli.add(prende.nomeCompleto() + " non lavora per " + String.join(", ", nonVede)
					+ ": glieli assegni prima nella sua scheda, o scelga qualcun altro.");
		}
	}

	/**
	 * Lets it pass, all of it or nothing.
	 * @param da who has it
	 * @param valori the fields as somebody wrote them: {@code a}, {@code attivita},
	 * {@code atto}, {@code disattiva}, {@code impronta}
	 * @param c who does it
	 * @return what has passed, in words
	 * @throws it.cronoprogramma.ente.CampiRifiutati if the act is missing
	 * @throws Rifiuto if something stands against it, or it is not what was shown
	 */
	@Transactional
	String esegui(String da, Map<String, String> valori, Competenza c) {
		this.persone.serra();
		Campi campi = new Campi(valori);
		String a = campi.facoltativo("a", "Chi riceve", 64);
		Consegna consegna = anteprima(da, a, "assegna".equals(valori.get("attivita")), c);
		if (!consegna.ostacoli().isEmpty()) {
			throw Rifiuto.nonValido("%s", String.join(" ", consegna.ostacoli()));
		}
		if (!consegna.impronta().equals(valori.get("impronta"))) {
			throw Rifiuto.conflitto("Nel frattempo qualcosa è cambiato: controlli di nuovo che cosa passa e confermi.");
		}
		String atto = campi.facoltativo("atto", "Atto", 200);
		if (atto == null && consegna.delegati()) {
			campi.errore("atto", "Atto", "una delega è personale: indichi l'atto che delega chi riceve");
		}
		campi.concludi();
		Utente prende = consegna.prende();
		this.attivita.passa(consegna.ids(true), (prende == null) ? null : prende.id());
		this.attivita.passa(consegna.ids(false), null);
		List<String> passati = new ArrayList<>();
		if (prende != null) {
			for (RuoloReferente r : consegna.referenti()) {
				passati.add(passa(r, prende.persona(), atto));
			}
			consegna.sostituzioni().forEach((s) -> passa(s, prende.persona()));
		}
		String racconto = racconto(consegna, passati, atto);
		String chiRiceve = (prende == null) ? "tutti" : prende.nomeCompleto() + " (" + prende.id() + ")";
		this.annotazioni.fatto(c.chi(), "Passaggio di consegne", Tipo.UTENTE, da, consegna.lascia().nomeCompleto(),
				this.utenti.gestione(consegna.lascia()), consegna.lascia().nomeCompleto() + " (" + da + ")",
				"A " + chiRiceve + ". " + racconto);
		if ("si".equals(valori.get("disattiva"))) {
			this.utenti.disattiva(da, c);
		}
		return racconto;
	}

	/** Whoever is a referente of that ente already stays the one he is. */
	private String passa(RuoloReferente ruolo, Persona prende, String atto) {
		Referente r = ruolo.referente();
		List<Referente> altri = this.persone.referenti(r.ente());
		Referente gia = altri.stream()
			.filter((altro) -> !altro.id().equals(r.id())
					&& prende.stessa(new Persona(altro.utente(), altro.nome(), altro.email())))
			.findFirst()
			.orElse(null);
		if (gia == null) {
			this.persone.aggiorna(new Referente(r.id(), r.ente(), r.tipo(), prende.nome(), prende.email(),
					prende.utente(), r.delegante(), oggi(), atto));
			return ruolo.ente() + " (" + r.tipo().nome() + ")";
		}
		for (Referente altro : altri) {
			if (r.id().equals(altro.delegante())) {
				this.persone.aggiorna(altro.id().equals(gia.id())
						// he would delegate himself: he is what the other was
						? new Referente(gia.id(), gia.ente(), r.tipo(), gia.nome(), gia.email(), gia.utente(),
								r.delegante(), oggi(), atto)
						: new Referente(altro.id(), altro.ente(), altro.tipo(), altro.nome(), altro.email(),
								altro.utente(), gia.id(), altro.dal(), altro.atto()));
			}
		}
		this.persone.togliReferente(r.id());
		return ruolo.ente() + " (era già referente)";
	}

	private void passa(Sostituzione s, Persona prende) {
		this.persone.togliSostituzione(s.id());
		if (!s.assente().stessa(prende)) {
			this.persone
				.inserisci(new Sostituzione(s.id(), s.assente(), prende, s.ente(), s.gestione(), s.dal(), s.al()));
		}
	}

	private static String racconto(Consegna c, List<String> referenti, String atto) {
		List<String> parti = new ArrayList<>();
		if (!c.ids(true).isEmpty()) {
			parti.add("Attività assegnate: " + nomi(c, true) + ".");
		}
		if (!c.ids(false).isEmpty()) {
			parti.add("Attività tornate a disposizione: " + nomi(c, false) + ".");
		}
		if (!referenti.isEmpty()) {
			parti.add("Referente di: " + String.join(", ", referenti) + ".");
		}
		if (!c.sostituzioni().isEmpty() && c.prende() != null) {
			parti.add("Sostituzioni: " + c.sostituzioni().size() + ".");
		}
		if (atto != null) {
			parti.add("Atto: " + atto + ".");
		}
		return parti.isEmpty() ? "Non c'era nulla da passare." : String.join(" ", parti);
	}

	private static String nomi(Consegna c, boolean assegnate) {
		return c.passaggi()
			.stream()
			.filter((p) -> p.assegnata() == assegnate)
			.map((p) -> p.presa().nome() + ((p.presa().candidatura() == null) ? "" : " " + p.presa().candidatura()))
			.collect(Collectors.joining(", "));
	}

	private String nome(String ente) {
		if (ente == null) {
			return "–";
		}
		return this.enti.leggi(List.of(ente))
			.stream()
			.map(Ente::nomeOggi)
			.findFirst()
			.orElseGet(() -> this.enti.gestioni()
				.stream()
				.filter((g) -> g.id().equals(ente))
				.map((g) -> g.nome())
				.findFirst()
				.orElse(ente));
	}

	private LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

	/**
	 * What passes.
	 *
	 * @param lascia who has it
	 * @param prende who is to have it, or {@code null}
	 * @param assegna whether tasks go to him where he may do them
	 * @param passaggi the tasks
	 * @param referenti where he is a referente
	 * @param sostituzioni whom he stands in for, today or later
	 * @param ostacoli what stands against it
	 */
	record Consegna(Utente lascia, Utente prende, boolean assegna, List<Passaggio> passaggi,
			List<RuoloReferente> referenti, List<Sostituzione> sostituzioni, List<String> ostacoli) {

		boolean vuota() {
			return this.passaggi.isEmpty() && this.referenti.isEmpty() && this.sostituzioni.isEmpty();
		}

		boolean delegati() {
			return this.referenti.stream().anyMatch((r) -> r.referente().tipo() == TipoReferente.DELEGATO);
		}

		List<String> ids(boolean assegnate) {
			return this.passaggi.stream().filter((p) -> p.assegnata() == assegnate).map((p) -> p.presa().id()).toList();
		}

		/** What was shown, so that nothing else is confirmed. */
		String impronta() {
			Map<String, Object> tutto = new LinkedHashMap<>();
			tutto.put("assegnate", new TreeSet<>(ids(true)));
			tutto.put("lasciate", new TreeSet<>(ids(false)));
			tutto.put("referenti",
					this.referenti.stream()
						.map((r) -> r.referente().id())
						.collect(Collectors.toCollection(TreeSet::new)));
			tutto.put("sostituzioni",
					this.sostituzioni.stream().map(Sostituzione::id).collect(Collectors.toCollection(TreeSet::new)));
			return Invito.impronta(tutto.toString());
		}

	}

	/**
	 * A task and where it goes.
	 *
	 * @param presa the task
	 * @param ente the name of its ente
	 * @param assegnata whether it goes to whoever receives, rather than back to all
	 */
	record Passaggio(Presa presa, String ente, boolean assegnata) {
	}

	/**
	 * Where somebody is a referente.
	 *
	 * @param referente the row
	 * @param ente the name of the ente
	 */
	record RuoloReferente(Referente referente, String ente) {
	}

}
