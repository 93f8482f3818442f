package it.cronoprogramma.notifica;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import it.cronoprogramma.candidatura.TipoTermine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ModelliPostaTest {

	private static final String NOSTRO = "src/main/resources/templates/mail/promemoria.html";

	@TempDir
	private Path cartella;

	private ModelliPosta modelli(Path dove) {
		return new ModelliPosta(
				new PostaProperties("a@b.example", null, "", (dove == null) ? "" : dove.toString(), null));
	}

	@Test
	void iNostriVannoBene() {
		ModelliPosta.Composto c = modelli(null).componi(ModelliPosta.PROMEMORIA,
				ProvaModelli.ESEMPI.get(ModelliPosta.PROMEMORIA).get(0));
		assertThat(c.html()).contains("Esperienza del cittadino &amp; altro").contains("width=device-width");
		assertThat(c.testo()).contains("Comune di Prova\n")
			.contains("entro lunedì 06/06/2022 (mancano 3 giorni)")
			.contains("Esperienza del cittadino & altro\nCandidatura C000001")
			.contains("Attenzione: Un'avvertenza")
			.contains("Apra l'attività: https://cronoprogramma.example/attivita")
			.doesNotContain("<");
		assertThat(modelli(null).componi(ModelliPosta.RIEPILOGO, ProvaModelli.ESEMPI.get(ModelliPosta.RIEPILOGO).get(0))
			.testo()).contains("Ne dipendono 28.902,00 €").contains("- Inserimento del CUP: https://");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "${titolo} | ${titollo} | usa il campo «titollo», che non esiste",
					"${riga.quando} | ${riga.quanndo} | usa il campo «quanndo», che non esiste",
					"${introduzione != null} | ${saluto != null} | usa il campo «saluto», che non esiste",
					"${preferenze != null} | ${preferenze != | contiene un'espressione che non si legge",
					"<br/> | <br> | non è XHTML ben formato" })
	void iSuoiSonoProvatiAllAvvio(String prima, String dopo, String messaggio) throws IOException {
		Path suo = this.cartella.resolve("promemoria.html");
		String testo = Files.readString(Path.of(NOSTRO));
		assertThat(testo).contains(prima);
		Files.writeString(suo, testo.replace(prima, dopo));
		assertThatIllegalStateException().isThrownBy(() -> modelli(this.cartella))
			.withMessageContaining(suo.toString())
			.withMessageContaining(messaggio);
	}

	@Test
	void iSuoiPrendonoIlPostoDeiNostri() throws IOException {
		Files.writeString(this.cartella.resolve("promemoria.html"),
				"<html xmlns:th=\"http://www.thymeleaf.org\"><body><p th:text=\"${titolo}\"></p></body></html>");
		assertThat(modelli(this.cartella)
			.componi(ModelliPosta.PROMEMORIA, ProvaModelli.ESEMPI.get(ModelliPosta.PROMEMORIA).get(0))
			.testo()).isEqualTo("Promemoria\n");
		assertThatIllegalStateException().isThrownBy(() -> modelli(this.cartella.resolve("nessuna")))
			.withMessageContaining("non c'è");
	}

	@Test
	void oggetti() {
		LocalDate giovedi = LocalDate.of(2022, 8, 18);
		assertThat(Oggetti.di("Comune di Crema", TipoTermine.CUP, giovedi, false, "1.4.1", 0))
			.isEqualTo("Crema · CUP entro giovedì 18/08 · 1.4.1");
		assertThat(Oggetti.di("Comune di Crema", TipoTermine.CUP, giovedi, true, "1.4.1", 1))
			.isEqualTo("Crema · CUP scaduto giovedì 18/08 · 1.4.1 e un altro termine");
		assertThat(
				Oggetti.di("Comune di Castegnero (già Comune di Nanto)", TipoTermine.CUP, giovedi, false, "1.4.1", 0))
			.startsWith("Castegnero (già Nanto) · CUP ");
		assertThat(Oggetti.di("Unione\r\nBcc: x", TipoTermine.COMPLETAMENTO, giovedi, false, "1.2", 4))
			.isEqualTo("Unione Bcc: x · Completamento entro giovedì 18/08 · 1.2 e altri 4 termini");
		assertThat(List.of(Oggetti.giorni(3, false), Oggetti.giorni(1, false), Oggetti.giorni(0, false),
				Oggetti.giorni(0, true), Oggetti.giorni(-1, true), Oggetti.giorni(-8, true)))
			.containsExactly("mancano 3 giorni", "domani", "oggi", "oggi", "ieri", "da 8 giorni");
	}

}
