package it.cronoprogramma.processo.moduli;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.FornitoreRepository;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.Visibilita;
import it.cronoprogramma.processo.Ufficio;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Fills in the lists of a start form: a field that says {@code "valori"} among its
 * properties (enti, entiDaUnire, avvisi, scadenze, candidature, liquidate,
 * contrattualizzate, rinunciabili, revocabili, superate, fornitori, attivita,
 * differimenti, attesaDecreto, scenario) gets the values as they are now, for the one who
 * asks.
 */
@Component
class ElenchiModuli {

	private static final int VOCI_MASSIME = 2_000;

	private final ObjectMapper json = new ObjectMapper();

	private final Ufficio ufficio;

	private final Visibilita visibilita;

	private final ScenarioDalVivo scenario;

	private final ContrattiDalVivo contratti;

	private final FornitoreRepository fornitori;

	ElenchiModuli(Ufficio ufficio, Visibilita visibilita, ScenarioDalVivo scenario, ContrattiDalVivo contratti,
			FornitoreRepository fornitori) {
		this.fornitori = fornitori;
		this.contratti = contratti;
		this.scenario = scenario;
		this.ufficio = ufficio;
		this.visibilita = visibilita;
	}

	byte[] compila(byte[] modulo) throws IOException {
		JsonNode radice = this.json.readTree(modulo);
		compila(radice);
		return this.json.writeValueAsBytes(radice);
	}

	private void compila(JsonNode nodo) {
		for (JsonNode componente : nodo.path("components")) {
			String elenco = componente.path("properties").path("valori").asText("");
			if (!elenco.isEmpty()) {
				valori((ObjectNode) componente, elenco);
			}
			compila(componente);
		}
	}

	private void valori(ObjectNode componente, String elenco) {
		if (elenco.equals("scenario")) {
			componente.put("dataSource", this.scenario.espressione(inVita(enti())));
			return;
		}
		if (elenco.equals("attesaDecreto")) {
			componente.put("defaultValue", attesaDecreto());
			return;
		}
		if (elenco.equals("attivita")) {
			componente.put("valuesExpression", this.contratti.attivita(visibili()));
			return;
		}
		ArrayNode valori = componente.putArray("values");
		switch (elenco) {
			case "enti" -> {
				List<Ente> enti = inVita(enti());
				enti.forEach((e) -> aggiungi(valori, e.id(), e.nome()));
				if (enti.size() == 1) {
					componente.put("defaultValue", enti.get(0).id());
				}
			}
			case "entiDaUnire" -> inVita(amministra() ? this.ufficio.enti().tutti() : enti())
				.forEach((e) -> aggiungi(valori, e.id(), e.nome()));
			case "avvisi" -> avvisi().forEach((a) -> aggiungi(valori, a.codice(), etichetta(a)));
			case "scadenze" -> scadenze(valori);
			case "candidature" -> candidature(valori);
			case "liquidate" -> candidature(valori, (c) -> c.fase().dopoErogazione());
			case "fornitori" -> fornitori(valori);
			case "contrattualizzate" -> candidature(valori, ContrattiDalVivo::contrattualizzata);
			case "rinunciabili" -> candidature(valori, Candidatura::rinunciabile);
			case "revocabili" -> candidature(valori, Candidatura::revocabile);
			case "superate" -> candidature(valori, (c) -> !c.viva());
			case "differimenti" -> differimenti(valori);
			default -> throw new IllegalStateException("Elenco sconosciuto in un modulo: " + elenco);
		}
	}

	private static void aggiungi(ArrayNode valori, String valore, String etichetta) {
		valori.addObject().put("value", valore).put("label", etichetta);
	}

	/** What the user may see: his own enti, or those of his gestione. */
	private Set<String> visibili() {
		return this.visibilita.di(SecurityContextHolder.getContext().getAuthentication().getName());
	}

	private List<Ente> enti() {
		return this.ufficio.enti().leggi(visibili());
	}

	/** One that has gone into another asks for nothing any more. */
	private static List<Ente> inVita(List<Ente> enti) {
		return enti.stream().filter((e) -> !e.soppresso()).toList();
	}

	/** Who runs the installation is of no ente, and acts for all of them. */
	private static boolean amministra() {
		return SecurityContextHolder.getContext()
			.getAuthentication()
			.getAuthorities()
			.stream()
			.anyMatch((ruolo) -> ruolo.getAuthority().equals("ROLE_AMMINISTRATORE"));
	}

