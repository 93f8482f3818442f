package it.cronoprogramma.processo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import it.cronoprogramma.prova.Chromium;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Draws the models, as Camunda Modeler shows them: its bpmn-js, in a browser. No test,
 * and by its name part of no build: {@value PagineProcessi#COMANDO} runs it.
 */
class Diagrammi {

	/** The folder of the webjar carries the version, which only the pom names. */
	private static final String BPMN_JS = "classpath*:/META-INF/resources/webjars/bpmn-js/*/dist/";

	private static final String PAGINA = "<body style='margin: 0; background: white'><div id='disegno'></div>";

	/**
	 * One pixel for each unit, so that text is as large as in Modeler; less only where
	 * the picture would be too wide. The watermark of bpmn.io, which its licence wants
	 * fully visible, gets a strip of its own below the diagram.
	 */
	private static final String DISEGNA = """
			async ({ xml, margine, striscia, larghezzaMassima }) => {
				const disegno = document.getElementById('disegno');
				const visore = new BpmnJS({ container: disegno });
				const { warnings } = await visore.importXML(xml);
				const canvas = visore.get('canvas');
				const { x, y, width, height } = canvas.viewbox().inner;
				const scala = Math.min(1, larghezzaMassima / (width + 2 * margine));
				const larghezza = Math.floor((width + 2 * margine) * scala);
				const altezza = Math.ceil((height + 2 * margine) * scala) + striscia;
				disegno.style.width = larghezza + 'px';
				disegno.style.height = altezza + 'px';
				canvas.resized();
				canvas.viewbox({
					x: Math.floor(x) - margine,
					y: Math.floor(y) - margine,
					width: larghezza / scala,
					height: altezza / scala
				});
				return warnings.map(String);
			}""";

	@Test
	void drawEveryModel() {
		try (Chromium chromium = new Chromium(); BrowserContext contesto = chromium.browser().newContext()) {
			contesto.setOffline(true);
			PagineProcessi.DEL_PROGETTO.rigenera((modello) -> disegna(modello, contesto));
		}
		assertThat(PagineProcessi.DEL_PROGETTO.difetti()).isEmpty();
	}

	private static byte[] disegna(ModelloBpmn modello, BrowserContext contesto) {
		try (Page pagina = contesto.newPage()) {
			pagina.setContent(PAGINA);
			pagina.addStyleTag(new Page.AddStyleTagOptions().setContent(bpmnJs("assets/diagram-js.css")));
			pagina.addScriptTag(new Page.AddScriptTagOptions().setContent(bpmnJs("bpmn-viewer.production.min.js")));
			Object avvertimenti = pagina.evaluate(DISEGNA,
					Map.of("xml", modello.xml(), "margine", 20, "striscia", 40, "larghezzaMassima", 2000));
			assertThat(avvertimenti).as("what bpmn-js says of %s", modello).isEqualTo(List.of());
			return pagina.locator("#disegno").screenshot();
		}
	}

	private static String bpmnJs(String file) {
		try {
			Resource[] trovati = new PathMatchingResourcePatternResolver().getResources(BPMN_JS + file);
			assertThat(trovati).as("%s in the webjar", file).hasSize(1);
			return trovati[0].getContentAsString(UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
