package it.cronoprogramma.pec;

import java.util.Arrays;
import java.util.List;

import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.pec.RiconoscimentoPec.Candidata;
import it.cronoprogramma.pec.RiconoscimentoPec.Esito;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which candidatura a text speaks of, and when that is left to a person.
 */
class RiconoscimentoPecTest {

	private static final String APRILE = "1.4.1 Esperienza del Cittadino - Comuni - Aprile 2022";

	private static final String SETTEMBRE = "1.4.1 Esperienza del Cittadino - Comuni - Settembre 2022";

	private static final Candidata CREMA = inviata("C1", "E1", "Comune di Crema", "c_d142", APRILE, "1.4.1");

	private static final Candidata CREMA_IO = inviata("C2", "E1", "Comune di Crema", "c_d142",
			"1.4.3 - app IO - Comuni - Aprile 2022", "1.4.3");

	private static final Candidata CREMA_PAGOPA = inviata("C3", "E1", "Comune di Crema", "c_d142",
			"1.4.3 - pagoPA - Comuni - Aprile 2022", "1.4.3");

	private static final Candidata CREMA_SETTEMBRE = inviata("C4", "E1", "Comune di Crema", "c_d142", SETTEMBRE,
			"1.4.1");

	private static final Candidata CASALETTO = inviata("C5", "E2", "Comune di Casaletto", "c_x001", APRILE, "1.4.1");

	private static final Candidata CEREDANO = inviata("C6", "E3", "Comune di Casaletto Ceredano", "3BEP4ZAX", APRILE,
			"1.4.1");

	private static final Candidata FINANZIANDA = new Candidata("C000007", "E4", "Comune di Pandino", "c_g306", APRILE,
			"1.4.1", "G51F22000690006", "998877", Stato.CUP_INSERITO, true);

	private static Candidata inviata(String codice, String ente, String nome, String ipa, String titolo,
			String misura) {
		return new Candidata(codice, ente, nome, ipa, titolo, misura, null, null, Stato.INVIATA, true);
	}

	private static Esito cerca(String testo, Candidata... candidate) {
		return cerca(testo, "nessuno@example.it", AttoNotificato.AMMISSIBILITA, candidate);
	}

	private static Esito cerca(String testo, String a, AttoNotificato atto, Candidata... candidate) {
		PecLetta pec = new PecLetta(TipoMessaggio.POSTA_CERTIFICATA, null, "id", "dtd", List.of(a), "", null, null, 0,
				null, testo, testo, List.of(), List.of());
		return RiconoscimentoPec.riconosci(pec, atto, Arrays.asList(candidate),
				Arrays.stream(candidate).map(Candidata::ente).distinct().count() == 1);
	}

	@ParameterizedTest
	@CsvSource({ "G51F22000690006", "g51f 2200 0690 006", "CUP:G51F-2200-0690-006.", "candidatura n. 998877",
			"candidatura n.998877 di un altro", "candidatura C000007" })
	void perCupOPerNumero(String testo) {
		assertThat(cerca(testo, CREMA, FINANZIANDA).candidatura()).isEqualTo("C000007");
	}

	@ParameterizedTest
	@CsvSource({ "'Comune di Crema - Misura 1.4.1 - Comuni (aprile 2022)', C1", "'COMUNE DI CREMA, 1.4.3 app IO', C2",
			"'c_d142 - 1.4.3 - PagoPA - comuni - aprile 2022', C3", "'C_D142 1.4.1 settembre 2022', C4",
			"'Comune di Casaletto Ceredano, 1.4.1', C6", "'Comune di Casaletto, 1.4.1', C5", "'3bep4zax 1.4.1', C6" })
	void perEnteEAvviso(String testo, String codice) {
		assertThat(cerca(testo, CREMA, CREMA_IO, CREMA_PAGOPA, CREMA_SETTEMBRE, CASALETTO, CEREDANO).candidatura())
			.isEqualTo(codice);
	}

