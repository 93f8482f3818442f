package it.cronoprogramma.cruscotto.api;

import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.cruscotto.Importatore;
import it.cronoprogramma.opendata.Importazione;
import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.ImportazioneRepository;
import it.cronoprogramma.opendata.Scarto;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Imports of published files.
 */
@RestController
@RequestMapping("/api/v1/importazioni")
class ImportazioniApiController {

	private static final int ERRORI_MASSIMI = 1000;

	private final Importatore importatore;

	private final ImportazioneRepository importazioni;

	ImportazioniApiController(Importatore importatore, ImportazioneRepository importazioni) {
		this.importatore = importatore;
		this.importazioni = importazioni;
	}

	/**
	 * Takes a file, which is then read and followed; how far it has come is asked for at
	 * the address in {@code Location}.
	 * @param file the published CSV or JSON
	 * @param allaData ISO day as of which it is taken
	 * @param enti codes of the IPA with commas between them
	 * @param chi who imports
	 * @return 202
	 * @throws IOException if the upload breaks off
	 */
	@PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ResponseEntity<Risposta> avvia(@RequestParam(required = false) MultipartFile file,
			@RequestParam(required = false) String allaData, @RequestParam(required = false) String enti,
			Authentication chi) throws IOException {
		String id = this.importatore.avvia(file, allaData, enti, chi);
		return ResponseEntity.accepted().location(URI.create("/api/v1/importazioni/" + id)).body(una(id, chi));
	}

	/**
	 * An import.
	 * @param id its id
	 * @param chi who asks
	 * @return how far it has come
	 */
	@GetMapping("/{id}")
	Risposta una(@PathVariable String id, Authentication chi) {
		Importazione i = this.importatore.leggi(id, chi);
		List<Scarto> errori = new ArrayList<>();
		if (i.motivo() != null) {
			errori.add(new Scarto(0, null, null, i.motivo()));
		}
		errori.addAll(this.importazioni.scarti(id, ERRORI_MASSIMI));
		Conti conti = i.conti();
		return new Risposta(i.id(), i.file(), i.allaData(), i.stato().name(), (i.righe() == null) ? 0 : i.righe(),
				conti.nuove(), conti.aggiornate(), conti.invariate(), conti.scartate(), conti.escluse(),
				conti.daConfermare(), errori, this.importazioni.segnalate(id, ERRORI_MASSIMI));
	}

	/**
	 * How far an import has come.
	 *
	 * @param id its id
	 * @param file the file's name
	 * @param allaData the day as of which it is taken
	 * @param stato IN_CORSO, CONCLUSA or RIFIUTATA
	 * @param lette rows of the file, 0 until it has been read
	 * @param nuove candidature that were not known
	 * @param aggiornate those of which something new was told
	 * @param invariate those of which nothing new was told
	 * @param scartate rows that could not be taken
	 * @param escluse rows of other enti, or later than the day asked for
	 * @param daConfermare those that a task asks somebody to confirm
	 * @param errori the first thousand discarded rows; for a refused file the reason,
	 * with row 0
	 * @param segnalate the first thousand rows that were taken, but of which somebody
	 * should know
	 */
	record Risposta(String id, String file, LocalDate allaData, String stato, int lette, int nuove, int aggiornate,
			int invariate, int scartate, int escluse, int daConfermare, List<Scarto> errori, List<Scarto> segnalate) {
	}

}
