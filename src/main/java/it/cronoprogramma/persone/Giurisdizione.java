package it.cronoprogramma.persone;

import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Visibilita;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who may manage what: asked anew at every request.
 */
@Component
class Giurisdizione {

	private final Visibilita visibilita;

	private final EnteRepository enti;

	Giurisdizione(Visibilita visibilita, EnteRepository enti) {
		this.visibilita = visibilita;
		this.enti = enti;
	}

	/**
	 * What somebody may manage.
	 * @param chi somebody with the role of ufficio RTD or amministratore
	 * @return his gestioni and their enti, or everything
	 */
	Competenza di(Authentication chi) {
		if (chi.getAuthorities().stream().anyMatch((r) -> "ROLE_AMMINISTRATORE".equals(r.getAuthority()))) {
			return new Competenza(chi.getName(), true, Set.of(), Set.of());
		}
		Set<String> gestioni = new TreeSet<>(this.enti.gestioni(this.visibilita.di(chi.getName())));
		return new Competenza(chi.getName(), false, gestioni, this.enti.entiDi(gestioni));
	}

}
