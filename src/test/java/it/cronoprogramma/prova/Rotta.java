package it.cronoprogramma.prova;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
import org.glassfish.jersey.servlet.ServletProperties;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * A way into the application: a method and a path with its placeholders, e.g. {@code GET
 * /candidature/{codice}}.
 *
 * @param metodo the HTTP method
 * @param percorso the path; the engine's name is {@code default}
 */
public record Rotta(String metodo, String percorso) implements Comparable<Rotta> {

	/** Deeper than the deepest of the engine's. */
	private static final int PROFONDITA = 8;

	private static final Pattern ESPRESSIONE = Pattern.compile("\\{\\s*([A-Za-z0-9]+)\\s*:[^/]*?}(?=/|$)");

	/**
	 * Every route of a running application: those of its own pages and API as Spring
	 * knows them, those of the web apps and the engine as the servlets registered for
	 * them declare them.
	 * @param app the application
	 * @return the routes, sorted
	 */
	public static SortedSet<Rotta> tutte(Applicazione app) {
		SortedSet<Rotta> rotte = new TreeSet<>();
		app.beans(RequestMappingHandlerMapping.class)
			.forEach((m) -> m.getHandlerMethods().keySet().forEach((info) -> rotte.addAll(di(info))));
		app.beans(SimpleUrlHandlerMapping.class)
			.forEach((m) -> m.getUrlMap().keySet().forEach((percorso) -> rotte.add(new Rotta("GET", percorso))));
		servlet(app).forEach((nome, servlet) -> {
			String applicazione = servlet.getInitParameter(ServletProperties.JAXRS_APPLICATION_CLASS);
			if (applicazione != null) {
				String base = servlet.getMappings().iterator().next().replace("/*", "");
				risorse(applicazione).forEach((classe) -> aggiungi(rotte, base, classe, 0));
			}
		});
		return rotte;
	}

	/**
	 * The servlets of a running application that are not of JAX-RS: what they answer is
	 * not in the list of routes.
	 * @param app the application
	 * @return their mappings by name
	 */
	public static Map<String, Collection<String>> altriServlet(Applicazione app) {
		Map<String, Collection<String>> altri = new TreeMap<>();
		servlet(app).forEach((nome, servlet) -> {
			if (servlet.getInitParameter(ServletProperties.JAXRS_APPLICATION_CLASS) == null) {
				altri.put(nome, servlet.getMappings());
			}
		});
		return altri;
	}

	private static Map<String, ? extends ServletRegistration> servlet(Applicazione app) {
		return app.bean(ServletContext.class).getServletRegistrations();
	}

	private static Set<Rotta> di(RequestMappingInfo info) {
		Set<RequestMethod> metodi = info.getMethodsCondition().getMethods();
		Set<Rotta> rotte = new LinkedHashSet<>();
		for (String percorso : info.getPatternValues()) {
			for (RequestMethod metodo : metodi.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : metodi) {
				rotte.add(new Rotta(metodo.name(), percorso));
			}
		}
		return rotte;
	}

	private static Set<Class<?>> risorse(String applicazione) {
		try {
			return ((Application) Class.forName(applicazione).getDeclaredConstructor().newInstance()).getClasses();
		}
		catch (ReflectiveOperationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void aggiungi(Set<Rotta> rotte, String base, Class<?> risorsa, int profondita) {
		if (profondita > PROFONDITA) {
			throw new IllegalStateException(base);
		}
		Path sua = (profondita > 0) ? null : annotazione(risorsa, Path.class);
		String radice = base + segmento(sua);
		for (Method m : risorsa.getMethods()) {
			if (m.isBridge()) {
				continue;
			}
			Path percorso = annotazione(m, Path.class);
			String metodo = metodo(m);
			if (metodo != null) {
				rotte.add(new Rotta(metodo, pulito(radice + segmento(percorso))));
			}
			else if (percorso != null) {
				aggiungi(rotte, radice + segmento(percorso), m.getReturnType(), profondita + 1);
			}
		}
	}

	private static String segmento(Path percorso) {
		if (percorso == null || percorso.value().isEmpty() || percorso.value().equals("/")) {
			return "";
		}
		return percorso.value().startsWith("/") ? percorso.value() : "/" + percorso.value();
	}

	private static String pulito(String percorso) {
		String senza = ESPRESSIONE.matcher(percorso).replaceAll("{$1}").replaceAll("/+", "/");
		// each names the engine's placeholder otherwise
		return senza.replaceAll("\\{(engine|processEngineName)}", "default")
			.replace("/engine/engine/{name}", "/engine/engine/default");
	}

	private static String metodo(Method m) {
		for (Method uno : dichiarazioni(m)) {
			for (Annotation a : uno.getAnnotations()) {
				HttpMethod metodo = a.annotationType().getAnnotation(HttpMethod.class);
				if (metodo != null) {
					return metodo.value();
				}
			}
		}
		return null;
	}

	private static <A extends Annotation> A annotazione(Method m, Class<A> tipo) {
		return dichiarazioni(m).stream()
			.map((d) -> d.getAnnotation(tipo))
			.filter((a) -> a != null)
			.findFirst()
			.orElse(null);
	}

	private static <A extends Annotation> A annotazione(Class<?> classe, Class<A> tipo) {
		if (classe == null) {
			return null;
		}
		if (classe.isAnnotationPresent(tipo)) {
			return classe.getAnnotation(tipo);
		}
		for (Class<?> interfaccia : classe.getInterfaces()) {
			A a = annotazione(interfaccia, tipo);
			if (a != null) {
				return a;
			}
		}
		return annotazione(classe.getSuperclass(), tipo);
	}

	/** A method and those it implements: the annotations may stand on any of them. */
	private static List<Method> dichiarazioni(Method m) {
		Set<Method> tutte = new LinkedHashSet<>();
		raccogli(m.getDeclaringClass(), m, tutte);
		return List.copyOf(tutte);
	}

	private static void raccogli(Class<?> classe, Method m, Set<Method> tutte) {
		if (classe == null) {
			return;
		}
		Arrays.stream(classe.getDeclaredMethods())
			.filter((d) -> d.getName().equals(m.getName())
					&& Arrays.equals(d.getParameterTypes(), m.getParameterTypes()))
			.forEach(tutte::add);
		raccogli(classe.getSuperclass(), m, tutte);
		for (Class<?> interfaccia : classe.getInterfaces()) {
			raccogli(interfaccia, m, tutte);
		}
	}

	@Override
	public int compareTo(Rotta altra) {
		int percorsi = this.percorso.compareTo(altra.percorso);
		return (percorsi != 0) ? percorsi : this.metodo.compareTo(altra.metodo);
	}

	@Override
	public String toString() {
		return this.metodo + " " + this.percorso;
	}

}
