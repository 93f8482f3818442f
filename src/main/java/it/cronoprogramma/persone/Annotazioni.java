package it.cronoprogramma.persone;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.RegistroAmministrativoRepository;
import it.cronoprogramma.ente.VoceRegistro;
import it.cronoprogramma.ente.VoceRegistro.Tipo;

import org.springframework.stereotype.Component;

/**
 * Writes down who did what.
 */
@Component
class Annotazioni {

	private final RegistroAmministrativoRepository registro;

	private final Clock orologio;

	Annotazioni(RegistroAmministrativoRepository registro, Clock orologio) {
		this.registro = registro;
		this.orologio = orologio;
	}

	/**
	 * Writes down a change: only the fields that are otherwise now.
	 * @param c who did it
	 * @param atto what he did
	 * @param cosa to what kind of thing
	 * @param id its id
	 * @param nome its name
	 * @param gestione the gestione whose ufficio RTD may read it, or {@code null}
	 * @param prima what was, or {@code null}
	 * @param dopo what is, or {@code null}
	 */
	void cambio(Competenza c, String atto, Tipo cosa, String id, String nome, String gestione,
			Map<String, String> prima, Map<String, String> dopo) {
		fatto(c.chi(), atto, cosa, id, nome, gestione, testo(prima, dopo), testo(dopo, prima));
	}

	/**
	 * Writes down anything.
	 * @param chi who did it
	 * @param atto what he did
	 * @param cosa to what kind of thing
	 * @param id its id
	 * @param nome its name
	 * @param gestione the gestione whose ufficio RTD may read it, or {@code null}
	 * @param prima what was, or {@code null}
	 * @param dopo what is, or {@code null}
	 */
	void fatto(String chi, String atto, Tipo cosa, String id, String nome, String gestione, String prima, String dopo) {
		this.registro
			.annota(new VoceRegistro(this.orologio.instant(), chi, atto, cosa, id, nome, gestione, prima, dopo));
	}

	private static String testo(Map<String, String> questi, Map<String, String> altri) {
		if (questi == null) {
			return null;
		}
		String testo = questi.entrySet()
			.stream()
			.filter((e) -> e.getValue() != null && !e.getValue().isEmpty() || altri != null)
			.filter((e) -> altri == null || !Objects.equals(e.getValue(), altri.get(e.getKey())))
			.map((e) -> e.getKey() + ": " + ((e.getValue() == null || e.getValue().isEmpty()) ? "vuoto" : e.getValue()))
			.collect(Collectors.joining("; "));
		return testo.isEmpty() ? null : testo;
	}

}