	@ParameterizedTest
	@CsvSource({ "protocollo@pec.comune.crema.cr.it", "comune.crema@pec.regione.example.it",
			"comunedicrema@pec.example.it", "comune.casaletto-ceredano@pec.example.it" })
	void perIndirizzo(String indirizzo) {
		assertThat(cerca("Avviso 1.4.1 aprile 2022", indirizzo, AttoNotificato.AMMISSIBILITA, CREMA, CEREDANO)
			.candidatura()).isEqualTo(indirizzo.contains("crema") ? "C1" : "C6");
	}

	@Test
	void cioCheEAmbiguoResta() {
		assertThat(cerca("Comune di Crema, 1.4.1", CREMA, CREMA_SETTEMBRE)).satisfies((e) -> {
			assertThat(e.candidatura()).isNull();
			assertThat(e.possibili()).containsExactly("C1", "C4");
		});
		assertThat(cerca("Comune di Crema", CREMA, CREMA_IO).candidatura()).isNull();
		assertThat(cerca("Comune di Crema e Comune di Casaletto, 1.4.1 aprile 2022", CREMA, CASALETTO).possibili())
			.containsExactly("C1", "C5");
		assertThat(cerca("Avviso 1.4.1 aprile 2022", CREMA, CASALETTO).candidatura()).isNull();
		assertThat(cerca("niente", CREMA, CASALETTO).possibili()).isEmpty();
		assertThat(cerca("niente").candidatura()).isNull();
	}

	@Test
	void cioCheSiContraddiceResta() {
		assertThat(cerca("Comune di Crema, 1.4.1, CUP G51F22000690006", CREMA, FINANZIANDA)).satisfies((e) -> {
			assertThat(e.candidatura()).isNull();
			assertThat(e.contraria()).isTrue();
			assertThat(e.possibili()).containsExactly("C000007", "C1");
		});
		assertThat(cerca("Comune di Pandino, CUP H11F22000690006", FINANZIANDA).contraria()).isTrue();
		assertThat(cerca("Comune di Crema, 1.4.5 notifiche", CREMA).contraria()).isTrue();
	}

	@Test
	void nellaCasellaDiUnEnteSoloLEnteSiSaASenzaCheLoDica() {
		assertThat(cerca("Avviso 1.4.1 aprile 2022", CREMA, CREMA_IO).candidatura()).isEqualTo("C1");
		assertThat(cerca("Esito della Sua domanda", CREMA).candidatura()).isEqualTo("C1");
		assertThat(cerca("Comune di Pandino: avviso 1.4.1", CREMA).contraria()).isTrue();
		assertThat(cerca("c_g306: avviso 1.4.1", CREMA).candidatura()).isNull();
	}

	@Test
	void diPiuDelloStessoAvvisoVaQuellaVivaCheAttende() {
		Candidata ritirata = new Candidata("C8", "E1", "Comune di Crema", "c_d142", APRILE, "1.4.1", null, null,
				Stato.RITIRATA, false);
		assertThat(cerca("Comune di Crema, 1.4.1 aprile 2022", ritirata, CREMA).candidatura()).isEqualTo("C1");
	}

	@ParameterizedTest
	@CsvSource({ "Esito di ammissibilità, AMMISSIBILITA", "Candidatura non ammessa, AMMISSIBILITA",
			"Notifica decreto di finanziamento, DECRETO", "Notifica del decreto n. 32 di finanziamento, DECRETO",
			"Decreto di rinuncia, DECRETO_RINUNCIA", "Presa d'atto della rinuncia, DECRETO_RINUNCIA",
			"Avvio del procedimento di revoca, REVOCA", "Controllo a campione, CONTROLLO",
			"Richiesta di integrazione documentale, INTEGRAZIONE", "Auguri, ALTRO" })
	void checosaNotifica(String oggetto, AttoNotificato atto) {
		assertThat(AttoNotificato.indovina(oggetto, "")).isEqualTo(atto);
		assertThat(AttoNotificato.indovina("", oggetto)).isEqualTo(atto);
	}

	@ParameterizedTest
	@CsvSource({ "è stata ammessa, ammessa", "è ammessa con riserva, riserva", "non è stata ammessa, nonAmmessa",
			"inammissibilità, nonAmmessa" })
	void conQualeEsito(String testo, String esito) {
		assertThat(AttoNotificato.indovinaEsito("", testo)).isEqualTo(esito);
	}

}
