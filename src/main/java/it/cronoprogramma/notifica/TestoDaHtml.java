package it.cronoprogramma.notifica;

import java.io.IOException;
import java.io.StringReader;
import java.util.Set;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads the plain text of a mail off its HTML, so that the two never say different
 * things. A link is followed by its address; a heading stands alone; a list has dashes.
 */
final class TestoDaHtml {

	private static final Pattern DOCTYPE = Pattern.compile("(?is)^\\s*<!doctype[^>]*>");

	/** What XML 1.0 cannot hold, wherever it came from. */
	private static final Pattern VIETATI = Pattern
		.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])"
				+ "|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]");

	private static final Set<String> TACIUTI = Set.of("head", "style", "script", "title");

	private static final Set<String> STACCATI = Set.of("h1", "h2", "h3", "p", "ul", "ol", "table", "hr", "div",
			"section");

	private final StringBuilder testo = new StringBuilder();

	private TestoDaHtml() {
	}

	/**
	 * Reads the text.
	 * @param html the mail, well-formed
	 * @return its text, lines ended by {@code \n}
	 * @throws HtmlMalformato if it is not well-formed, with the line
	 */
	static String di(String html) {
		TestoDaHtml lettura = new TestoDaHtml();
		lettura.visita(documento(html).getDocumentElement());
		return lettura.testo.toString()
			.replaceAll("[ \\t]+\\n", "\n")
			.replaceAll("\\n[ \\t]+(?=\\S)", "\n")
			.replaceAll("\\n{3,}", "\n\n")
			.strip() + "\n";
	}

	/**
	 * What a mail may carry: without characters that no reader could show.
	 * @param html text of whatever origin
	 * @return the text, blanks in place of such characters
	 */
	static String pulito(String html) {
		return VIETATI.matcher(html).replaceAll(" ");
	}

	private static Document documento(String html) {
		try {
			DocumentBuilderFactory fabbrica = DocumentBuilderFactory.newInstance();
			fabbrica.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			fabbrica.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			fabbrica.setExpandEntityReferences(false);
			DocumentBuilder lettore = fabbrica.newDocumentBuilder();
			lettore.setErrorHandler(new Zitto());
			return lettore.parse(new InputSource(new StringReader(DOCTYPE.matcher(pulito(html)).replaceFirst(""))));
		}
		catch (SAXParseException ex) {
			throw new HtmlMalformato("riga " + ex.getLineNumber() + ": " + ex.getMessage(), ex);
		}
		catch (SAXException | IOException | ParserConfigurationException ex) {
			throw new HtmlMalformato(ex.getMessage(), ex);
		}
	}

	private void visita(Element e) {
		String nome = e.getTagName();
		if (TACIUTI.contains(nome)) {
			return;
		}
		if (STACCATI.contains(nome)) {
			vuota();
		}
		switch (nome) {
			case "br", "tr" -> acapo();
			case "hr" -> this.testo.append("--");
			case "li" -> {
				acapo();
				this.testo.append("- ");
			}
			default -> {
			}
		}
		for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling()) {
			if (n instanceof Element figlio) {
				visita(figlio);
			}
			else if (n.getNodeType() == Node.TEXT_NODE || n.getNodeType() == Node.CDATA_SECTION_NODE) {
				scrivi(n.getNodeValue());
			}
		}
		if (nome.equals("a") && !e.getAttribute("href").isBlank()) {
			this.testo.append(": ").append(e.getAttribute("href"));
		}
		if (STACCATI.contains(nome)) {
			vuota();
		}
		else if (nome.equals("td") || nome.equals("th")) {
			this.testo.append(' ');
		}
	}

	private void scrivi(String testo) {
		String piano = testo.replaceAll("\\s+", " ");
		if (piano.startsWith(" ") && (this.testo.isEmpty() || Character.isWhitespace(ultimo()))) {
			piano = piano.substring(1);
		}
		this.testo.append(piano);
	}

	private char ultimo() {
		return this.testo.charAt(this.testo.length() - 1);
	}

	private void acapo() {
		if (!this.testo.isEmpty() && ultimo() != '\n') {
			this.testo.append('\n');
		}
	}

	private void vuota() {
		acapo();
		if (!this.testo.isEmpty()) {
			this.testo.append('\n');
		}
	}

	/** The text of a mail cannot be read off it. */
	static final class HtmlMalformato extends RuntimeException {

		private static final long serialVersionUID = 1L;

		HtmlMalformato(String messaggio, Throwable causa) {
			super(messaggio, causa);
		}

	}

	/** Says nothing on the console: what matters is thrown. */
	private static final class Zitto implements ErrorHandler {

		@Override
		public void warning(SAXParseException ex) {
			// not an error
		}

		@Override
		public void error(SAXParseException ex) throws SAXException {
			throw ex;
		}

		@Override
		public void fatalError(SAXParseException ex) throws SAXException {
			throw ex;
		}

	}

}
