package it.cronoprogramma.accesso;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The login page.
 */
@Controller
class AccessoController {

	@GetMapping("/accesso")
	String accesso() {
		return "accesso";
	}

}
