package it.cronoprogramma.notifica;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Utenti;

import org.springframework.stereotype.Component;

/**
 * Who gets the summary of the week: the responsabili of each gestione, unless one does
 * not want it or his address refuses.
 */
@Component
class Riepiloghi {

	private final EnteRepository enti;

	private final Utenti utenti;

	Riepiloghi(EnteRepository enti, Utenti utenti) {
		this.enti = enti;
		this.utenti = utenti;
	}

	/**
	 * The summaries of a week.
	 * @param abitudini what is known of the addresses
	 * @return one for each gestione and responsabile
	 */
	List<Riepilogo> di(Abitudini abitudini) {
		List<Riepilogo> riepiloghi = new ArrayList<>();
		for (Gestione g : this.enti.gestioni()) {
			for (Persona p : this.utenti.conRuolo(Ruolo.RESPONSABILE, g.id())) {
				String indirizzo = p.email().toLowerCase(Locale.ROOT);
				if (abitudini.di(indirizzo).riepilogo() && !abitudini.respinti().contains(indirizzo)) {
					riepiloghi.add(new Riepilogo(indirizzo, g.id()));
				}
			}
		}
		return riepiloghi;
	}

	/**
	 * A summary.
	 *
	 * @param indirizzo to whom, lower case
	 * @param gestione of which gestione
	 */
	record Riepilogo(String indirizzo, String gestione) {
	}

}
