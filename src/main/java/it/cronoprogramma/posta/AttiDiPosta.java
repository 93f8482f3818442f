package it.cronoprogramma.posta;

import java.time.Clock;
import java.util.Locale;

import it.cronoprogramma.ente.RegistroAmministrativoRepository;
import it.cronoprogramma.ente.VoceRegistro;
import it.cronoprogramma.notifica.ArchivioPosta;
import it.cronoprogramma.notifica.ArchivioPosta.Archiviata;
import it.cronoprogramma.notifica.ArchivioPosta.Sguardo;
import it.cronoprogramma.notifica.LavoriDiPosta;
import it.cronoprogramma.notifica.Messaggio.StatoMessaggio;
import it.cronoprogramma.notifica.MessaggioRepository;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the ufficio RTD does about mail that has not arrived. Each act leaves a line in
 * the register.
 */
@Service
class AttiDiPosta {

	private final ArchivioPosta archivio;

	private final MessaggioRepository messaggi;

	private final LavoriDiPosta lavori;

	private final RegistroAmministrativoRepository registro;

	private final Clock orologio;

	AttiDiPosta(ArchivioPosta archivio, MessaggioRepository messaggi, LavoriDiPosta lavori,
			RegistroAmministrativoRepository registro, Clock orologio) {
		this.archivio = archivio;
		this.messaggi = messaggi;
		this.lavori = lavori;
		this.registro = registro;
		this.orologio = orologio;
	}

	/**
	 * Tries a mail again.
	 * @param id its id, as somebody wrote it
	 * @param s what he may see
	 * @param chi who he is
	 * @param gestione his gestione, or {@code null}
	 * @throws Rifiuto if he does not see it, or it does not wait for anybody
	 */
	@Transactional
	void riprova(String id, Sguardo s, String chi, String gestione) {
		Archiviata a = this.archivio.trova(s, id)
			.orElseThrow(() -> Rifiuto.nonTrovato("La mail richiesta non esiste."));
		if (a.messaggio().stato() != StatoMessaggio.DA_INVIARE) {
			throw Rifiuto.conflitto("Questa mail non attende più: aggiorni la pagina.");
		}
		this.lavori.riprova(a.messaggio());
		annota(chi, "Mail ritentata", id, a.messaggio().indirizzo(),
				(a.messaggio().gestione() != null) ? a.messaggio().gestione() : gestione);
	}

	/**
	 * Lets an address that refuses be written to again.
	 * @param indirizzo the address, as somebody wrote it
	 * @param s what he may see
	 * @param chi who he is
	 * @param gestione his gestione, or {@code null}
	 * @throws Rifiuto if it does not refuse, as far as he may know
	 */
	@Transactional
	void riprovaIndirizzo(String indirizzo, Sguardo s, String chi, String gestione) {
		if (!this.archivio.respinto(s, indirizzo)) {
			throw Rifiuto.nonTrovato("L'indirizzo «%s» non è tra quelli che rifiutano la posta.", indirizzo);
		}
		String suo = indirizzo.toLowerCase(Locale.ROOT);
		this.messaggi.accetta(suo);
		annota(chi, "Indirizzo ritentato", "indirizzo", suo, gestione);
	}

	private void annota(String chi, String atto, String oggetto, String indirizzo, String gestione) {
		this.registro.annota(new VoceRegistro(this.orologio.instant(), chi, atto, VoceRegistro.Tipo.POSTA, oggetto,
				indirizzo, gestione, null, null));
	}

}
