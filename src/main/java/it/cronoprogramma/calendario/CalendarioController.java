package it.cronoprogramma.calendario;

import java.nio.charset.StandardCharsets;

import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Where programs read calendars: what stands in the address is all they show.
 */
@RestController
class CalendarioController {

	private static final MediaType CALENDARIO = new MediaType("text", "calendar", StandardCharsets.UTF_8);

	private static final MediaType TESTO = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

	private static final byte[] NESSUNO = """
			A questo indirizzo non c'è nessun calendario: è stato revocato o rigenerato, oppure l'indirizzo non è intero.
			Ne crei un altro nella pagina Calendari di Cronoprogramma.
			"""
		.getBytes(StandardCharsets.UTF_8);

	private final Calendari calendari;

	CalendarioController(Calendari calendari) {
		this.calendari = calendari;
	}

	/**
	 * The terms, as RFC 5545 has them.
	 * @param segreto what stands in the address
	 * @return the calendar, 304 if it is still what the asker has, 404 in one sentence
	 * for whatever is none
	 */
	@GetMapping("/calendario/{segreto}.ics")
	ResponseEntity<byte[]> leggi(@PathVariable String segreto) {
		return this.calendari.leggi(segreto)
			.map((letto) -> ResponseEntity.ok()
				.contentType(CALENDARIO)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.inline().filename("cronoprogramma.ics").build().toString())
				// kept by whoever asks, and asked for anew each time
				.cacheControl(CacheControl.noCache().cachePrivate())
				.eTag("\"" + letto.impronta() + "\"")
				.lastModified(letto.cambiato())
				.body(letto.file()))
			.orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND)
				.contentType(TESTO)
				.cacheControl(CacheControl.noStore())
				.body(NESSUNO));
	}

}
