package it.cronoprogramma.cruscotto;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

import org.springframework.stereotype.Component;

/**
 * Prints a template as PDF: tagged, titled, in Italian, with its font inside (PDF/UA).
 * Nothing is fetched while it does: neither from the network nor from the disk.
 */
@Component
class StampaPdf {

	/** The one font that the PDF library brings; it has €, accents and arrows. */
	private static final String CARATTERE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

	private static final int PESO_NORMALE = 400;

	private static final Logger LOG = LoggerFactory.getLogger(StampaPdf.class);

	static {
		// it writes to the console by itself; what matters comes by the consumer below
		XRLog.setLoggingEnabled(false);
	}

	private final ITemplateEngine modelli;

	StampaPdf(ITemplateEngine modelli) {
		this.modelli = modelli;
	}

	/**
	 * Prints.
	 * @param modello the template, well-formed XML
	 * @param dati what it shows
	 * @return the PDF
	 */
	byte[] stampa(String modello, Map<String, Object> dati) {
		String pagina = this.modelli.process(modello, new Context(Locale.ITALIAN, dati));
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		try {
			new PdfRendererBuilder().usePdfUaAccessibility(true)
				.withProducer("Cronoprogramma")
				.withDiagnosticConsumer(StampaPdf::annota)
				.useFont(StampaPdf::carattere, "Liberation Sans", PESO_NORMALE, FontStyle.NORMAL, true)
				.useUriResolver((base, uri) -> null)
				.useExternalResourceAccessControl((uri, tipo) -> false,
						ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI)
				.useExternalResourceAccessControl((uri, tipo) -> false,
						ExternalResourceControlPriority.RUN_AFTER_RESOLVING_URI)
				.withHtmlContent(leggibile(pagina), null)
				.toStream(pdf)
				.run();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return pdf.toByteArray();
	}

	private static void annota(Diagnostic d) {
		if (d.getLevel().intValue() >= Level.WARNING.intValue()) {
			LOG.warn("Stampa in PDF: {}", d.getFormattedMessage());
		}
	}

	private static InputStream carattere() {
		return PDDocument.class.getResourceAsStream(CARATTERE);
	}

	/** What XML cannot hold, somebody may have pasted into a note. */
	private static String leggibile(String pagina) {
		return pagina.replaceAll("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", "\ufffd");
	}

}
