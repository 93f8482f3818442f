package it.cronoprogramma.processo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Holds {@code docs/processi} against the models, and the check to its duty: a small
 * folder in order passes, and each way of falling behind is found.
 */
class DiagrammiTest {

	@TempDir
	private Path cartella;

	private PagineProcessi pagine;

	@BeforeEach
	void aFolderInOrder() throws IOException {
		this.pagine = new PagineProcessi(this.cartella.resolve("processes"), this.cartella.resolve("docs"));
		scrivi("avvisi/avviso.bpmn", "avviso", "Avviso", "due", "uno");
		scrivi("fasi/a-due.bpmn", "due", "Fase due");
		scrivi("fasi/b-mai.bpmn", "mai", "Fase mai chiamata");
		scrivi("fasi/c-uno.bpmn", "uno", "Fase uno");
		scrivi("registra.bpmn", "registra", "Registrare");
		scrivi("varie/altro.bpmn", "altro", "Altro");
		this.pagine.rigenera(DiagrammiTest::figura);
	}

	// The pictures of the project

	@Test
	void thePicturesShowTheModelsAsTheyAre() {
		assertThat(PagineProcessi.DEL_PROGETTO.difetti())
			.as("docs/processi has fallen behind the models: regenerate it with %s", PagineProcessi.COMANDO)
			.isEmpty();
	}

	// The check itself

	@Test
	void whatWasJustDrawnIsInOrder() {
		assertThat(this.pagine.difetti()).isEmpty();
		assertThat(this.cartella.resolve("docs/c-uno.png")).hasContent("figura di Fase uno");
	}

	@Test
	void aModelThatWasNeverDrawnIsFound() throws IOException {
		scrivi("fasi/nuova.bpmn", "nuova", "Fase nuova");
		assertThat(this.pagine.difetti()).contains("fasi/nuova.bpmn: has no picture nuova.png");
	}

	@Test
	void aLostPictureIsFound() throws IOException {
		Files.delete(this.cartella.resolve("docs/a-due.png"));
		assertThat(this.pagine.difetti()).containsExactly("fasi/a-due.bpmn: has no picture a-due.png");
	}

	@Test
	void aPictureOfNoModelIsFoundAndTakenAway() throws IOException {
		Files.delete(this.cartella.resolve("processes/fasi/b-mai.bpmn"));
		assertThat(this.pagine.difetti()).containsExactly("b-mai.png: is the picture of no model");
		this.pagine.rigenera(DiagrammiTest::figura);
		assertThat(this.cartella.resolve("docs/b-mai.png")).doesNotExist();
		assertThat(this.pagine.difetti()).isEmpty();
	}

	@Test
	void aModelThatHasChangedIsFoundUntilItIsDrawnAnew() throws IOException {
		Path modello = this.cartella.resolve("processes/registra.bpmn");
		Files.writeString(modello, Files.readString(modello) + "\n");
		assertThat(this.pagine.difetti()).containsExactly("registra.bpmn: has changed since its picture was drawn");
		this.pagine.rigenera(DiagrammiTest::figura);
		assertThat(this.pagine.difetti()).isEmpty();
	}

	@Test
	void aModelThatHasMovedIsFound() throws IOException {
		Files.move(this.cartella.resolve("processes/registra.bpmn"),
				this.cartella.resolve("processes/varie/registra.bpmn"));
		assertThat(this.pagine.difetti())
			.containsExactly("varie/registra.bpmn: has changed since its picture was drawn");
	}

	@Test
	void twoModelsOfOneNameAreFound() throws IOException {
		scrivi("varie/registra.bpmn", "registra-altro", "Registrare altro");
		this.pagine.rigenera(DiagrammiTest::figura);
		assertThat(this.pagine.difetti()).singleElement()
			.asString()
			.startsWith("varie/registra.bpmn: another model has a file of this name");
	}

