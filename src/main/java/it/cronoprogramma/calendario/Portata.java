package it.cronoprogramma.calendario;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.calendario.Calendario.Tipo;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.Visibilita;

import org.springframework.stereotype.Component;

/**
 * What a calendar may show: what whoever made it may see now. Asked when it is made and
 * whenever it is fetched.
 */
@Component
class Portata {

	private final Utenti utenti;

	private final Visibilita visibilita;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	Portata(Utenti utenti, Visibilita visibilita, EnteRepository enti, PersoneRepository persone) {
		this.utenti = utenti;
		this.visibilita = visibilita;
		this.enti = enti;
		this.persone = persone;
	}

	/**
	 * The enti that a calendar shows.
	 * @param utente the login name of whoever made it
	 * @param tipo what it is made of
	 * @param oggetto the id of the ente or of the gestione
	 * @param giorno the day in Rome
	 * @return ids of enti; nothing if he may not have it, or not any more
	 */
	Optional<Set<String>> enti(String utente, Tipo tipo, String oggetto, LocalDate giorno) {
		return this.utenti.trova(utente)
			.filter((u) -> u.attivo() && !u.ruoli().isEmpty())
			.flatMap((u) -> switch (tipo) {
				case REFERENTE -> Optional.of(daReferente(u, giorno)).filter((suoi) -> !suoi.isEmpty());
				case ENTE -> Optional.of(Set.of(oggetto))
					.filter((suoi) -> u.amministra() || this.visibilita.di(utente).contains(oggetto))
					// a gestione is a tenant too
					.filter((suoi) -> !this.enti.leggi(suoi).isEmpty());
				case GESTIONE -> Optional.of(oggetto)
					.filter((g) -> diGestione(u, g) && !this.enti.gestioni(List.of(g)).isEmpty())
					.map((g) -> this.enti.entiDi(List.of(g)));
			});
	}

	/**
	 * Whether somebody follows the whole of a gestione.
	 * @param u the user
	 * @param gestione its id
	 * @return {@code true} for its ufficio RTD and responsabile, and for an
	 * amministratore
	 */
	boolean diGestione(Utente u, String gestione) {
		return u.amministra() || (u.ruoli().stream().anyMatch(Ruolo::diGestione) && u.gestioni().contains(gestione));
	}

	private Set<String> daReferente(Utente u, LocalDate giorno) {
		// by his login name only: offices write addresses, and one could write another's
		Persona chi = new Persona(u.id(), u.nomeCompleto(), "");
		List<Sostituzione> valide = this.persone.sostituzioniDal(giorno)
			.stream()
			.filter((s) -> s.vale(giorno))
			.toList();
		List<Referente> referenti = this.persone.referentiDi(EntiDelReferente.rappresentati(chi, valide));
		return EntiDelReferente.di(chi, giorno,
				this.enti.leggi(referenti.stream().map(Referente::ente).distinct().toList()), referenti, valide);
	}

}
