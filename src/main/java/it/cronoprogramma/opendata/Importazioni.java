package it.cronoprogramma.opendata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.Importazione.StatoImportazione;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports of published files: one at a time, each read whole before any of its rows is
 * followed.
 */
@Service
public class Importazioni {

	private static final Logger LOG = LoggerFactory.getLogger(Importazioni.class);

	/** Header-only and halved files have been published (dominio 4.3). */
	private static final double CALO_MASSIMO = 0.2;

	private static final int GRUPPO = 500;

	private static final int NOME_MASSIMO = 200;

	/** Characters, as many as are kept; all comuni of Italy take half of them. */
	private static final int ENTI_MASSIMI = 100_000;

	private static final Pattern IPA = Pattern.compile("[a-z0-9_-]{1,20}");

	private final ImportazioneRepository importazioni;

	private final TitoliAvvisiRepository titoli;

	private final AvvioImportazione avvio;

	private final TransactionTemplate transazione;

	private final TransactionTemplate dopo;

	Importazioni(ImportazioneRepository importazioni, TitoliAvvisiRepository titoli, AvvioImportazione avvio,
			PlatformTransactionManager transazioni) {
		this.importazioni = importazioni;
		this.titoli = titoli;
		this.avvio = avvio;
		this.transazione = new TransactionTemplate(transazioni);
		this.dopo = new TransactionTemplate(transazioni);
		this.dopo.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
	}

	/**
	 * Takes a file; it is read and followed afterwards.
	 * @param nome the file's name
	 * @param file the file
	 * @param allaData the day as of which it is taken, or {@code null}
	 * @param enti codes of the IPA to which the import is bound; empty for all
	 * @param gestione the gestione to whose enti it is bound, or {@code null}
	 * @param autore who imports
	 * @return the import's id
	 * @throws Rifiuto if another import runs or a code is none
	 */
	public String avvia(String nome, InputStream file, LocalDate allaData, List<String> enti, String gestione,
			Autore autore) {
		Set<String> codici = new TreeSet<>();
		for (String ente : enti) {
			String codice = ente.strip().toLowerCase(Locale.ROOT);
			if (!IPA.matcher(codice).matches()) {
				throw Rifiuto.nonValido("«%s» non è un codice IPA: servono codici come c_d142, separati da virgole.",
						ente);
			}
			codici.add(codice);
		}
		if (String.join(" ", codici).length() > ENTI_MASSIMI) {
			throw Rifiuto.nonValido("Sono indicati %s enti, troppi: importi il file per intero.",
					Parole.intero(codici.size()));
		}
		Importazione nuova = new Importazione(UUID.randomUUID().toString(), nome(nome), allaData, codici, gestione,
				StatoImportazione.IN_CORSO, null, null, Conti.NESSUNO, autore.quando(), autore.chi(), null);
		unaPerVolta();
		try {
			this.transazione.executeWithoutResult((stato) -> {
				this.importazioni.inserisci(nuova);
				conserva(nuova.id(), file);
				this.avvio.avvia(nuova.id(), nuova.file(), gestione);
			});
		}
		catch (DuplicateKeyException ex) {
			unaPerVolta();
			throw Rifiuto.conflitto("È già in corso un'altra importazione: attenda che finisca.");
		}
		return nuova.id();
	}

	private void unaPerVolta() {
		this.importazioni.inCorso().ifPresent((i) -> {
			throw Rifiuto.conflitto("È già in corso l'importazione di «%s», avviata da %s il %s: attenda che finisca.",
					i.file(), i.avviataDa(), Parole.momento(i.avviata()));
		});
	}

