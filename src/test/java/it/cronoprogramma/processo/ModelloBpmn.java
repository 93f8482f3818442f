package it.cronoprogramma.processo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * One BPMN file, as the tests read it: the model API where it reaches, the plain XML
 * where it does not.
 */
final class ModelloBpmn {

	static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

	static final Path CARTELLA = Path.of("processes");

	private final String file;

	private final String xml;

	private BpmnModelInstance modello;

	private ModelloBpmn(String file, String xml) {
		this.file = file;
		this.xml = xml;
	}

	static ModelloBpmn di(String file, String xml) {
		return new ModelloBpmn(file, xml);
	}

	static List<ModelloBpmn> tutti() {
		return tutti(CARTELLA);
	}

	static List<ModelloBpmn> tutti(Path cartella) {
		try (Stream<Path> percorsi = Files.walk(cartella)) {
			List<ModelloBpmn> modelli = new ArrayList<>();
			for (Path percorso : percorsi.filter((p) -> p.toString().endsWith(".bpmn")).sorted().toList()) {
				modelli.add(new ModelloBpmn(percorso.toString().replace('\\', '/'), Files.readString(percorso)));
			}
			return modelli;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	String file() {
		return this.file;
	}

	String xml() {
		return this.xml;
	}

	BpmnModelInstance modello() {
		if (this.modello == null) {
			this.modello = Bpmn
				.readModelFromStream(new ByteArrayInputStream(this.xml.getBytes(StandardCharsets.UTF_8)));
		}
		return this.modello;
	}

	Process processo() {
		return modello().getModelElementsByType(Process.class).iterator().next();
	}

	/** The key, from the plain XML: a file that is no valid BPMN has one too. */
	String chiave() {
		return elementiDelProcesso().get(0).getAttribute("id");
	}

	<T extends ModelElementInstance> Collection<T> tutti(Class<T> tipo) {
		return modello().getModelElementsByType(tipo);
	}

	/** All elements of the file with an id, of the diagram too. */
	List<Element> elementiConId() {
		return elementi(documento()).stream().filter((elemento) -> elemento.hasAttribute("id")).toList();
	}

	/** The processes and all that stands below them, the diagram left out. */
	List<Element> elementiDelProcesso() {
		List<Element> elementi = new ArrayList<>();
		NodeList processi = documento().getElementsByTagNameNS("*", "process");
		for (int i = 0; i < processi.getLength(); i++) {
			elementi.add((Element) processi.item(i));
			elementi.addAll(elementi(processi.item(i)));
		}
		return elementi;
	}

	/** Every expression of the process, with the place where it stands. */
	List<Espressione> espressioni() {
		List<Espressione> espressioni = new ArrayList<>();
		for (Element elemento : elementiDelProcesso()) {
			if ("documentation".equals(elemento.getLocalName())) {
				continue;
			}
			String chi = idPiuVicino(elemento);
			for (Attr attributo : attributi(elemento)) {
				espressioni.addAll(Espressione.in(chi, attributo.getLocalName(), attributo.getValue()));
			}
			espressioni.addAll(Espressione.in(chi, elemento.getLocalName(), testo(elemento)));
		}
		return espressioni;
	}

	static List<Attr> attributi(Element elemento) {
		NamedNodeMap attributi = elemento.getAttributes();
		List<Attr> lista = new ArrayList<>();
		for (int i = 0; i < attributi.getLength(); i++) {
			Attr attributo = (Attr) attributi.item(i);
			if (!"http://www.w3.org/2000/xmlns/".equals(attributo.getNamespaceURI())) {
				lista.add(attributo);
			}
		}
		return lista;
	}

	/** The text of this element alone, not of its children. */
	static String testo(Element elemento) {
		StringBuilder testo = new StringBuilder();
		for (Node nodo = elemento.getFirstChild(); nodo != null; nodo = nodo.getNextSibling()) {
			if (nodo.getNodeType() == Node.TEXT_NODE || nodo.getNodeType() == Node.CDATA_SECTION_NODE) {
				testo.append(nodo.getNodeValue());
			}
		}
		return testo.toString().strip();
	}

	static String idPiuVicino(Element elemento) {
		Node nodo = elemento;
		while (nodo instanceof Element candidato) {
			if (candidato.hasAttribute("id")) {
				return candidato.getAttribute("id");
			}
			nodo = nodo.getParentNode();
		}
		return "?";
	}

	static String camunda(BaseElement elemento, String attributo) {
		String valore = elemento.getAttributeValueNs(CAMUNDA, attributo);
		return (valore != null) ? valore : "";
	}

	static <T extends ModelElementInstance> List<T> estensioni(BaseElement elemento, Class<T> tipo) {
		if (elemento.getExtensionElements() == null) {
			return List.of();
		}
		return elemento.getExtensionElements().getElementsQuery().filterByType(tipo).list();
	}

	private Document documento() {
		try {
			DocumentBuilderFactory fabbrica = DocumentBuilderFactory.newInstance();
			fabbrica.setNamespaceAware(true);
			fabbrica.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			return fabbrica.newDocumentBuilder().parse(new InputSource(new StringReader(this.xml)));
		}
		catch (ParserConfigurationException | SAXException ex) {
			throw new IllegalStateException(this.file, ex);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<Element> elementi(Node radice) {
		NodeList nodi = (radice instanceof Document documento) ? documento.getElementsByTagName("*")
				: ((Element) radice).getElementsByTagName("*");
		List<Element> elementi = new ArrayList<>();
		for (int i = 0; i < nodi.getLength(); i++) {
			elementi.add((Element) nodi.item(i));
		}
		return elementi;
	}

	@Override
	public String toString() {
		return this.file;
	}

	/**
	 * An expression of a model.
	 *
	 * @param elemento the id of the nearest element
	 * @param dove the attribute or tag that holds it
	 * @param corpo what stands between the braces
	 */
	record Espressione(String elemento, String dove, String corpo) {

		private static final Pattern ESPRESSIONE = Pattern.compile("[$#]\\{((?:[^}'\"]|'[^']*'|\"[^\"]*\")*)}");

		private static final Pattern NOME = Pattern.compile("(\\.\\s*)?(?<![\\w$])([A-Za-z_]\\w*)\\s*(\\()?");

		private static final Set<String> PAROLE_CHIAVE = Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge",
				"true", "false", "null", "instanceof", "empty", "div", "mod");

		static List<Espressione> in(String elemento, String dove, String testo) {
			return ESPRESSIONE.matcher(testo)
				.results()
				.map((trovata) -> new Espressione(elemento, dove, trovata.group(1)))
				.toList();
		}

		/**
		 * Whether it decides something, or which process is called, so that variables may
		 * stand at its head.
		 */
		boolean condizione() {
			return "conditionExpression".equals(this.dove) || "completionCondition".equals(this.dove)
					|| "condition".equals(this.dove) || "calledElement".equals(this.dove);
		}

		/** The names that the expression looks up, in their order; no members. */
		List<String> radici() {
			return nomi(false);
		}

		/** The functions it calls, such as {@code now()}. */
		List<String> funzioni() {
			return nomi(true);
		}

		/** The methods called right on a root: root to names. */
		Map<String, Set<String>> metodi() {
			Map<String, Set<String>> metodi = new TreeMap<>();
			Matcher m = Pattern.compile("(?<![\\w$.])([A-Za-z_]\\w*)\\s*\\.\\s*([A-Za-z_]\\w*)\\s*\\(")
				.matcher(senzaTesti());
			while (m.find()) {
				metodi.computeIfAbsent(m.group(1), (radice) -> new TreeSet<>()).add(m.group(2));
			}
			return metodi;
		}

		private List<String> nomi(boolean funzioni) {
			List<String> nomi = new ArrayList<>();
			Matcher m = NOME.matcher(senzaTesti());
			while (m.find()) {
				if (m.group(1) == null && !PAROLE_CHIAVE.contains(m.group(2)) && (m.group(3) != null) == funzioni) {
					nomi.add(m.group(2));
				}
			}
			return nomi;
		}

		private String senzaTesti() {
			return this.corpo.replaceAll("'[^']*'|\"[^\"]*\"", "''");
		}

		@Override
		public String toString() {
			return "%s (%s): ${%s}".formatted(this.elemento, this.dove, this.corpo);
		}

	}

}
