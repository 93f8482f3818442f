package it.cronoprogramma.calendario;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.calendario.Calendario.Tipo;
import it.cronoprogramma.calendario.CalendarioRepository.Titolo;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Gestione;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.RegistroAmministrativoRepository;
import it.cronoprogramma.ente.VoceRegistro;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes calendars, revokes them and hands them out. What stands in an address is made
 * here and kept nowhere, as that of a link to set a password.
 */
@Service
class Calendari {

	/**
	 * How long a term that was closed stays, cancelled: programs that come once a season
	 * still hear of it, and afterwards it is only weight.
	 */
	static final Duration CHIUSI = Duration.ofDays(90);

	private static final Pattern SEGRETO = Pattern.compile("[A-Za-z0-9_-]{43}");

	private static final String NON_ESISTE = "Il calendario richiesto non esiste.";

	private final CalendarioRepository calendari;

	private final Portata portata;

	private final EnteRepository enti;

	private final PersoneRepository persone;

	private final RegistroAmministrativoRepository registro;

	private final CatalogoAvvisi catalogo;

	private final TitoliAvvisiRepository titoli;

	private final Clock orologio;

	private final Agenda agenda;

	Calendari(CalendarioRepository calendari, Portata portata, EnteRepository enti, PersoneRepository persone,
			RegistroAmministrativoRepository registro, CatalogoAvvisi catalogo, TitoliAvvisiRepository titoli,
			Clock orologio, @Value("${cronoprogramma.indirizzo}") String indirizzo,
			@Value("${cronoprogramma.posta.mittente}") String mittente) throws AddressException {
		this.calendari = calendari;
		this.portata = portata;
		this.enti = enti;
		this.persone = persone;
		this.registro = registro;
		this.catalogo = catalogo;
		this.titoli = titoli;
		this.orologio = orologio;
		this.agenda = new Agenda(indirizzo, new InternetAddress(mittente).getAddress());
	}

	/**
	 * What is read at an address.
	 * @param segreto what stands in the address, whatever somebody has written there
	 * @return the calendar; nothing if there never was one, it was revoked, or whoever
	 * made it may not have it any more
	 */
	@Transactional
	Optional<Letto> leggi(String segreto) {
		if (!SEGRETO.matcher(segreto).matches()) {
			return Optional.empty();
		}
		Instant adesso = this.orologio.instant();
		LocalDate oggi = Roma.giorno(adesso);
		return this.calendari.conImpronta(Invito.impronta(segreto))
			.flatMap((k) -> this.portata.enti(k.utente(), k.tipo(), k.oggetto(), oggi)
				.map((visti) -> letto(k, visti, adesso, oggi)));
	}

	private Letto letto(Calendario k, Set<String> visti, Instant adesso, LocalDate oggi) {
		List<Impegno> impegni = this.calendari.impegni(visti, adesso.minus(CHIUSI), titoli());
		byte[] file = this.agenda.scrivi("Scadenze: " + nome(k), impegni);
		// one character for one octet: the fingerprint of the bytes as they are
		String contenuto = Invito.impronta(new String(file, StandardCharsets.ISO_8859_1));
		Instant cambiato = contenuto.equals(k.contenuto()) ? k.cambiato() : adesso.truncatedTo(ChronoUnit.SECONDS);
		if (!contenuto.equals(k.contenuto()) || !oggi.equals(k.letto())) {
			this.calendari.segnaLetto(k.id(), oggi, contenuto, cambiato);
		}
		return new Letto(file, contenuto, cambiato);
	}

	private Map<String, Titolo> titoli() {
		Map<String, Titolo> titoli = new HashMap<>();
		this.titoli.tutti().forEach((codice, t) -> titoli.put(codice, new Titolo(t.titolo(), t.misura())));
		this.catalogo.tutti().forEach((a) -> titoli.put(a.codice(), new Titolo(a.titolo(), a.pacchetto().nome())));
		return titoli;
	}

	/**
	 * The calendars of somebody.
	 * @param utente the login name
	 * @return the calendars, the oldest first, whether they can be read or not
	 */
	List<Calendario> di(String utente) {
		return this.calendari.di(utente);
	}

	/**
	 * Makes a calendar.
	 * @param utente the login name of whoever wants it
	 * @param tipo what it is made of
	 * @param oggetto the id of the ente or of the gestione, for a referente his login
	 * name
	 * @return what stands in its address
	 * @throws Rifiuto if he may not see that, or has it already
	 */
	@Transactional
	String crea(String utente, Tipo tipo, String oggetto) {
		this.persone.serra();
		Instant adesso = this.orologio.instant();
		if (this.portata.enti(utente, tipo, oggetto, Roma.giorno(adesso)).isEmpty()) {
			throw Rifiuto.nonValido("Scelga dall'elenco quali scadenze mettere nel calendario.");
		}
		if (this.calendari.di(utente).stream().anyMatch((k) -> k.tipo() == tipo && k.oggetto().equals(oggetto))) {
			throw Rifiuto.nonValido("Questo calendario c'è già: se ne ha perso l'indirizzo, lo rigeneri.");
		}
		Calendario nuovo = new Calendario(UUID.randomUUID().toString(), utente, tipo, oggetto, adesso, null, null,
				null);
		String segreto = Invito.segreto();
		this.calendari.inserisci(nuovo, Invito.impronta(segreto));
		annota(utente, "Calendario creato", nuovo, adesso);
		return segreto;
	}

