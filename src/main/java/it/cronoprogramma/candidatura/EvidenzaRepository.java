package it.cronoprogramma.candidatura;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.avviso.Servizio;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was found of the criteria of conformity. Whoever writes holds the candidatura
 * until his transaction ends: two people write one after the other, and the second is
 * told what the first has changed.
 */
@Repository
public class EvidenzaRepository {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final CandidaturaRepository candidature;

	EvidenzaRepository(JdbcClient jdbc, JdbcTemplate template, CandidaturaRepository candidature) {
		this.jdbc = jdbc;
		this.template = template;
		this.candidature = candidature;
	}

	/**
	 * How far a candidatura has come towards conformity.
	 * @param c the candidatura
	 * @param catalogo names of services, and the criteria
	 * @return site and services; neither before the package is composed
	 */
	public Conformita conformita(Candidatura c, CatalogoAvvisi catalogo) {
		Pacchetto pacchetto = catalogo.avviso(c.avviso()).pacchetto();
		Map<String, Map<String, Evidenza>> evidenze = tutte(c.codice());
		List<Conformita.Oggetto> oggetti = new ArrayList<>();
		if (pacchetto.sito() && c.sitoAvvio().isPresent()) {
			oggetti.add(new Conformita.Oggetto(Conformita.SITO, "Sito internet", true,
					catalogo.criteri(pacchetto, Criterio.Oggetto.SITO),
					evidenze.getOrDefault(Conformita.SITO, Map.of()), c.sitoUrl().orElse(null),
					c.sitoOnline().orElse(null), c.sitoVerificato()));
		}
		List<Criterio> delServizio = catalogo.criteri(pacchetto, Criterio.Oggetto.SERVIZIO);
		Map<String, String> nomi = catalogo.servizi(pacchetto)
			.stream()
			.collect(Collectors.toMap(Servizio::codice, Servizio::nome));
		for (ServizioFinanziato s : this.candidature.servizi(c.codice())) {
			oggetti.add(new Conformita.Oggetto(s.servizio(), nome(s, nomi), false, delServizio,
					evidenze.getOrDefault(s.servizio(), Map.of()), s.url(), s.online(), s.verificato()));
		}
		return new Conformita(List.copyOf(oggetti), !pacchetto.sito());
	}

	private static String nome(ServizioFinanziato s, Map<String, String> nomi) {
		return nomi.getOrDefault(s.servizio(), s.nome())
				+ s.modalita().map(Modalita::nome).map((m) -> " (" + m + ")").orElse("");
	}

	/**
	 * Records criteria as respected and leaves the others as they are: a tick list does
	 * not know what it was shown, so that what is not ticked says nothing. The lines of
	 * the story go with the candidatura, which is recorded afterwards.
	 * @param c the candidatura
	 * @param oggetto {@code sito} or the code of a service
	 * @param nome what people call it
	 * @param rispettati codes of the criteria ticked
	 * @param autore who verified
	 * @throws Rifiuto if somebody has written that one of them is not respected, or still
	 * to be verified
	 */
	public void salvaCriteri(Candidatura c, String oggetto, String nome, Set<String> rispettati, Autore autore) {
		this.candidature.blocca(c.codice());
		Map<String, Evidenza> presenti = di(c.codice(), oggetto);
		List<Scrittura> spunte = rispettati.stream()
			.filter((k) -> !presenti.containsKey(k) || !presenti.get(k).rispettato())
			.map((k) -> new Scrittura(k, 0, StatoCriterio.RISPETTATO, ""))
			.toList();
		Fusione fusione = Fusione.di(presenti, spunte, autore);
		if (!fusione.respinte().isEmpty()) {
			throw Rifiuto.conflitto(
					"Nella pagina della conformità è scritto altro, per %s: %s. Il modulo non cambia ciò che è "
							+ "scritto lì: lo cambi nella pagina, oppure tolga la spunta.",
					nome,
					fusione.respinte()
						.stream()
						.map(Fusione.Respinta::presente)
						.map((e) -> e.criterio() + " " + e.inParole() + " (" + e.firma() + ")")
						.collect(Collectors.joining("; ")));
		}
		scrivi(c.codice(), oggetto, fusione.accolte());
		fusione.accolte().forEach((a) -> {
			VoceStoria voce = a.voce(nome);
			c.annota(voce.fatto(), voce.atto(), voce.prima(), voce.dopo());
		});
	}

