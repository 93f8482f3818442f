package it.cronoprogramma.cruscotto;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.ImportazioneRepository;
import it.cronoprogramma.opendata.Importazioni;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/**
 * Who may import what: the administrator everything, the ufficio RTD the rows of its own
 * gestione's enti.
 */
@Component
public class Importatore {

	private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

	private final Importazioni importazioni;

	private final ImportazioneRepository righe;

	private final EnteRepository enti;

	private final Ambito ambito;

	private final Clock orologio;

	Importatore(Importazioni importazioni, ImportazioneRepository righe, EnteRepository enti, Ambito ambito,
			Clock orologio) {
		this.importazioni = importazioni;
		this.righe = righe;
		this.enti = enti;
		this.ambito = ambito;
		this.orologio = orologio;
	}

	/**
	 * Takes a file.
	 * @param file the file, or {@code null}
	 * @param allaData ISO day as of which it is taken, or {@code null}
	 * @param enti codes of the IPA with commas between them, or {@code null}
	 * @param chi who imports
	 * @return the import's id
	 * @throws Rifiuto if there is no file, the day or a code is none, or another import
	 * runs
	 * @throws IOException if the upload breaks off
	 */
	public String avvia(MultipartFile file, String allaData, String enti, Authentication chi) throws IOException {
		if (file == null || file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty()) {
			throw Rifiuto.nonValido("Manca il file: scelga il CSV o il JSON delle candidature finanziate.");
		}
		String gestione = gestione(chi);
		LocalDate giorno = giorno(allaData);
		List<String> codici = (enti == null || enti.isBlank()) ? List.of()
				: Arrays.stream(enti.split("[,;\\s]+")).filter((e) -> !e.isBlank()).toList();
		try (InputStream contenuto = file.getInputStream()) {
			return this.importazioni.avvia(file.getOriginalFilename(), contenuto, giorno, codici, gestione,
					new Autore(chi.getName(), this.orologio.instant()));
		}
	}

	/**
	 * An import that its reader may see.
	 * @param id its id, as somebody wrote it
	 * @param chi the reader
	 * @return the import
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	public Importazione leggi(String id, Authentication chi) {
		Ambito.Enti suoi = this.ambito.di(chi);
		return Optional.of(id)
			.filter((i) -> ID.matcher(i).matches())
			.flatMap(this.righe::trova)
			.filter((i) -> suoi.tutti() || (i.gestione() != null && suoi.ids().contains(i.gestione())))
			.orElseThrow(() -> Rifiuto.nonTrovato("L'importazione «%s» non esiste.", id));
	}

	/**
	 * The last imports that somebody may see.
	 * @param chi the reader
	 * @return the imports, the last first
	 */
	List<Importazione> ultime(Authentication chi) {
		Ambito.Enti suoi = this.ambito.di(chi);
		return this.righe.ultime(suoi.tutti() ? null : this.enti.gestioni(suoi.ids()), 20);
	}

	private String gestione(Authentication chi) {
		Ambito.Enti suoi = this.ambito.di(chi);
		if (suoi.tutti()) {
			return null;
		}
		List<String> gestioni = this.enti.gestioni(suoi.ids());
		if (gestioni.size() != 1) {
			throw Rifiuto.nonValido("Si importa per gli enti di una gestione associata: il Suo utente ne ha %s. "
					+ "Chieda all'amministratore.", gestioni.size());
		}
		return gestioni.get(0);
	}

	private static LocalDate giorno(String testo) {
		if (testo == null || testo.isBlank()) {
			return null;
		}
		try {
			return LocalDate.parse(testo);
		}
		catch (DateTimeException ex) {
			throw Rifiuto.nonValido("Alla data «%s»: serve anno-mese-giorno, per esempio 2024-07-12.", testo);
		}
	}

}
