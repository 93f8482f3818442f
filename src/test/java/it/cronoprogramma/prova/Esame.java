package it.cronoprogramma.prova;

import java.nio.file.Path;
import java.util.List;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What every page has to stand: the rules of WCAG 2.1 AA that a machine can check, and
 * the widths from a telephone to a desk.
 */
public final class Esame {

	private static final int TELEFONO = 320;

	private static final int TAVOLETTA = 768;

	private static final int SCRIVANIA = 1366;

	private static final int ALTEZZA = 850;

	private Esame() {
	}

	/**
	 * What axe complains of.
	 * @param pagina the page
	 * @return the rules that are broken, with the places
	 */
	public static List<Rule> violazioni(Page pagina) {
		return violazioni(pagina, "html");
	}

	/**
	 * What axe complains of in a part of a page.
	 * @param pagina the page
	 * @param dove selects the part
	 * @return the rules that are broken, with the places
	 */
	public static List<Rule> violazioni(Page pagina, String dove) {
		// one page at a time: otherwise each look opens another page, and nothing here
		// stands in a frame of somebody else's
		return new AxeBuilder(pagina).setLegacyMode(true)
			.include(List.of(dove))
			.withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa"))
			.analyze()
			.getViolations();
	}

	/**
	 * Nothing to scroll sideways.
	 * @param pagina the page
	 * @param nome what to call it
	 * @param larghezza the window's width, pixels
	 */
	public static void nonScorreDiLato(Page pagina, String nome, int larghezza) {
		pagina.setViewportSize(larghezza, ALTEZZA);
		assertThat((Boolean) pagina.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
			.as("%s: a %d pixel non si scorre di lato", nome, larghezza)
			.isTrue();
	}

	/**
	 * Nothing for axe to complain of and nothing to scroll sideways, wide or narrow.
	 * @param pagina the page
	 * @param nome what to call it, and its figures
	 */
	public static void esamina(Page pagina, String nome) {
		pagina.waitForLoadState();
		assertThat(violazioni(pagina)).as(nome).isEmpty();
		for (int larghezza : new int[] { TELEFONO, TAVOLETTA, SCRIVANIA }) {
			nonScorreDiLato(pagina, nome, larghezza);
			if (larghezza != TAVOLETTA) {
				foto(pagina, nome + "-" + larghezza, true);
			}
			if (larghezza == TELEFONO) {
				assertThat(violazioni(pagina)).as(nome + ", stretta").isEmpty();
			}
		}
	}

	/**
	 * A picture, for whoever wants to look: {@code -Dfoto=<folder>}.
	 * @param pagina the page
	 * @param nome what to call it
	 * @param intera whether what lies below the window is wanted too
	 */
	public static void foto(Page pagina, String nome, boolean intera) {
		String cartella = System.getProperty("foto");
		if (cartella != null) {
			pagina.screenshot(new Page.ScreenshotOptions().setFullPage(intera)
				.setPath(Path.of(cartella, nome.replace(' ', '-') + ".png")));
		}
	}

}
