package it.cronoprogramma.notifica;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import it.cronoprogramma.notifica.TestoDaHtml.HtmlMalformato;
import org.thymeleaf.IEngineConfiguration;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.context.EngineContext;
import org.thymeleaf.context.IContext;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.IEngineContextFactory;
import org.thymeleaf.engine.TemplateData;
import org.thymeleaf.exceptions.TemplateEngineException;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.AbstractConfigurableTemplateResolver;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.FileTemplateResolver;

import org.springframework.expression.ParseException;
import org.springframework.expression.spel.SpelEvaluationException;
import org.springframework.expression.spel.SpelMessage;
import org.springframework.expression.spel.SpelNode;
import org.springframework.expression.spel.ast.PropertyOrFieldReference;
import org.springframework.expression.spel.standard.SpelExpression;
import org.springframework.expression.spel.standard.SpelExpressionParser;
import org.springframework.stereotype.Component;

/**
 * The templates of mails. Each is tried when the application starts: one that names a
 * field which nobody fills would be found out by a mail that does not leave, at the worst
 * moment. An installation may put its own in a folder, under the same names; they are
 * tried in the same way.
 */
@Component
class ModelliPosta {

	/** Of one or many reminders. */
	static final String PROMEMORIA = "promemoria";

	/** The weekly summary. */
	static final String RIEPILOGO = "riepilogo";

	/** The link to set a password. */
	static final String INVITO = "invito";

	private static final String NOSTRI = "templates/mail/";

	private static final String SUFFISSO = ".html";

	private static final Pattern ESPRESSIONE = Pattern.compile("[$*]\\{([^}]*)\\}");

	/** What the template engine looks for by itself. */
	private static final Pattern DEL_MOTORE = Pattern.compile("thymeleaf|spring|execInfo|.*[:.]");

	private static final Pattern LOCALE = Pattern
		.compile("th:(?:each|with)\\s*=\\s*[\"']\\s*([A-Za-z_]\\w*)\\s*(?:,\\s*([A-Za-z_]\\w*))?\\s*[:=]");

	/** What collections and texts have of their own. */
	private static final Set<String> COMUNI = Set.of("size", "empty", "length", "blank", "index", "count", "first",
			"last", "even", "odd", "current");

	private final TemplateEngine modelli = new SpringTemplateEngine();

	private final Path cartella;

	ModelliPosta(PostaProperties posta) {
		this.cartella = (posta.modelli() == null || posta.modelli().isBlank()) ? null : Path.of(posta.modelli());
		if (this.cartella != null) {
			if (!Files.isDirectory(this.cartella)) {
				throw new IllegalStateException("La cartella dei modelli di posta «" + this.cartella
						+ "» non c'è: la crei, oppure tolga cronoprogramma.posta.modelli.");
			}
			FileTemplateResolver suoi = new FileTemplateResolver();
			suoi.setPrefix(this.cartella.toString() + "/");
			this.modelli.addTemplateResolver(pronto(suoi, 1));
		}
		ClassLoaderTemplateResolver nostri = new ClassLoaderTemplateResolver();
		nostri.setPrefix(NOSTRI);
		this.modelli.addTemplateResolver(pronto(nostri, 2));
		this.modelli.setEngineContextFactory(new Severa());
		prova();
	}

	private static AbstractConfigurableTemplateResolver pronto(AbstractConfigurableTemplateResolver r, int ordine) {
		r.setSuffix(SUFFISSO);
		r.setTemplateMode(TemplateMode.HTML);
		r.setCharacterEncoding(StandardCharsets.UTF_8.name());
		r.setCheckExistence(true);
		r.setOrder(ordine);
		return r;
	}

	/**
	 * Writes a mail.
	 * @param modello the template's name
	 * @param dati what it shows, by field
	 * @return HTML and plain text
	 */
	Composto componi(String modello, Map<String, Object> dati) {
		String html = TestoDaHtml.pulito(this.modelli.process(modello, new Context(Locale.ITALIAN, dati)));
		return new Composto(html, TestoDaHtml.di(html));
	}

	private void prova() {
		ProvaModelli.ESEMPI.forEach((modello, esempi) -> {
			String sorgente = sorgente(modello);
			campi(modello, sorgente, esempi.get(0).keySet());
			for (Map<String, Object> esempio : esempi) {
				try {
					componi(modello, esempio);
				}
				catch (TemplateEngineException | HtmlMalformato ex) {
					throw new IllegalStateException(dove(modello) + " " + difetto(ex, esempio.keySet()), ex);
				}
			}
		});
	}

