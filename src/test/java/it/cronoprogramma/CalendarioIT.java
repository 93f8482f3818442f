package it.cronoprogramma;

import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import it.cronoprogramma.prova.Esame;
import it.cronoprogramma.prova.Navigatore;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** On the database of the demo, and the page by keyboard, wide and narrow. */
class CalendarioIT extends ScenariCalendario {

	CalendarioIT() {
		super(false);
	}

	@Test
	void laPaginaDallaCreazioneAllaRevoca() {
		try (Navigatore browser = Navigatore.apri(this.app)) {
			Page p = browser.entra("operatore", "/");
			p.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Calendari")).press("Enter");
			assertThat(p).hasTitle("Calendari – Cronoprogramma");
			assertThat(p.getByText("Non ha ancora nessun calendario")).isVisible();
			assertThat(p.getByText("Calendari di altri")).hasCount(0);
			Esame.esamina(p, "calendari-nessuno");
			p.getByLabel("Quali scadenze").selectOption(new SelectOption().setLabel("Solo Comune di Crema"));
			pulsante(p, "Crea").press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS).first()).containsText("Calendario creato");
			assertThat(indirizzo(p)).hasValue(Pattern.compile(".*/calendario/.{43}\\.ics"));
			assertThat(pulsante(p, "Copia l'indirizzo")).isVisible();
			assertThat(p.getByText("Apri nel programma")).hasAttribute("href", Pattern.compile("^webcal://.*"));
			Esame.esamina(p, "calendari-creato");
			p.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
			pulsante(p, "Copia l'indirizzo").press("Enter");
			assertThat(p.locator("#copiato")).hasText("Indirizzo copiato.");
			assertThat((String) p.evaluate("navigator.clipboard.readText()")).isEqualTo(indirizzo(p).inputValue());
			String primo = indirizzo(p).inputValue();
			pulsante(p, "Rigenera l'indirizzo: Comune di Crema").press("Enter");
			assertThat(p.getByRole(AriaRole.STATUS).first()).containsText("quello di prima non vale più");
			assertThat(indirizzo(p)).not().hasValue(primo);
			p.reload();
			assertThat(indirizzo(p)).hasCount(0);
			assertThat(p.getByRole(AriaRole.TABLE)).containsText("mai");

			Page rtd = browser.entra("rtd", "/calendari");
			assertThat(rtd.getByText("Calendari di altri sui Suoi enti")).isVisible();
			Esame.esamina(rtd, "calendari-rtd");
			pulsante(rtd, "Revoca il calendario di operatore: Comune di Crema").press("Enter");
			assertThat(rtd.getByRole(AriaRole.STATUS).first()).containsText("Calendario revocato");
			p.reload();
			assertThat(p.getByText("Non ha ancora nessun calendario")).isVisible();
			assertThat(browser.errori()).isEmpty();
		}
	}

	private static Locator indirizzo(Page p) {
		return p.getByLabel("Indirizzo", new Page.GetByLabelOptions().setExact(true));
	}

	private static Locator pulsante(Page p, String nome) {
		return p.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(nome));
	}

}