	/**
	 * Gives a calendar another address.
	 * @param id its id
	 * @param utente the login name of whoever made it
	 * @return the calendar and what stands in its new address
	 * @throws Rifiuto if it is not his, or he may not have it any more
	 */
	@Transactional
	Rigenerato rigenera(String id, String utente) {
		this.persone.serra();
		Instant adesso = this.orologio.instant();
		Calendario k = suo(id, utente)
			.filter((x) -> this.portata.enti(utente, x.tipo(), x.oggetto(), Roma.giorno(adesso)).isPresent())
			.orElseThrow(() -> Rifiuto.nonTrovato(NON_ESISTE));
		String segreto = Invito.segreto();
		this.calendari.rigenera(id, Invito.impronta(segreto), adesso);
		annota(utente, "Indirizzo del calendario rigenerato", k, adesso);
		return new Rigenerato(k, segreto);
	}

	/**
	 * Takes a calendar away.
	 * @param id its id
	 * @param c who does it, and what he manages: of others he can take away what shows
	 * something of it
	 * @return the calendar that was
	 * @throws Rifiuto if it is not his to take away
	 */
	@Transactional
	Calendario revoca(String id, Competenza c) {
		this.persone.serra();
		Calendario k = suo(id, c.chi()).or(() -> this.calendari.diAltri(id, c))
			.orElseThrow(() -> Rifiuto.nonTrovato(NON_ESISTE));
		this.calendari.togli(id);
		annota(c.chi(), "Calendario revocato", k, this.orologio.instant());
		return k;
	}

	private Optional<Calendario> suo(String id, String utente) {
		return this.calendari.di(utente).stream().filter((k) -> k.id().equals(id)).findFirst();
	}

	/**
	 * What a calendar shows, in words.
	 * @param k the calendar
	 * @return e.g. {@code Comune di Crema}
	 */
	String nome(Calendario k) {
		return nomi(List.of(k)).get(k.id());
	}

	/**
	 * What calendars show, in words.
	 * @param quali the calendars
	 * @return the words by the calendar's id
	 */
	Map<String, String> nomi(List<Calendario> quali) {
		Map<String, String> perEnte = this.enti.leggi(oggetti(quali, Tipo.ENTE))
			.stream()
			.collect(Collectors.toMap(Ente::id, Ente::nomeOggi));
		Map<String, String> perGestione = quali.stream().noneMatch((k) -> k.tipo() == Tipo.GESTIONE) ? Map.of()
				: this.enti.gestioni().stream().collect(Collectors.toMap(Gestione::id, Gestione::nome));
		return quali.stream().collect(Collectors.toMap(Calendario::id, (k) -> switch (k.tipo()) {
			case REFERENTE -> "gli enti del referente";
			case ENTE -> perEnte.getOrDefault(k.oggetto(), k.oggetto());
			case GESTIONE -> perGestione.getOrDefault(k.oggetto(), k.oggetto());
		}));
	}

	private static Set<String> oggetti(List<Calendario> quali, Tipo tipo) {
		return quali.stream().filter((k) -> k.tipo() == tipo).map(Calendario::oggetto).collect(Collectors.toSet());
	}

	private void annota(String chi, String atto, Calendario k, Instant quando) {
		this.registro.annota(new VoceRegistro(quando, chi, atto, VoceRegistro.Tipo.CALENDARIO, k.id(),
				nome(k) + ", calendario di " + k.utente(), gestione(k, Roma.giorno(quando)), null, null));
	}

	/** Whose ufficio RTD may read of it: that of all the enti, where it is one. */
	private String gestione(Calendario k, LocalDate giorno) {
		if (k.tipo() == Tipo.GESTIONE) {
			return k.oggetto();
		}
		Set<String> mostrati = (k.tipo() == Tipo.ENTE) ? Set.of(k.oggetto())
				: this.portata.enti(k.utente(), k.tipo(), k.oggetto(), giorno).orElse(Set.of());
		List<String> gestioni = this.enti.leggi(mostrati)
			.stream()
			.map((e) -> (e.gestione() == null) ? "" : e.gestione())
			.distinct()
			.toList();
		return (gestioni.size() == 1 && !gestioni.get(0).isEmpty()) ? gestioni.get(0) : null;
	}

	/**
	 * What was read.
	 *
	 * @param file the calendar
	 * @param impronta its fingerprint
	 * @param cambiato since when it has been so
	 */
	record Letto(byte[] file, String impronta, Instant cambiato) {
	}

	/**
	 * A calendar that has another address.
	 *
	 * @param calendario the calendar
	 * @param segreto what stands in the address
	 */
	record Rigenerato(Calendario calendario, String segreto) {
	}

}
