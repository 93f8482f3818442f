package it.cronoprogramma.prova;

import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import org.junit.jupiter.api.Assumptions;

/**
 * A browser as a comune's operator has it: Italian, in Rome, unless a test asks for
 * another; each visit with no memory of the one before. It notes what the browser
 * complains of.
 */
public final class Navigatore implements AutoCloseable {

	/** Two slow cores shared with a whole application. */
	private static final int ATTESA_MILLIS = 40_000;

	private final Chromium chromium;

	private final String indirizzo;

	private final String lingua;

	private final String fuso;

	private final List<BrowserContext> visite = new ArrayList<>();

	private final List<String> errori = new ArrayList<>();

	private Navigatore(int porta, String lingua, String fuso) {
		this.indirizzo = "http://localhost:" + porta;
		this.lingua = lingua;
		this.fuso = fuso;
		this.chromium = new Chromium();
		PlaywrightAssertions.setDefaultAssertionTimeout(ATTESA_MILLIS);
	}

	/**
	 * Says whether there is a browser. Without one the tests that need it are left out;
	 * on the build server ({@code CI=true}) they fail.
	 */
	public static void serve() {
		if (!Chromium.presente() && "true".equals(System.getenv("CI"))) {
			throw new IllegalStateException(Chromium.MANCA);
		}
		Assumptions.assumeTrue(Chromium.presente(), Chromium.MANCA + ": le prove di navigazione non si eseguono");
	}

	/**
	 * Opens the browser.
	 * @param app the application it goes to
	 * @return the browser
	 */
	public static Navigatore apri(Applicazione app) {
		return apri(app, "it-IT", "Europe/Rome");
	}

	/**
	 * Opens the browser of somebody elsewhere.
	 * @param app the application it goes to
	 * @param lingua the browser's language, e.g. {@code en-US}
	 * @param fuso the browser's time zone, e.g. {@code America/New_York}
	 * @return the browser
	 */
	public static Navigatore apri(Applicazione app, String lingua, String fuso) {
		serve();
		return new Navigatore(app.porta(), lingua, fuso);
	}

	/**
	 * A page of the application, visited by somebody who has never been there.
	 * @param percorso the path
	 * @return the page
	 */
	public Page visita(String percorso) {
		BrowserContext visita = this.chromium.browser()
			.newContext(new Browser.NewContextOptions().setLocale(this.lingua)
				.setTimezoneId(this.fuso)
				.setViewportSize(1366, 850));
		visita.setDefaultTimeout(ATTESA_MILLIS);
		visita.setDefaultNavigationTimeout(ATTESA_MILLIS);
		this.visite.add(visita);
		Page pagina = visita.newPage();
		pagina.onConsoleMessage((m) -> {
			if (m.type().equals("error")) {
				this.errori.add(m.text() + " [" + m.location() + "]");
			}
		});
		pagina.onPageError((e) -> this.errori.add("eccezione: " + e));
		pagina.navigate(indirizzo(percorso));
		return pagina;
	}

	/**
	 * A page of the application, visited by a user who logs in first.
	 * @param utente the user, whose password is his name
	 * @param percorso the path
	 * @return the page
	 */
	public Page entra(String utente, String percorso) {
		Page pagina = visita("/accesso");
		pagina.locator("#utente").fill(utente);
		pagina.locator("#password").fill(utente);
		pagina.locator("button[type=submit]").click();
		pagina.waitForURL(indirizzo("/"));
		if (!percorso.equals("/")) {
			pagina.navigate(indirizzo(percorso));
		}
		if (percorso.contains("/app/tasklist/")) {
			attendiTasklist(pagina);
		}
		return pagina;
	}

	/**
	 * Tasklist now and then comes up without its list and needs to be loaded again (seen
	 * once in about ten runs, cause unknown): once, and only here.
	 */
	private static void attendiTasklist(Page pagina) {
		Locator cerca = pagina.getByPlaceholder("Filtra le attività");
		try {
			cerca.waitFor(new Locator.WaitForOptions().setTimeout(15_000));
		}
		catch (TimeoutError ex) {
			pagina.reload();
			cerca.waitFor();
		}
	}

	/**
	 * The address of a path.
	 * @param percorso the path
	 * @return the address
	 */
	public String indirizzo(String percorso) {
		return this.indirizzo + percorso;
	}

	/**
	 * What the browser has complained of since it was last asked: errors on the console,
	 * exceptions of scripts, answers of the server that refuse.
	 * @return the complaints
	 */
	public List<String> errori() {
		List<String> finora = List.copyOf(this.errori);
		this.errori.clear();
		return finora;
	}

	/**
	 * Ends the visits.
	 */
	public void congeda() {
		this.visite.forEach(BrowserContext::close);
		this.visite.clear();
	}

	@Override
	public void close() {
		this.chromium.close();
	}

}
