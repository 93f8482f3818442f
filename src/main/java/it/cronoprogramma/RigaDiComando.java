package it.cronoprogramma;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.Importazione.StatoImportazione;
import it.cronoprogramma.opendata.ImportazioneRepository;
import it.cronoprogramma.opendata.Importazioni;
import it.cronoprogramma.opendata.Scarto;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The published data from the command line:
 * {@code java -jar cronoprogramma.jar importa [--alla-data=GIORNO] [--enti=IPA,IPA] FILE...},
 * one file after the other, on the database that the settings name.
 */
final class RigaDiComando {

	/** The word that asks for it. */
	static final String IMPORTA = "importa";

	private static final String ALLA_DATA = "--alla-data=";

	private static final String ENTI = "--enti=";

	/** H2: another process has the file. */
	private static final int DATABASE_IN_USO = 90020;

	private static final int SCARTI_MOSTRATI = 20;

	private static final long ATTESA_MILLIS = 500;

	private static final int FATTO = 0;

	private static final int RIFIUTATO = 1;

	private static final int SBAGLIATO = 2;

	private final PrintStream uscita;

	private LocalDate allaData;

	private List<String> enti = List.of();

	private final List<Path> file = new ArrayList<>();

	private final List<String> impostazioni = new ArrayList<>();

	private RigaDiComando(PrintStream uscita) {
		this.uscita = uscita;
	}

	/**
	 * Imports files and waits for the end of each.
	 * @param argomenti the command line after {@code importa}; what begins with two
	 * dashes and is not ours is a setting of the application
	 * @param uscita where to tell how it goes
	 * @return 0 if all went in, 1 if one was refused, 2 if the command is wrong
	 */
	static int importa(List<String> argomenti, PrintStream uscita) {
		RigaDiComando comando = new RigaDiComando(uscita);
		try {
			comando.leggi(argomenti);
		}
		catch (Rifiuto rifiuto) {
			uscita.println(rifiuto.getMessage());
			uscita.println("Uso: importa [--alla-data=AAAA-MM-GG] [--enti=c_d142,c_g306] FILE...");
			return SBAGLIATO;
		}
		return comando.esegui();
	}

	private void leggi(List<String> argomenti) {
		for (String a : argomenti) {
			if (a.startsWith(ALLA_DATA)) {
				this.allaData = giorno(a.substring(ALLA_DATA.length()));
			}
			else if (a.startsWith(ENTI)) {
				this.enti = List.of(a.substring(ENTI.length()).split(","));
			}
			else if (a.startsWith("--")) {
				this.impostazioni.add(a);
			}
			else if (Files.isReadable(Path.of(a)) && Files.isRegularFile(Path.of(a))) {
				this.file.add(Path.of(a));
			}
			else {
				throw Rifiuto.nonTrovato("Il file «%s» non c'è o non si può leggere.", a);
			}
		}
		if (this.file.isEmpty()) {
			throw Rifiuto.nonValido("Manca il file da importare.");
		}
	}

	private static LocalDate giorno(String testo) {
		try {
			return LocalDate.parse(testo);
		}
		catch (DateTimeException ex) {
			throw Rifiuto.nonValido("«%s» non è una data: serve anno-mese-giorno, per esempio 2024-07-12.", testo);
		}
	}

	private int esegui() {
		// the engine does the work, as it does behind the page; nobody is served
		// meanwhile
		this.impostazioni.add("--server.port=0");
		this.impostazioni.add("--server.address=127.0.0.1");
		// what is wrong is said below, in one sentence
		this.impostazioni.add("--logging.level.org.springframework.boot.SpringApplication=off");
		this.impostazioni.add("--logging.level.org.springframework.context.support=error");
		this.impostazioni.add("--logging.level.org.springframework.boot.web.servlet.context=error");
		try (ConfigurableApplicationContext contesto = new SpringApplicationBuilder(CronoprogrammaApplication.class)
			.run(this.impostazioni.toArray(String[]::new))) {
			aspettaQuellaInCorso(contesto.getBean(ImportazioneRepository.class));
			int esito = FATTO;
			for (Path uno : this.file) {
				esito = Math.max(esito, importa(uno, contesto));
			}
			return esito;
		}
		catch (RuntimeException ex) {
			this.uscita.println(inUso(ex)
					? "Il database è in uso: l'applicazione è già avviata. Importi il file dalla pagina "
							+ "«Dati pubblicati», oppure la fermi prima."
					: "L'applicazione non si avvia, non è stato importato nulla. " + radice(ex).getMessage());
			return RIFIUTATO;
		}
	}

