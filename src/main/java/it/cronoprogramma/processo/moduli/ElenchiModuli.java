package it.cronoprogramma.processo.moduli;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Tenant;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Fills in the lists of a start form: a field that says {@code "valori": "enti"} or
 * {@code "valori": "avvisi"} among its properties gets the values as they are now, for
 * the one who asks.
 */
@Component
class ElenchiModuli {

	private final ObjectMapper json = new ObjectMapper();

	private final Ufficio ufficio;

	private final IdentityService identita;

	ElenchiModuli(Ufficio ufficio, IdentityService identita) {
		this.ufficio = ufficio;
		this.identita = identita;
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
		ArrayNode valori = componente.putArray("values");
		if (elenco.equals("enti")) {
			List<Ente> enti = enti();
			enti.forEach((e) -> valori.addObject().put("value", e.id()).put("label", e.nome()));
			if (enti.size() == 1) {
				componente.put("defaultValue", enti.get(0).id());
			}
		}
		else if (elenco.equals("avvisi")) {
			avvisi().forEach((a) -> valori.addObject().put("value", a.codice()).put("label", etichetta(a)));
		}
		else {
			throw new IllegalStateException("Elenco sconosciuto in un modulo: " + elenco);
		}
	}

	/** The enti that the user may see: his own, or those of his gestione. */
	private List<Ente> enti() {
		String utente = SecurityContextHolder.getContext().getAuthentication().getName();
		return this.ufficio.enti()
			.leggi(this.identita.createTenantQuery()
				.userMember(utente)
				.includingGroupsOfUser(true)
				.list()
				.stream()
				.map(Tenant::getId)
				.collect(Collectors.toSet()));
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