	/** Also what no example comes by. */
	private void campi(String modello, String sorgente, Set<String> radici) {
		Set<String> noti = new TreeSet<>(radici);
		for (Class<?> classe : Contenuto.class.getDeclaredClasses()) {
			Arrays.stream(classe.getRecordComponents()).map(RecordComponent::getName).forEach(noti::add);
		}
		Set<String> nomi = new TreeSet<>(noti);
		nomi.addAll(COMUNI);
		for (Matcher m = LOCALE.matcher(sorgente); m.find();) {
			nomi.add(m.group(1));
			if (m.group(2) != null) {
				nomi.add(m.group(2));
			}
		}
		SpelExpressionParser lettore = new SpelExpressionParser();
		for (Matcher m = ESPRESSIONE.matcher(sorgente); m.find();) {
			String testo = m.group(1).replace("&gt;", ">").replace("&lt;", "<").replace("&amp;", "&");
			try {
				SpelNode radice = ((SpelExpression) lettore.parseExpression(testo)).getAST();
				nominati(radice).stream().filter((n) -> !nomi.contains(n)).findFirst().ifPresent((ignoto) -> {
					throw new IllegalStateException(dove(modello) + " " + sconosciuto(ignoto, noti));
				});
			}
			catch (ParseException ex) {
				throw new IllegalStateException(
						dove(modello) + " contiene un'espressione che non si legge: «" + testo + "».", ex);
			}
		}
	}

	private static Set<String> nominati(SpelNode nodo) {
		Set<String> nomi = new TreeSet<>();
		if (nodo instanceof PropertyOrFieldReference campo) {
			nomi.add(campo.getName());
		}
		for (int i = 0; i < nodo.getChildCount(); i++) {
			nomi.addAll(nominati(nodo.getChild(i)));
		}
		return nomi;
	}

	private String sorgente(String modello) {
		try {
			if (this.cartella != null && Files.exists(this.cartella.resolve(modello + SUFFISSO))) {
				return Files.readString(this.cartella.resolve(modello + SUFFISSO));
			}
			try (InputStream nostro = ModelliPosta.class.getClassLoader()
				.getResourceAsStream(NOSTRI + modello + SUFFISSO)) {
				return new String(nostro.readAllBytes(), StandardCharsets.UTF_8);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String dove(String modello) {
		boolean suo = this.cartella != null && Files.exists(this.cartella.resolve(modello + SUFFISSO));
		return "Il modello di posta «" + (suo ? this.cartella.resolve(modello + SUFFISSO) : modello + SUFFISSO) + "»";
	}

	private static String difetto(Throwable ex, Set<String> campi) {
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			if (causa instanceof CampoSconosciuto campo) {
				return sconosciuto(campo.campo, campi);
			}
			if (causa instanceof SpelEvaluationException spel
					&& spel.getMessageCode() == SpelMessage.PROPERTY_OR_FIELD_NOT_READABLE) {
				return sconosciuto(String.valueOf(spel.getInserts()[0]), campi);
			}
			if (causa instanceof HtmlMalformato) {
				return "non è XHTML ben formato, e il testo semplice si legge da lì: " + causa.getMessage();
			}
		}
		return "non si può usare: " + ex.getMessage();
	}

	private static String sconosciuto(String campo, Set<String> campi) {
		return "usa il campo «" + campo + "», che non esiste. I campi sono: " + String.join(", ", new TreeSet<>(campi))
				+ ".";
	}

	/**
	 * A mail's two bodies.
	 *
	 * @param html the HTML
	 * @param testo the same in plain text
	 */
	record Composto(String html, String testo) {
	}

	/** Knows which fields there are: elsewhere an unknown one would be an empty one. */
	private static final class Severa implements IEngineContextFactory {

		@Override
		public IEngineContext createEngineContext(IEngineConfiguration configurazione, TemplateData dati,
				Map<String, Object> attributi, IContext contesto) {
			Map<String, Object> campi = new HashMap<>();
			contesto.getVariableNames().forEach((nome) -> campi.put(nome, contesto.getVariable(nome)));
			return new EngineContext(configurazione, dati, attributi, contesto.getLocale(), campi) {
				@Override
				public Object getVariable(String nome) {
					Object valore = super.getVariable(nome);
					if (valore == null && !campi.containsKey(nome) && !containsVariable(nome)
							&& !DEL_MOTORE.matcher(nome).lookingAt()) {
						throw new CampoSconosciuto(nome);
					}
					return valore;
				}
			};
		}

	}

	/** A template names a field that nobody fills. */
	private static final class CampoSconosciuto extends RuntimeException {

		private static final long serialVersionUID = 1L;

		private final String campo;

		CampoSconosciuto(String campo) {
			super(campo);
			this.campo = campo;
		}

	}

}
