package it.cronoprogramma;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.pec.NotificaRicevuta;
import it.cronoprogramma.pec.Notifiche;
import it.cronoprogramma.prova.Applicazione;
import it.cronoprogramma.prova.PecDiProva;
import jakarta.mail.internet.MimeMessage;

import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;

/**
 * Every way that a PEC takes through the models, and a mailbox.
 */
final class FlussiPec {

	private static final String UTENTE = "flussi@pec.example.it";

	private static final String CASELLA = "cronoprogramma.pec.imap.caselle.flussi.";

	private static final String RITORNO = "cronoprogramma.posta.ritorno.";

	private static GreenMail posta;

	private FlussiPec() {
	}

	/**
	 * Starts a mailbox with more messages than are taken at once.
	 * @return the settings that say where it is
	 */
	static String[] casella() {
		posta = new GreenMail(new ServerSetup[] { ServerSetup.IMAP.dynamicPort() });
		posta.start();
		for (int i = 0; i < 21; i++) {
			MimeMessage m = new MimeMessage((jakarta.mail.Session) null);
			try {
				m.setSubject("Avviso " + i);
				m.setText("Niente");
			}
			catch (jakarta.mail.MessagingException ex) {
				throw new IllegalStateException(ex);
			}
			posta.setUser(UTENTE, UTENTE, "segreta").deliver(m);
		}
		return new String[] { CASELLA + "host=localhost", CASELLA + "porta=" + posta.getImap().getPort(),
				CASELLA + "cifrata=false", CASELLA + "utente=" + UTENTE, CASELLA + "password=segreta",
				CASELLA + "di=gestione1", "cronoprogramma.pec.imap.ogni=20000d", RITORNO + "host=localhost",
				RITORNO + "porta=" + posta.getImap().getPort(), RITORNO + "cifrata=false", RITORNO + "utente=" + UTENTE,
				RITORNO + "password=segreta", RITORNO + "ogni=20000d" };
	}

	/**
	 * One is confirmed, one is another's, one is nobody's; the mailbox is read twice, and
	 * one that is not set any more.
	 * @param app the application
	 * @param comune an ente with one candidatura
	 * @param c its code
	 * @throws IOException if a message cannot be written
	 */
	static void percorri(Applicazione app, Ente comune, String c) throws IOException {
		String codice = carica(app, comune, PecDiProva.di("ammissibilita.eml", "flussi", "c_d142", comune.codiceIpa(),
				"Comune di Crema", "L'ente"));
		app.compila(comune.id(), codice, "confermaPec", Map.of("decisione", "altra"));
		app.compila("rtd", codice, "assegnaPec", Map.of("decisione", "assegnata", "candidatura", c));
		app.compila(comune.id(), codice, "confermaPec",
				Map.of("decisione", "confermata", "atto", "altro", "giorno", "ricezione", "protocollo", "1"));
		codice = carica(app, comune, PecDiProva.come("anomalia.eml"));
		app.compila("rtd", codice, "assegnaPec", Map.of("decisione", "scartata", "motivo", "Pubblicità"));

		leggi(app, "leggi-caselle-pec", "leggiCasella");
		leggi(app, "leggi-ritorno", "leggiRitorno");
		posta.stop();
	}

	private static void leggi(Applicazione app, String processo, String passo) {
		app.bean(RuntimeService.class)
			.createProcessInstanceByKey(processo)
			.businessKey("tolta")
			.startBeforeActivity(passo)
			.execute();
		ManagementService lavori = app.bean(ManagementService.class);
		for (int i = 0; i < 4; i++) {
			lavori.createJobQuery().processDefinitionKey(processo).list().forEach((j) -> lavori.executeJob(j.getId()));
		}
	}

	private static String carica(Applicazione app, Ente comune, byte[] pec) throws IOException {
		Path file = Files.write(Files.createTempFile("pec", ".eml"), pec);
		try {
			return NotificaRicevuta.codice(app.bean(Notifiche.class)
				.carica(file, "pec.eml", "gestione1", null, new Autore("rtd", app.adesso()))
				.numero());
		}
		finally {
			Files.delete(file);
		}
	}

}
