package it.cronoprogramma.prova;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Somebody at a browser, without the browser: cookies, the login page, the web apps' CSRF
 * token.
 */
public final class Sessione {

	private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final CookieManager cookie = new CookieManager(null, CookiePolicy.ACCEPT_ALL);

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookie).build();

	private final String base;

	private final String basic;

	private String tokenPagine;

	private Sessione(int porta, String basic) {
		this.base = "http://localhost:" + porta;
		this.basic = basic;
	}

	/**
	 * Nobody in particular.
	 * @param app the application
	 * @return a session without a login
	 */
	public static Sessione anonima(Applicazione app) {
		return new Sessione(app.porta(), null);
	}

	/**
	 * A script with name and password.
	 * @param app the application
	 * @param utente the user
	 * @param password his password
	 * @return what sends HTTP Basic with each call
	 */
	public static Sessione basic(Applicazione app, String utente, String password) {
		return basic(app.porta(), utente, password);
	}

	/**
	 * A script with name and password, of an application that runs elsewhere.
	 * @param porta its port on this machine
	 * @param utente the user
	 * @param password his password
	 * @return what sends HTTP Basic with each call
	 */
	public static Sessione basic(int porta, String utente, String password) {
		return new Sessione(porta, "Basic "
				+ Base64.getEncoder().encodeToString((utente + ":" + password).getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * A user who has logged in by the login page.
	 * @param app the application
	 * @param utente the user, whose password is his name
	 * @return his session
	 */
	public static Sessione di(Applicazione app, String utente) {
		return di(app.porta(), utente);
	}

	/**
	 * A user who has logged in by the login page, of an application that runs elsewhere.
	 * @param porta its port on this machine
	 * @param utente the user, whose password is his name
	 * @return his session
	 */
	public static Sessione di(int porta, String utente) {
		Sessione sessione = new Sessione(porta, null);
		HttpResponse<String> esito = sessione.accedi(utente, utente);
		if (esito.statusCode() != 302 || esito.headers().firstValue("Location").orElse("").contains("accesso")) {
			throw new AssertionError("accesso non riuscito: " + esito.statusCode() + " " + esito.headers().map());
		}
		sessione.get("/camunda/app/tasklist/default/");
		return sessione;
	}

	/**
	 * Fills in the login page.
	 * @param utente the user
	 * @param password the password
	 * @return the answer
	 */
	public HttpResponse<String> accedi(String utente, String password) {
		Matcher m = CSRF.matcher(get("/accesso").body());
		if (!m.find()) {
			throw new AssertionError("la pagina di accesso non ha il token");
		}
		return manda("POST", "/accesso", "application/x-www-form-urlencoded", "utente=" + utente + "&password="
				+ password + "&_csrf=" + URLEncoder.encode(m.group(1), StandardCharsets.UTF_8));
	}

	/**
	 * Reads.
	 * @param percorso path and query
	 * @return the answer
	 */
	public HttpResponse<String> get(String percorso) {
		return manda("GET", percorso, null, null);
	}

	/**
	 * Sends JSON.
	 * @param metodo the method
	 * @param percorso path and query
	 * @param json the body
	 * @return the answer
	 */
	public HttpResponse<String> json(String metodo, String percorso, String json) {
		return manda(metodo, percorso, "application/json", json);
	}

	/**
	 * Sends JSON and says what it wants back.
	 * @param metodo the method
	 * @param percorso path and query
	 * @param json the body
	 * @param atteso the media type of the answer
	 * @return the answer
	 */
	public HttpResponse<String> json(String metodo, String percorso, String json, String atteso) {
		return invia(metodo, percorso, "application/json", HttpRequest.BodyPublishers.ofString(json), atteso);
	}

	/**
	 * Fills in a form that has files, as the page it stands on would send it.
	 * @param percorso the path of the page, and of the form
	 * @param campi the other fields by name; {@code _csrf} among them where the form
	 * stands on another page
	 * @param file what is in each file, by its name, for the field {@code file}
	 * @return the answer
	 */
	public HttpResponse<String> carica(String percorso, Map<String, String> campi, Map<String, byte[]> file) {
		Map<String, String> conToken = new LinkedHashMap<>(campi);
		if (!campi.containsKey("_csrf")) {
			Matcher m = CSRF.matcher(get(percorso).body());
			if (m.find()) {
				conToken.put("_csrf", m.group(1));
			}
		}
		String confine = "confine" + Long.toHexString(System.nanoTime());
		ByteArrayOutputStream corpo = new ByteArrayOutputStream();
		// as a browser sends them: the file first, what stands below it afterwards
		file.forEach((nome, contenuto) -> {
			corpo.writeBytes(("--" + confine + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + nome
					+ "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
				.getBytes(StandardCharsets.UTF_8));
			corpo.writeBytes(contenuto);
			corpo.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
		});
		conToken.forEach((nome, valore) -> corpo.writeBytes(
				("--" + confine + "\r\nContent-Disposition: form-data; name=\"" + nome + "\"\r\n\r\n" + valore + "\r\n")
					.getBytes(StandardCharsets.UTF_8)));
		corpo.writeBytes(("--" + confine + "--\r\n").getBytes(StandardCharsets.UTF_8));
		return invia("POST", percorso, "multipart/form-data; boundary=" + confine,
				HttpRequest.BodyPublishers.ofByteArray(corpo.toByteArray()));
	}

	/**
	 * The token of the forms, from the page after the login, which has one for everybody.
	 * @return the token
	 */
	public String token() {
		Matcher m = CSRF.matcher(get("/").body());
		if (!m.find()) {
			throw new AssertionError("la prima pagina non ha il token");
		}
		return m.group(1);
	}

	/**
	 * Asks for a route with nothing in it but what its door wants: the token of the pages
	 * or of the web apps.
	 * @param metodo the method
	 * @param percorso the path
	 * @return the answer
	 */
	public HttpResponse<String> chiedi(String metodo, String percorso) {
		if (metodo.equals("GET") || metodo.equals("OPTIONS")) {
			return manda(metodo, percorso, null, null);
		}
		if (percorso.startsWith("/camunda/") || percorso.startsWith("/api/")) {
			return json(metodo, percorso, "{}");
		}
		if (this.tokenPagine == null) {
			Matcher m = CSRF.matcher(get("/").body());
			this.tokenPagine = m.find() ? m.group(1) : null;
		}
		if (this.tokenPagine == null) {
			Matcher m = CSRF.matcher(get("/accesso").body());
			this.tokenPagine = m.find() ? m.group(1) : null;
		}
		return manda(metodo, percorso, "application/x-www-form-urlencoded",
				"_csrf=" + URLEncoder.encode(this.tokenPagine, StandardCharsets.UTF_8));
	}

	/**
	 * Reads what is no text.
	 * @param percorso path and query
	 * @return the answer
	 */
	public HttpResponse<byte[]> scarica(String percorso) {
		HttpRequest.Builder richiesta = HttpRequest.newBuilder(URI.create(this.base + percorso)).GET();
		return spedisci(richiesta, HttpResponse.BodyHandlers.ofByteArray());
	}

	/**
	 * Sends anything.
	 * @param metodo the method
	 * @param percorso path and query
	 * @param tipo the body's type, or {@code null}
	 * @param corpo the body, or {@code null}
	 * @return the answer
	 */
	public HttpResponse<String> manda(String metodo, String percorso, String tipo, String corpo) {
		return invia(metodo, percorso, tipo,
				(corpo == null) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(corpo));
	}

	private HttpResponse<String> invia(String metodo, String percorso, String tipo, HttpRequest.BodyPublisher corpo) {
		return invia(metodo, percorso, tipo, corpo, null);
	}

	private HttpResponse<String> invia(String metodo, String percorso, String tipo, HttpRequest.BodyPublisher corpo,
			String atteso) {
		HttpRequest.Builder richiesta = HttpRequest.newBuilder(URI.create(this.base + percorso)).method(metodo, corpo);
		if (tipo != null) {
			richiesta.header("Content-Type", tipo);
		}
		if (atteso != null) {
			richiesta.header("Accept", atteso);
		}
		if (this.basic != null) {
			richiesta.header("Authorization", this.basic);
		}
		this.cookie.getCookieStore()
			.getCookies()
			.stream()
			.filter((c) -> c.getName().equals("XSRF-TOKEN"))
			.map(HttpCookie::getValue)
			.findFirst()
			.ifPresent((token) -> richiesta.header("X-XSRF-TOKEN", token));
		return spedisci(richiesta, HttpResponse.BodyHandlers.ofString());
	}

	private <T> HttpResponse<T> spedisci(HttpRequest.Builder richiesta, HttpResponse.BodyHandler<T> corpo) {
		try {
			return this.http.send(richiesta.build(), corpo);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
