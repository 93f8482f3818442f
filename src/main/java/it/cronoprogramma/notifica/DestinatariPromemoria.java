package it.cronoprogramma.notifica;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.ente.Destinatari;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Sostituzione;

import org.springframework.stereotype.Component;

/**
 * The one place where it is decided who is written to: the referenti of whoever holds the
 * candidatura today, or who stands in for them; the ufficio RTD where that is nobody, and
 * beside them once a term has been missed.
 */
@Component
public class DestinatariPromemoria {

	private final EnteRepository enti;

	private final PersoneRepository persone;

	DestinatariPromemoria(EnteRepository enti, PersoneRepository persone) {
		this.enti = enti;
		this.persone = persone;
	}

	/**
	 * Who is written to.
	 * @param ente the ente whose candidatura it is
	 * @param scaduto whether the term has been missed
	 * @param giorno the day in Rome on which the mail leaves
	 * @return addresses, in order; none where there is neither a referente nor an ufficio
	 * RTD
	 */
	public Set<String> di(Ente ente, boolean scaduto, LocalDate giorno) {
		String titolare = ente.titolare();
		List<Referente> referenti = this.persone.referenti(titolare);
		List<Sostituzione> sostituzioni = this.persone.sostituzioniDal(giorno);
		Set<String> utenti = Stream
			.concat(referenti.stream().map(Referente::utente), sostituzioni.stream().map((s) -> s.sostituto().utente()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		Set<String> disattivati = this.persone.disattivati(utenti);
		Set<String> indirizzi = new TreeSet<>(Destinatari.indirizzi(titolare, this.enti.leggi(titolare).gestione(),
				referenti, sostituzioni, disattivati::contains, giorno));
		if (indirizzi.isEmpty() || scaduto) {
			indirizzi.addAll(this.enti.indirizzoUfficioRtd(ente.id()));
		}
		return indirizzi;
	}

}