	private void conserva(String id, InputStream file) {
		try {
			this.importazioni.conserva(id, file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String nome(String nome) {
		String solo = (nome == null || nome.isBlank()) ? "senza nome"
				: nome.substring(Math.max(nome.lastIndexOf('/'), nome.lastIndexOf('\\')) + 1)
					.replaceAll("\\p{Cntrl}", " ");
		return solo.substring(0, Math.min(solo.length(), NOME_MASSIMO));
	}

	/**
	 * Reads the file of an import and keeps its rows. A file that cannot be taken is
	 * refused whole.
	 * @param id the import
	 * @param autore for whom, and when
	 * @return whether it was taken
	 */
	public boolean leggi(String id, Autore autore) {
		Importazione i = this.importazioni.trova(id).orElseThrow();
		Raccolta raccolta = new Raccolta(i);
		try (InputStream file = new Parti(this.importazioni, id)) {
			int righe = LetturaFile.leggi(file, raccolta::buona, raccolta::scarta);
			raccolta.chiudi(righe);
		}
		catch (FileRifiutato ex) {
			raccolta.butta();
			this.importazioni.concludi(id, StatoImportazione.RIFIUTATA, ex.getMessage(), autore.quando());
			dimenticaDopo();
			return false;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		dimenticaDopo();
		return true;
	}

	/**
	 * Lets files go that have been read, once it is sure that they have been, and piece
	 * by piece: H2 holds in memory what one transaction deletes. What is left by a
	 * process that is killed goes with the next.
	 */
	private void dimenticaDopo() {
		TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {

			@Override
			public void afterCommit() {
				try {
					Boolean altre = true;
					while (Boolean.TRUE.equals(altre)) {
						altre = Importazioni.this.dopo
							.execute((stato) -> Importazioni.this.importazioni.dimenticaUnaParte());
					}
				}
				catch (DataAccessException | TransactionException ex) {
					LOG.warn("Il file letto non si è potuto togliere: lo sarà con la prossima importazione", ex);
				}
			}

		});
	}

	/**
	 * What a file holds, as it is read.
	 */
	private final class Raccolta {

		private final Importazione importazione;

		private final Set<String> dellaGestione;

		private final List<RigaPubblicata> buone = new ArrayList<>();

		private final List<Scarto> scarti = new ArrayList<>();

		private final Map<String, Integer> perMisura = new HashMap<>();

		private int scartate;

		private int segnalate;

		private int escluse;

		Raccolta(Importazione importazione) {
			this.importazione = importazione;
			this.dellaGestione = (importazione.gestione() == null) ? Set.of()
					: Importazioni.this.importazioni.ipaDellaGestione(importazione.gestione());
		}

		void buona(RigaPubblicata riga) {
			if (!this.importazione.riguarda(riga.chiaveIpa(), this.dellaGestione)) {
				this.escluse++;
				return;
			}
			this.perMisura.merge(riga.misura(), 1, Integer::sum);
			Optional<RigaPubblicata> nota = (this.importazione.allaData() == null) ? Optional.of(riga)
					: riga.al(this.importazione.allaData());
			if (nota.isEmpty()) {
				this.escluse++;
				return;
			}
			this.buone.add(nota.get());
			if (riga.cupCancellato()) {
				segnala(new Scarto(riga.riga(), "codice_cup", "CANCELLATO_" + riga.cup(),
						"il CUP è pubblicato come cancellato: la candidatura è stata importata, verifichi il CUP"));
			}
			if (this.buone.size() == GRUPPO) {
				scrivi();
			}
		}

		void scarta(Scarto scarto) {
			this.scarti.add(scarto);
			if (this.scarti.size() == GRUPPO) {
				scriviScarti();
			}
		}

		/** There is none so far in what has been published. */
		private void segnala(Scarto segnalata) {
			this.segnalate++;
			Importazioni.this.importazioni.scriviScarti(this.importazione.id(), -this.segnalate, List.of(segnalata),
					true);
		}

		private void scrivi() {
			Importazioni.this.importazioni.scrivi(this.importazione.id(), this.buone);
			this.buone.clear();
		}

		private void scriviScarti() {
			Importazioni.this.importazioni.scriviScarti(this.importazione.id(), this.scartate, this.scarti, false);
			this.scartate += this.scarti.size();
			this.scarti.clear();
		}

		void chiudi(int righe) {
			scrivi();
			Map<Integer, Integer> ripetute = Importazioni.this.importazioni.ripetute(this.importazione.id());
			ripetute.forEach((riga, prima) -> scarta(new Scarto(riga, "codice_cup", null,
					"stessa candidatura della riga " + prima + ": stesso avviso, " + "stesso CUP, stesso invio")));
			scriviScarti();
			Importazioni.this.importazioni.fatte(this.importazione.id(), ripetute.keySet());
			rifiutaSeCala();
			Importazioni.this.importazioni.letta(this.importazione.id(), righe);
			Importazioni.this.importazioni.avanza(this.importazione.id(),
					new Conti(0, 0, 0, this.scartate, this.escluse, 0));
		}

		/** The discarded ones count: they were published. */
		private void rifiutaSeCala() {
			Map<String, TitoloAvviso> avvisi = Importazioni.this.titoli.tutti();
			Map<String, Integer> note = new HashMap<>();
			Importazioni.this.importazioni.notePerAvviso(this.importazione, this.dellaGestione)
				.forEach((avviso, quante) -> note.merge(avvisi.get(avviso).misura(), quante, Integer::sum));
			this.perMisura.forEach((misura, quante) -> {
				int finora = note.getOrDefault(misura, 0);
				if (quante + this.scartate < finora * (1 - CALO_MASSIMO)) {
					throw new FileRifiutato(("Il file ha %s candidature della misura %s, finora se ne conoscevano %s: "
							+ "ne manca più di un quinto. Forse è incompleto: non è stato cambiato nulla.")
						.formatted(Parole.intero(quante), misura, Parole.intero(finora)));
				}
			});
		}

		void butta() {
			Importazioni.this.importazioni.butta(this.importazione.id());
		}

	}

	/** The pieces of a file, one after the other; only one is held. */
	private static final class Parti extends InputStream {

		private final InputStream insieme;

		Parti(ImportazioneRepository importazioni, String id) {
			this.insieme = new java.io.SequenceInputStream(new Enumeration<>() {

				private int posto;

				private Optional<byte[]> prossima = importazioni.parte(id, 0);

				@Override
				public boolean hasMoreElements() {
					return this.prossima.isPresent();
				}

				@Override
				public InputStream nextElement() {
					InputStream questa = new java.io.ByteArrayInputStream(this.prossima.orElseThrow());
					this.posto++;
					this.prossima = importazioni.parte(id, this.posto);
					return questa;
				}

			});
		}

		@Override
		public int read() throws IOException {
			return this.insieme.read();
		}

		@Override
		public int read(byte[] dove, int da, int quanti) throws IOException {
			return this.insieme.read(dove, da, quanti);
		}

	}

}
