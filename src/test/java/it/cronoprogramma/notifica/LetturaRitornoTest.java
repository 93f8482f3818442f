package it.cronoprogramma.notifica;

import java.util.Optional;

import it.cronoprogramma.prova.RitornoDiProva;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LetturaRitornoTest {

	private static final String ID = "0f3c2a54-7b1e-4c8d-9a10-5e6f70818293";

	private static Optional<MailTornata> leggi(String testo) throws Exception {
		return LetturaRitorno.leggi(RitornoDiProva.messaggio(testo));
	}

	@Test
	void unIndirizzoCheNonEsiste() throws Exception {
		MailTornata t = leggi(RitornoDiProva.postfix(ID, "Ufficio@Comune.example", "failed", "5.1.1",
				"550 5.1.1 <ufficio@comune.example>: Recipient address rejected: User unknown"))
			.orElseThrow();
		assertThat(t).isEqualTo(new MailTornata(ID, "ufficio@comune.example", true,
				"550 5.1.1 <ufficio@comune.example>: Recipient address rejected: User unknown"));
		assertThat(t.rifiuta("ufficio@comune.example")).isTrue();
		assertThat(t.rifiuta("altro@comune.example")).as("inoltrata a chi non esiste").isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "5.2.2, 552 5.2.2 Over quota, false", "5.0.0, 550 Mailbox full, false",
			"5.0.0, 550 no such user, true", "4.4.7, delivery time expired, false",
			"5.7.1, 550 5.7.1 rejected by policy, false", "5.4.1, 550 5.4.1 no relay, false",
			"5.1.10, 550 5.1.10 RecipientNotFound, true", "5.0.0, 550 user has exceeded his quota, false" })
	void perSempreONo(String stato, String diagnosi, boolean perSempre) throws Exception {
		assertThat(leggi(RitornoDiProva.postfix(ID, "a@b.example", "failed", stato, diagnosi)).orElseThrow())
			.returns(perSempre, MailTornata::perSempre)
			.returns(diagnosi, MailTornata::motivo);
	}

	@ParameterizedTest
	@ValueSource(strings = { "delayed", "delivered", "relayed", "expanded", "" })
	void cioCheNonEUnFallimento(String azione) throws Exception {
		assertThat(leggi(RitornoDiProva.postfix(ID, "a@b.example", azione, "4.0.0", "x"))).isEmpty();
	}

	@Test
	void diUnaMailCheNonENostra() throws Exception {
		assertThat(leggi(RitornoDiProva.postfix(ID, "a@b.example", "failed", "5.1.1", "x")
			.replace(ID + "@cronoprogramma", "123@altrove.example"))).isEmpty();
	}

	/** With the whole mail, two recipients, folded lines, and the id only in the head. */
	@Test
	void comeLoScrivonoAltri() throws Exception {
		String testo = """
				From: Microsoft Outlook <postmaster@comune.onmicrosoft.example>
				To: <cronoprogramma@gestione.example>
				Subject: Impossibile recapitare: Prova
				In-Reply-To: <%1$s@cronoprogramma>
				MIME-Version: 1.0
				Content-Type: multipart/report; report-type=delivery-status; boundary="b"

				--b
				Content-Type: multipart/alternative; boundary="c"

				--c
				Content-Type: text/plain; charset="nessuno-lo-conosce"

				Il messaggio non =E8 stato recapitato.

				--c--
				--b
				Content-Type: message/delivery-status

				Reporting-MTA: dns;AM0.eurprd.example

				Final-Recipient: rfc822;uno@comune.example
				Action: relayed
				Status: 2.0.0

				Final-Recipient: rfc822;due@comune.example
				Action: FAILED
				Status: 5.1.10
				Diagnostic-Code: smtp;550 5.1.10 RESOLVER.ADR.RecipientNotFound;
				 Recipient due@comune.example not found by SMTP address lookup

				--b
				Content-Type: message/rfc822

				From: cronoprogramma@gestione.example
				Subject: Prova
				Content-Type: text/plain

				Niente
				--b--
				""".formatted(ID);
		assertThat(leggi(testo)).contains(new MailTornata(ID, "due@comune.example", true,
				"550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient due@comune.example not found by SMTP "
						+ "address lookup"));
	}

	@Test
	void aParole() throws Exception {
		String testo = """
				Return-Path: <>
				From: MAILER-DAEMON@provider.example
				Subject: failure notice

				Hi. This is the qmail-send program at provider.example.
				<ufficio@comune.example>:
				10.0.0.1 does not like recipient.
				Remote host said: 550 5.1.1 unknown user

				--- Below this line is a copy of the message.
				Message-ID: <%s@cronoprogramma>
				""".formatted(ID);
		assertThat(leggi(testo)).contains(new MailTornata(ID, null, true, "550 5.1.1 unknown user"));
		assertThat(leggi(testo.replace("550 5.1.1 unknown user", "nothing")))
			.contains(new MailTornata(ID, null, false, "failure notice"));
		assertThat(leggi(testo.replace("Return-Path: <>", "Return-Path: <maria@comune.example>")
			.replace("MAILER-DAEMON@provider.example", "maria@comune.example"))).as("chi risponde citando").isEmpty();
		assertThat(leggi(testo.replace(ID, "x"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "Auto-Submitted: auto-replied\nFrom: maria@comune.example\nIn-Reply-To: <%s@cronoprogramma>",
					"From: maria@comune.example\nIn-Reply-To: <%s@cronoprogramma>",
					"Auto-Submitted: auto-replied\nFrom: postmaster@comune.example\nReferences: <%s@cronoprogramma>" })
	void rispondeUnaPersonaOLaSuaAssenza(String testa) throws Exception {
		assertThat(leggi(testa.formatted(ID) + "\nSubject: Re: Prova\n\nSono in ferie, 550 saluti. <" + ID
				+ "@cronoprogramma>\n"))
			.isEmpty();
	}

	@Test
	void cioCheDiceIlServerStaSuUnaRiga() throws Exception {
		MailTornata t = leggi(RitornoDiProva.postfix(ID, "a@b.example", "failed", "5.1.1", "x".repeat(700)))
			.orElseThrow();
		assertThat(t.motivo()).hasSize(500).endsWith("…");
		assertThat(leggi(RitornoDiProva.postfix(ID, "a@b.example", "failed", "", "")).orElseThrow().motivo())
			.isEqualTo("il server non dice perché");
	}

}
