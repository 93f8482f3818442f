package it.cronoprogramma.pec;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * What the gestore certifies of a message, {@code daticert.xml} (dominio 6.2). Reading it
 * never fails: what is no good XML is searched for the same elements, and what is not
 * there is {@code null}.
 *
 * @param tipo e.g. {@code posta-certificata}, or {@code null}
 * @param mittente the address it comes from, or {@code null}
 * @param destinatari the addresses it goes to
 * @param oggetto the subject, or {@code null}
 * @param gestore the provider that issued it, or {@code null}
 * @param quando when it was issued, or {@code null}
 * @param identificativo what tells it from every other, or {@code null}
 * @param consegna for a receipt, the address it was delivered to, or {@code null}
 * @param integro whether it was good XML
 */
record DatiCert(String tipo, String mittente, List<String> destinatari, String oggetto, String gestore, Instant quando,
		String identificativo, String consegna, boolean integro) {

	/** Bytes: a real one has some two thousand. */
	static final int MASSIMO = 1 << 18;

	/** Characters that are searched where the XML is no good. */
	private static final int TESTO_MASSIMO = 1 << 16;

	private static final int DESTINATARI_MASSIMI = 200;

	private static final Pattern CODIFICA = Pattern.compile("<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']");

	private static final Pattern INDIRIZZO = Pattern.compile("[^\\s<>\"(),;:]+@[^\\s<>\"(),;:]+");

	/** Where one begins; names may have a prefix. */
	static final Pattern RADICE = Pattern.compile("<(?:\\w+:)?postacert[\\s>]");

	/**
	 * Reads one.
	 * @param xml its bytes
	 * @return what it tells
	 */
	static DatiCert leggi(byte[] xml) {
		String testo = decodifica(xml);
		Document documento = analizza(testo);
		if (documento != null) {
			DatiCert letto = diDocumento(documento.getDocumentElement());
			if (letto.identificativo != null || letto.quando != null || letto.mittente != null) {
				return letto;
			}
		}
		return diTesto(testo.substring(0, Math.min(testo.length(), TESTO_MASSIMO)));
	}

	/** What is UTF-8 is UTF-8, whatever it says of itself. */
	private static String decodifica(byte[] xml) {
		String testo = Testo.decodifica(xml, null);
		String codifica = codifica(xml);
		if (codifica != null && !testo.equals(new String(xml, StandardCharsets.UTF_8))) {
			testo = Testo.decodifica(xml, codifica);
		}
		return testo.startsWith("\ufeff") ? testo.substring(1) : testo;
	}

	/**
	 * The charset that the XML tells of itself: it is ASCII up to there.
	 * @param xml the bytes
	 * @return the charset's name, or {@code null}
	 */
	private static String codifica(byte[] xml) {
		Matcher m = CODIFICA.matcher(new String(xml, 0, Math.min(xml.length, 200), StandardCharsets.ISO_8859_1));
		return m.find() ? m.group(1) : null;
	}

	/** No document type, and so no entity but those of XML itself: nothing is fetched. */
	private static Document analizza(String xml) {
		try {
			DocumentBuilderFactory fabbrica = DocumentBuilderFactory.newInstance();
			fabbrica.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
			fabbrica.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
			fabbrica.setFeature("http://xml.org/sax/features/external-general-entities", false);
			fabbrica.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
			fabbrica.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
			fabbrica.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
			fabbrica.setXIncludeAware(false);
			fabbrica.setExpandEntityReferences(false);
			DocumentBuilder lettore = fabbrica.newDocumentBuilder();
			lettore.setErrorHandler(new Silenzio());
			return lettore.parse(new InputSource(new StringReader(xml)));
		}
		catch (SAXException | IOException | RuntimeException ex) {
			// malformed, or with a charset that does not exist: see diTesto
			return null;
		}
		catch (ParserConfigurationException ex) {
			throw new IllegalStateException("the JDK's parser knows these features", ex);
		}
	}

	private static DatiCert diDocumento(Element radice) {
		List<String> destinatari = new ArrayList<>();
		NodeList elenco = radice.getElementsByTagName("destinatari");
		for (int i = 0; i < elenco.getLength() && i < DESTINATARI_MASSIMI; i++) {
			aggiungi(destinatari, elenco.item(i).getTextContent());
		}
		Element data = primo(radice, "data");
		return new DatiCert(minuscolo(radice.getAttribute("tipo")), indirizzo(testo(radice, "mittente")),
				List.copyOf(destinatari), Testo.riga(testo(radice, "oggetto"), 500),
				Testo.riga(testo(radice, "gestore-emittente"), 200),
				(data == null) ? null
						: MomentoMail.diDatiCert(testo(data, "giorno"), testo(data, "ora"), data.getAttribute("zona"))
							.orElse(null),
				identificativo(testo(radice, "identificativo")), indirizzo(testo(radice, "consegna")), true);
	}

	private static Element primo(Element radice, String nome) {
		return (Element) radice.getElementsByTagName(nome).item(0);
	}

	private static String testo(Element radice, String nome) {
		Element elemento = primo(radice, nome);
		return (elemento == null) ? null : elemento.getTextContent();
	}

	/** As real gestori break it: msgid with angle brackets that are not escaped. */
	private static DatiCert diTesto(String testo) {
		List<String> destinatari = new ArrayList<>();
		Matcher m = elemento("destinatari").matcher(testo);
		for (int i = 0; i < DESTINATARI_MASSIMI && m.find(); i++) {
			aggiungi(destinatari, Testo.entita(m.group(2)));
		}
		Matcher radice = Pattern.compile("<(?:\\w+:)?postacert\\b([^>]*)>").matcher(testo);
		Matcher data = elemento("data").matcher(testo);
		boolean conData = data.find();
		return new DatiCert(minuscolo(radice.find() ? attributo(radice.group(1), "tipo") : null),
				indirizzo(cerca(testo, "mittente")), List.copyOf(destinatari), Testo.riga(cerca(testo, "oggetto"), 500),
				Testo.riga(cerca(testo, "gestore-emittente"), 200), conData
						? MomentoMail
							.diDatiCert(cerca(data.group(2), "giorno"), cerca(data.group(2), "ora"),
									attributo(data.group(1), "zona"))
							.orElse(null)
						: MomentoMail.diDatiCert(cerca(testo, "giorno"), cerca(testo, "ora"), null).orElse(null),
				identificativo(cerca(testo, "identificativo")), indirizzo(cerca(testo, "consegna")), false);
	}

	private static Pattern elemento(String nome) {
		return Pattern.compile("(?s)<(?:\\w+:)?" + nome + "\\b([^>]{0,200})>(.{0,5000}?)</(?:\\w+:)?" + nome + "\\s*>");
	}

	private static String cerca(String testo, String nome) {
		Matcher m = elemento(nome).matcher(testo);
		return m.find() ? Testo.entita(m.group(2).replaceAll("^\\s*<!\\[CDATA\\[|]]>\\s*$", "")) : null;
	}

	private static String attributo(String attributi, String nome) {
		Matcher m = Pattern.compile("\\b" + nome + "\\s*=\\s*[\"']([^\"']*)").matcher(attributi);
		return m.find() ? m.group(1) : null;
	}

	private static String minuscolo(String testo) {
		String riga = Testo.riga(testo, 50);
		return (riga == null) ? null : riga.toLowerCase(Locale.ROOT);
	}

	private static String identificativo(String testo) {
		String riga = Testo.riga(testo, 250);
		return (riga == null) ? null : Testo.riga(riga.replaceAll("^<|>$", ""), 250);
	}

	private static void aggiungi(List<String> indirizzi, String testo) {
		String indirizzo = indirizzo(testo);
		if (indirizzo != null) {
			indirizzi.add(indirizzo);
		}
	}

	/** The address without a name, in small letters. */
	static String indirizzo(String testo) {
		String riga = Testo.riga(testo, 1000);
		if (riga == null) {
			return null;
		}
		// the address itself stands in brackets: a name can look like one
		int aperta = riga.lastIndexOf('<');
		Matcher m = INDIRIZZO.matcher(riga);
		if (aperta >= 0 && m.find(aperta)) {
			return Testo.riga(m.group().toLowerCase(Locale.ROOT), 254);
		}
		m.reset();
		return Testo.riga((m.find() ? m.group() : riga).toLowerCase(Locale.ROOT), 254);
	}

	/** By itself the parser writes to the console. */
	private static final class Silenzio implements ErrorHandler {

		@Override
		public void warning(SAXParseException ex) {
			// nothing that matters here
		}

		@Override
		public void error(SAXParseException ex) {
			// not valid, yet well formed
		}

		@Override
		public void fatalError(SAXParseException ex) throws SAXException {
			throw ex;
		}

	}

}
