package it.cronoprogramma.posta;

import java.util.List;
import java.util.Optional;

import it.cronoprogramma.cruscotto.Ambito;
import it.cronoprogramma.cruscotto.PostaDiChiLegge;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Utente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.notifica.ArchivioPosta.Sguardo;
import it.cronoprogramma.notifica.PreferenzePosta;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/**
 * Who reads the pages of the mail: his own address, and what he may see of that of
 * others. Asked anew at every request.
 */
@Component
class ChiLegge implements PostaDiChiLegge {

	private final Utenti utenti;

	private final Ambito ambito;

	private final EnteRepository enti;

	private final PreferenzePosta preferenze;

	ChiLegge(Utenti utenti, Ambito ambito, EnteRepository enti, PreferenzePosta preferenze) {
		this.utenti = utenti;
		this.ambito = ambito;
		this.enti = enti;
		this.preferenze = preferenze;
	}

	/**
	 * A user's own address.
	 * @param utente the login name
	 * @return the address, or nothing
	 */
	Optional<String> indirizzo(String utente) {
		return this.utenti.trova(utente).map(Utente::email).filter((e) -> !e.isBlank());
	}

	/**
	 * The enti he may see.
	 * @param chi who reads
	 * @return his enti
	 */
	Ambito.Enti enti(Authentication chi) {
		return this.ambito.di(chi);
	}

	/**
	 * What he may see of the mail.
	 * @param chi who reads
	 * @return his enti, his gestioni, his address
	 */
	Sguardo sguardo(Authentication chi) {
		Ambito.Enti suoi = this.ambito.di(chi);
		return new Sguardo(suoi.tutti(), suoi.ids(), indirizzo(chi.getName()).orElse(null));
	}

	/**
	 * His gestione.
	 * @param chi who reads
	 * @return its id, {@code null} where he has none or several
	 */
	String gestione(Authentication chi) {
		List<String> sue = this.enti.gestioni(this.ambito.di(chi).ids());
		return (sue.size() == 1) ? sue.get(0) : null;
	}

	@Override
	public Optional<Stato> di(String utente, String candidatura) {
		return indirizzo(utente)
			.map((i) -> new Stato(this.preferenze.silenzi(i).get(candidatura), PreferenzePosta.GIORNI_MASSIMI));
	}

}