	@Test
	void aFingerprintOfNoModelIsFound() throws IOException {
		Path impronte = this.cartella.resolve("docs/impronte.txt");
		Files.writeString(impronte, Files.readString(impronte) + "fasi/sparita.bpmn 00\n");
		assertThat(this.pagine.difetti()).containsExactly("impronte.txt: is not what the models give");
	}

	@Test
	void aPageWrittenByHandIsFound() throws IOException {
		Path indice = this.cartella.resolve("docs/README.md");
		Files.writeString(indice, Files.readString(indice).replace("Fase uno", "Fase 1"));
		assertThat(this.pagine.difetti()).containsExactly("README.md: is not what the models give");
	}

	@Test
	void withoutTheFolderEverythingIsMissing() {
		assertThat(new PagineProcessi(this.cartella.resolve("processes"), this.cartella.resolve("mai")).difetti())
			.hasSize(12);
	}

	@Test
	void nothingIsWrittenUnlessEverythingIsDrawn() throws IOException {
		scrivi("varie/nuova.bpmn", "nuova", "Nuova");
		assertThatThrownBy(() -> this.pagine.rigenera((modello) -> {
			if (modello.chiave().equals("nuova")) {
				throw new IllegalArgumentException("cannot be drawn");
			}
			return new byte[0];
		})).hasMessage("cannot be drawn");
		assertThat(this.cartella.resolve("docs/altro.png")).hasContent("figura di Altro");
	}

	// What is written

	@Test
	void theFingerprintIsThatOfSha256sum() throws IOException {
		Files.writeString(this.cartella.resolve("processes/registra.bpmn"), """
				<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
				<process id="registra" name="È così"/></definitions>
				""");
		this.pagine.rigenera((modello) -> new byte[0]);
		assertThat(this.cartella.resolve("docs/impronte.txt")).content()
			.contains("\nregistra.bpmn 093e6f257cb415a1c2d5a0d5473cec8a83c966771e777a5b075d9d0c0b6643e3\n");
	}

	@Test
	void thePageGroupsTheModelsByFolderInTheOrderOfTheCalls() {
		assertThat(this.cartella.resolve("docs/README.md")).content().isEqualTo("""
				# I processi

				Questa pagina e le sue figure si rigenerano dai modelli con `./mvnw -Pdiagrammi verify`, \
				che chiede solo il pacchetto Debian `chromium`.

				## Gli avvisi

				### Avviso

				Che cosa fa: Avviso.

				![Diagramma del processo «Avviso»](avviso.png)

				## Le fasi

				### Fase due

				Che cosa fa: Fase due.

				![Diagramma del processo «Fase due»](a-due.png)

				### Fase uno

				Che cosa fa: Fase uno.

				![Diagramma del processo «Fase uno»](c-uno.png)

				### Fase mai chiamata

				Che cosa fa: Fase mai chiamata.

				![Diagramma del processo «Fase mai chiamata»](b-mai.png)

				## varie

				### Altro

				Che cosa fa: Altro.

				![Diagramma del processo «Altro»](altro.png)

				## Registrazioni e altro

				### Registrare

				Che cosa fa: Registrare.

				![Diagramma del processo «Registrare»](registra.png)
				""");
	}

	private void scrivi(String file, String chiave, String nome, String... chiamati) throws IOException {
		AbstractFlowNodeBuilder<?, ?> builder = Bpmn.createExecutableProcess(chiave)
			.name(nome)
			.documentation("Che cosa fa:\n\t" + nome + ".")
			.startEvent();
		for (String chiamato : chiamati) {
			builder = builder.callActivity().calledElement(chiamato);
		}
		Path percorso = this.pagine.processi().resolve(file);
		Files.createDirectories(percorso.getParent());
		Files.writeString(percorso, Bpmn.convertToString(builder.endEvent().done()));
	}

	private static byte[] figura(ModelloBpmn modello) {
		return ("figura di " + modello.processo().getName()).getBytes(UTF_8);
	}

}
