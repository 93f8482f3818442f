package it.cronoprogramma.notifica;

import it.cronoprogramma.notifica.TestoDaHtml.HtmlMalformato;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TestoDaHtmlTest {

	@Test
	void blocchiElenchiECollegamenti() {
		assertThat(TestoDaHtml.di("""
				<!DOCTYPE html>
				<html lang="it"><head><title>No</title><style>p { }</style></head><body>
				  <h1>Titolo</h1>
				  <p>Uno   <strong>due</strong>,
				  tre.<br/>Quattro &amp; &lt;cinque&gt;</p>
				  <ul><li>Primo</li><li>Secondo</li></ul>
				  <p><a href="https://a.example/?x=1&amp;y=2">Apra</a></p><hr/><p>Fine</p>
				</body></html>
				""")).isEqualTo("""
				Titolo

				Uno due, tre.
				Quattro & <cinque>

				- Primo
				- Secondo

				Apra: https://a.example/?x=1&y=2

				--

				Fine
				""");
	}

	@Test
	void caratteriCheNessunoMostraNonFermanoLaMail() {
		assertThat(TestoDaHtml.di(TestoDaHtml.pulito("<p>a\u0000b\ud800c è €</p>"))).isEqualTo("a b c è €\n");
	}

	@Test
	void entitaEMalformatiSonoRifiutati() {
		assertThatThrownBy(() -> TestoDaHtml.di("<p>uno<br>due</p>")).isInstanceOf(HtmlMalformato.class)
			.hasMessageContaining("riga 1");
		assertThatThrownBy(() -> TestoDaHtml.di("<p>&nbsp;</p>")).isInstanceOf(HtmlMalformato.class);
		assertThatThrownBy(() -> TestoDaHtml
			.di("<?xml version=\"1.0\"?><!DOCTYPE p [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><p>&x;</p>"))
			.isInstanceOf(HtmlMalformato.class);
	}

}
