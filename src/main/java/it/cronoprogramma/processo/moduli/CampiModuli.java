package it.cronoprogramma.processo.moduli;

import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Which fields each form owns: read from the form itself, so that the list cannot grow
 * stale.
 */
@Component
public class CampiModuli {

	private final Map<String, Set<String>> campi = new HashMap<>();

	CampiModuli() throws IOException {
		ObjectMapper json = new ObjectMapper();
		for (Resource r : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*.form")) {
			JsonNode modulo = json.readTree(r.getInputStream());
			Set<String> chiavi = new HashSet<>();
			raccogli(modulo, chiavi);
			this.campi.put(modulo.path("id").asText(), chiavi);
		}
	}

	/**
	 * Refuses what the form does not own.
	 * @param modulo the form's id
	 * @param nomi the names that were sent
	 * @throws Rifiuto if a name is not one of the form's fields
	 */
	public void controlla(String modulo, Set<String> nomi) {
		Set<String> propri = di(modulo);
		for (String nome : nomi) {
			if (!propri.contains(nome)) {
				throw Rifiuto.nonValido("Il campo «%s» non fa parte di questo modulo: non è stato registrato nulla.",
						nome);
			}
		}
	}

	/**
	 * What a form owns.
	 * @param modulo the form's id
	 * @return the names of its fields; none of a form that is not ours
	 */
	Set<String> di(String modulo) {
		return this.campi.getOrDefault(modulo, Set.of());
	}

	private static void raccogli(JsonNode nodo, Set<String> chiavi) {
		for (JsonNode componente : nodo.path("components")) {
			String chiave = componente.path("key").asText("");
			if (!chiave.isEmpty()) {
				chiavi.add(chiave);
			}
			raccogli(componente, chiavi);
		}
	}

}
