package it.cronoprogramma.persone;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import it.cronoprogramma.ente.CampiRifiutati;

import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * A form on a page: what stands in its fields, and what is wrong with them.
 */
final class Modulo {

	private Modulo() {
	}

	/**
	 * What a browser has sent; of a field with several values all, with commas.
	 * @param inviati the parameters
	 * @return the values by name of the field
	 */
	static Map<String, String> valori(MultiValueMap<String, String> inviati) {
		Map<String, String> valori = new LinkedHashMap<>();
		inviati.forEach((campo, scritti) -> valori.put(campo, String.join(",", scritti)));
		valori.remove("_csrf");
		return valori;
	}

	/**
	 * Fills the form.
	 * @param modello takes the values
	 * @param valori what stands in the fields
	 */
	static void riempi(Model modello, Map<String, String> valori) {
		modello.addAttribute("valori", valori);
		if (!modello.containsAttribute("errori")) {
			modello.addAttribute("errori", Map.of());
		}
	}

	/**
	 * Does what the form asks for, or shows it again.
	 * @param valori what was written
	 * @param modello what else stands on the page
	 * @param pagina gives the template where something is wrong
	 * @param azione what the form asks for; gives where to go then
	 * @return where to go, or the page with what was written and why it can not be taken
	 */
	static ModelAndView esegui(Map<String, String> valori, Model modello, Supplier<String> pagina,
			Supplier<ModelAndView> azione) {
		try {
			return azione.get();
		}
		catch (CampiRifiutati rifiuto) {
			return rifiutato(pagina.get(), modello, valori, rifiuto);
		}
	}

	/**
	 * The page again, with what was written and why it can not be taken.
	 * @param pagina the template
	 * @param modello what else stands on the page
	 * @param valori what was written
	 * @param rifiuto what is wrong
	 * @return the page
	 */
	static ModelAndView rifiutato(String pagina, Model modello, Map<String, String> valori, CampiRifiutati rifiuto) {
		Map<String, String> errori = new HashMap<>();
		rifiuto.errori().forEach((e) -> errori.merge(e.campo(), e.motivo(), (uno, altro) -> uno + "; " + altro));
		modello.addAttribute("valori", valori);
		modello.addAttribute("errori", errori);
		modello.addAttribute("rifiutati", rifiuto.errori());
		return new ModelAndView(pagina, modello.asMap(), HttpStatus.UNPROCESSABLE_ENTITY);
	}

}
