package it.cronoprogramma.notifica;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import it.cronoprogramma.ente.Destinatari;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Persona;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Ruolo;
import it.cronoprogramma.ente.Sostituzione;
import it.cronoprogramma.ente.TipoReferente;
import it.cronoprogramma.ente.Utenti;

import org.springframework.stereotype.Component;

/**
 * The one place where it is decided who can be written to about an ente: the referenti of
 * whoever holds its candidature on that day, or who stands in for them; its ufficio RTD;
 * the responsabili of its gestione, or who stands in for them.
 */
@Component
public class Rubriche {

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final Utenti utenti;

	Rubriche(EnteRepository enti, PersoneRepository persone, Utenti utenti) {
		this.enti = enti;
		this.persone = persone;
		this.utenti = utenti;
	}

	/**
	 * Who can be written to on a day. People are read once, whatever the number of enti.
	 * @param giorno the day in Rome on which mail leaves
	 * @param perEnti the ids of the enti that will be asked for
	 * @return answers for these enti
	 */
	public Function<String, Rubrica> del(LocalDate giorno, Set<String> perEnti) {
		Map<String, Ente> noti = perId(perEnti);
		Map<String, Ente> titolari = perId(noti.values().stream().map(Ente::titolare).collect(Collectors.toSet()));
		Map<String, List<Referente>> referenti = this.persone.referenti(titolari.keySet())
			.stream()
			.collect(Collectors.groupingBy(Referente::ente));
		Map<String, Gestione> gestioni = this.enti.gestioni()
			.stream()
			.collect(Collectors.toMap(Gestione::id, Function.identity()));
		Map<String, List<Persona>> responsabili = new HashMap<>();
		titolari.values()
			.stream()
			.map(Ente::gestione)
			.filter(Objects::nonNull)
			.forEach((g) -> responsabili.computeIfAbsent(g, (id) -> this.utenti.conRuolo(Ruolo.RESPONSABILE, id)));
		List<Sostituzione> sostituzioni = this.persone.sostituzioniDal(giorno);
		Set<String> disattivati = this.persone.disattivati(Stream
			.concat(referenti.values().stream().flatMap(List::stream).map(Referente::utente),
					sostituzioni.stream().map((s) -> s.sostituto().utente()))
			.filter(Objects::nonNull)
			.collect(Collectors.toSet()));
		Map<String, Rubrica> fatte = new HashMap<>();
		return (ente) -> {
			Ente suo = noti.get(ente);
			Ente titolare = (suo == null) ? null : titolari.get(suo.titolare());
			if (titolare == null) {
				return Rubrica.VUOTA;
			}
			return fatte.computeIfAbsent(titolare.id(), (id) -> {
				Presenti presenti = new Presenti(titolare, sostituzioni, disattivati, giorno);
				List<Referente> suoi = referenti.getOrDefault(id, List.of());
				Gestione gestione = (titolare.gestione() == null) ? null : gestioni.get(titolare.gestione());
				return new Rubrica(
						presenti.di(suoi.stream().filter((r) -> r.tipo() != TipoReferente.SEGRETARIO).toList()),
						presenti.di(suoi.stream().filter((r) -> r.tipo() == TipoReferente.SEGRETARIO).toList()),
						(gestione == null || gestione.email() == null) ? Set.of() : Set.of(gestione.email()),
						(gestione == null) ? Set.of()
								: presenti.di(responsabili.get(gestione.id())
									.stream()
									.map((p) -> new Referente(null, id, TipoReferente.ALTRO, p.nome(), p.email(),
											p.utente(), null, null, null))
									.toList()));
			});
		};
	}

	private Map<String, Ente> perId(Set<String> ids) {
		Map<String, Ente> perId = new HashMap<>();
		List<String> tutti = new ArrayList<>(new HashSet<>(ids));
		for (int da = 0; da < tutti.size(); da += 500) {
			this.enti.leggi(tutti.subList(da, Math.min(tutti.size(), da + 500))).forEach((e) -> perId.put(e.id(), e));
		}
		return perId;
	}

	/** Who is there on a day. */
	private record Presenti(Ente ente, List<Sostituzione> sostituzioni, Set<String> disattivati, LocalDate giorno) {

		Set<String> di(List<Referente> chi) {
			return Destinatari.indirizzi(this.ente.id(), this.ente.gestione(), chi, this.sostituzioni,
					this.disattivati::contains, this.giorno);
		}

	}

}
