package it.cronoprogramma.prova;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;

/**
 * Debian's Chromium, driven by Playwright. Playwright would download a browser of its
 * own: a build takes nothing from anywhere but Maven Central.
 */
public final class Chromium implements AutoCloseable {

	private static final Path ESEGUIBILE = Path.of("/usr/bin/chromium");

	static final String MANCA = "Manca il browser " + ESEGUIBILE + " (pacchetto Debian «chromium»)";

	private static final List<String> OPZIONI = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
			"--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

	private final Playwright playwright;

	private final Browser browser;

	/**
	 * Starts the browser.
	 */
	public Chromium() {
		if (!presente()) {
			throw new IllegalStateException(MANCA);
		}
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(ESEGUIBILE).setArgs(OPZIONI));
	}

	static boolean presente() {
		return Files.isExecutable(ESEGUIBILE);
	}

	/**
	 * The browser that was started.
	 * @return the browser
	 */
	public Browser browser() {
		return this.browser;
	}

	@Override
	public void close() {
		this.playwright.close();
	}

}