	/** Earliest first: what is most urgent is what somebody has just looked up. */
	private void scadenze(ArrayNode valori) {
		Map<String, String> nomi = nomiDelleCandidature();
		this.ufficio.scadenze()
			.pendenti(visibili(), VOCI_MASSIME)
			.stream()
			.filter((s) -> s.termine().differibile())
			.forEach((s) -> aggiungi(valori, s.id(),
					nomi.get(s.candidatura()) + " · " + s.termine().nome() + " · " + Parole.giorno(s.governante())));
	}

	private void candidature(ArrayNode valori) {
		Map<String, String> nomi = nomiDelleCandidature();
		this.ufficio.scadenze()
			.pendenti(visibili(), VOCI_MASSIME)
			.stream()
			.map(Scadenza::candidatura)
			.distinct()
			.sorted(Comparator.comparing(nomi::get))
			.forEach((c) -> aggiungi(valori, c, nomi.get(c)));
	}

	private Map<String, String> nomiDelleCandidature() {
		Map<String, String> enti = enti().stream().collect(Collectors.toMap(Ente::id, Ente::nomeOggi));
		return this.ufficio.candidature()
			.diEnti(enti.keySet())
			.stream()
			.collect(Collectors.toMap(Candidatura::codice,
					(c) -> enti.get(c.ente()) + " · " + c.avviso() + " · " + c.codice()));
	}

	private void fornitori(ArrayNode valori) {
		Map<String, String> enti = enti().stream().collect(Collectors.toMap(Ente::id, Ente::nome));
		aggiungi(valori, "nuovo", "Nuovo: lo scrivo qui sotto");
		this.fornitori.noti(enti.keySet())
			.forEach(
					(f) -> aggiungi(valori, f.id(), f.perEsteso() + (f.interno() ? " · " + enti.get(f.ambito()) : "")));
	}

	/** The state is told too: it says why a candidatura is among them. */
	private void candidature(ArrayNode valori, Predicate<Candidatura> quali) {
		Map<String, String> nomi = nomiDelleCandidature();
		this.ufficio.candidature()
			.diEnti(visibili())
			.stream()
			.filter(quali)
			.sorted(Comparator.comparing((c) -> nomi.get(c.codice())))
			.forEach((c) -> aggiungi(valori, c.codice(), nomi.get(c.codice()) + " · " + c.stato().nome()));
	}

	/** One line each, as the form wants them: what is not in the decree is struck out. */
	private String attesaDecreto() {
		Map<String, String> nomi = nomiDelleCandidature();
		StringBuilder righe = new StringBuilder();
		this.ufficio.candidature()
			.diEnti(visibili())
			.stream()
			.filter((c) -> c.fase() == Stato.CUP_INSERITO)
			.sorted(Comparator.comparing(Candidatura::avviso).thenComparing((c) -> nomi.get(c.codice())))
			.forEach((c) -> righe.append(c.codice())
				.append("; ")
				.append(c.importo().orElseThrow().toPlainString().replace('.', ','))
				.append(" # ")
				.append(nomi.get(c.codice()))
				.append('\n'));
		return righe.toString();
	}

	/** Only what can be undone: applied, and no revoca itself. */
	private void differimenti(ArrayNode valori) {
		this.ufficio.differimenti()
			.elenco(visibili(), VOCI_MASSIME)
			.stream()
			.filter((d) -> d.effetto() != null && d.stato() == StatoAtto.CONCLUSO)
			.forEach((d) -> aggiungi(valori, Long.toString(d.numero()), "n. " + d.numero() + " · " + d.attoConData()
					+ " · " + d.inParole() + " · " + d.termineInParole() + " · " + d.ambito()));
	}

	/** Closed avvisi too: a domanda sent in time may be recorded later. */
	private List<Avviso> avvisi() {
		return this.ufficio.catalogo()
			.tutti()
			.stream()
			.filter((a) -> !this.ufficio.oggi().isBefore(a.apertura()))
			.sorted((a, b) -> b.chiusura().compareTo(a.chiusura()))
			.toList();
	}

	private String etichetta(Avviso a) {
		return a.titolo() + (this.ufficio.oggi().isAfter(a.chiusura())
				? " – chiuso il " + Parole.giorno(a.chiusura()) + ": solo per domande inviate entro quel giorno"
				: " – aperto fino al " + Parole.giorno(a.chiusura()) + " ore 23:59");
	}

}