	/**
	 * Writes what somebody found, criterion by criterion: what he had not read is not
	 * replaced, the rest is recorded.
	 * @param codice the candidatura's code
	 * @param oggetto the site or the service, as it was read
	 * @param scritture what he found
	 * @param autore who, and when
	 * @return what was recorded and what was not
	 * @throws Rifiuto if it is not the moment, or a criterion does not apply
	 */
	@Transactional
	public Fusione salva(String codice, Conformita.Oggetto oggetto, List<Scrittura> scritture, Autore autore) {
		Candidatura c = this.candidature.blocca(codice);
		if (!c.conformitaModificabile()) {
			throw Rifiuto.conflitto("La candidatura %s è nello stato «%s»: la conformità si compila solo durante il "
					+ "completamento. Non è stato salvato nulla.", codice, c.stato().nome());
		}
		for (Scrittura s : scritture) {
			if (oggetto.criteri().stream().noneMatch((k) -> k.codice().equals(s.criterio()))) {
				throw Rifiuto.nonValido("Il criterio «%s» non è tra quelli previsti per «%s». Non è stato salvato "
						+ "nulla: ricarichi la pagina.", s.criterio(), oggetto.nome());
			}
		}
		Fusione fusione = Fusione.di(di(codice, oggetto.codice()), scritture, autore);
		scrivi(codice, oggetto.codice(), fusione.accolte());
		this.candidature.narra(codice, fusione.accolte().stream().map((a) -> a.voce(oggetto.nome())).toList(), autore);
		return fusione;
	}

	private void scrivi(String codice, String oggetto, List<Fusione.Accolta> accolte) {
		for (Fusione.Accolta a : accolte) {
			Evidenza e = a.dopo();
			OffsetDateTime quando = e.verificato().atOffset(ZoneOffset.UTC);
			if (a.prima().scritta()) {
				this.template.update("""
						UPDATE evidenza SET stato = ?, evidenza = ?, verificato = ?, verificato_da = ?, versione = ?
						WHERE candidatura = ? AND oggetto = ? AND criterio = ?""", e.stato().codice(), e.testo(),
						quando, e.verificatoDa(), e.versione(), codice, oggetto, e.criterio());
			}
			else {
				this.template.update("""
						INSERT INTO evidenza (candidatura, oggetto, criterio, stato, evidenza, verificato,
							verificato_da, versione)
						VALUES (?, ?, ?, ?, ?, ?, ?, ?)""", codice, oggetto, e.criterio(), e.stato().codice(),
						e.testo(), quando, e.verificatoDa(), e.versione());
			}
		}
	}

	private Map<String, Evidenza> di(String codice, String oggetto) {
		return tutte(codice).getOrDefault(oggetto, Map.of());
	}

	private Map<String, Map<String, Evidenza>> tutte(String codice) {
		Map<String, Map<String, Evidenza>> tutte = new HashMap<>();
		this.jdbc.sql("SELECT * FROM evidenza WHERE candidatura = :codice").param("codice", codice).query((rs) -> {
			tutte.computeIfAbsent(rs.getString("oggetto"), (o) -> new TreeMap<>())
				.put(rs.getString("criterio"),
						new Evidenza(rs.getString("criterio"), StatoCriterio.leggi(rs.getString("stato")),
								rs.getString("evidenza"), rs.getObject("verificato", OffsetDateTime.class).toInstant(),
								rs.getString("verificato_da"), rs.getInt("versione")));
		});
		return tutte;
	}

}