	/** One that was cut off goes on by itself as soon as the engine is there. */
	private void aspettaQuellaInCorso(ImportazioneRepository importazioni) {
		importazioni.inCorso().ifPresent((i) -> {
			this.uscita.println("Prima finisce l'importazione di «" + i.file() + "», che era in corso.");
			attendi(i.id(), importazioni);
		});
	}

	private static Throwable radice(Throwable ex) {
		Throwable radice = ex;
		while (radice.getCause() != null) {
			radice = radice.getCause();
		}
		return radice;
	}

	private static boolean inUso(Throwable ex) {
		for (Throwable causa = ex; causa != null; causa = causa.getCause()) {
			if (causa instanceof SQLException sql && sql.getErrorCode() == DATABASE_IN_USO) {
				return true;
			}
		}
		return false;
	}

	private int importa(Path uno, ConfigurableApplicationContext contesto) {
		ImportazioneRepository importazioni = contesto.getBean(ImportazioneRepository.class);
		try (InputStream contenuto = Files.newInputStream(uno)) {
			String id = contesto.getBean(Importazioni.class)
				.avvia(uno.toString(), contenuto, this.allaData, this.enti, null,
						new Autore("riga di comando", contesto.getBean(Clock.class).instant()));
			return racconta(uno, attendi(id, importazioni), importazioni);
		}
		catch (Rifiuto rifiuto) {
			this.uscita.println(uno + ": " + rifiuto.getMessage());
			return RIFIUTATO;
		}
		catch (IOException ex) {
			this.uscita.println(uno + ": il file non si legge.");
			return RIFIUTATO;
		}
	}

	private Importazione attendi(String id, ImportazioneRepository importazioni) {
		int mostrato = -1;
		Importazione i = importazioni.trova(id).orElseThrow();
		while (i.stato() == StatoImportazione.IN_CORSO) {
			if (i.percento() / 10 > mostrato) {
				mostrato = i.percento() / 10;
				this.uscita.println(i.file() + ": " + i.percento() + "%");
			}
			try {
				Thread.sleep(ATTESA_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				throw new IllegalStateException("Interrotta: riprenderà al prossimo avvio", ex);
			}
			i = importazioni.trova(id).orElseThrow();
		}
		return i;
	}

	private int racconta(Path uno, Importazione i, ImportazioneRepository importazioni) {
		if (i.stato() == StatoImportazione.RIFIUTATA) {
			this.uscita.println(uno + ": rifiutato. " + i.motivo());
			return RIFIUTATO;
		}
		Conti c = i.conti();
		this.uscita.printf(
				"%s: righe %d, nuove %d, aggiornate %d (da confermare %d), invariate %d, escluse %d, "
						+ "scartate %d%n",
				uno, i.righe(), c.nuove(), c.aggiornate(), c.daConfermare(), c.invariate(), c.escluse(), c.scartate());
		for (Scarto s : importazioni.scarti(i.id(), SCARTI_MOSTRATI)) {
			this.uscita.printf("  riga %d, %s «%s»: %s%n", s.riga(), s.campo(), s.valore(), s.motivo());
		}
		for (Scarto s : importazioni.segnalate(i.id(), SCARTI_MOSTRATI)) {
			this.uscita.printf("  riga %d, importata, ma %s: %s%n", s.riga(), s.valore(), s.motivo());
		}
		return FATTO;
	}

}
