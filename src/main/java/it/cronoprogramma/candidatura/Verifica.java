package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * How far the site or a service has come. The checklist may be filled over weeks: only
 * when it is declared concluded must everything be there.
 *
 * @param url the address, or {@code null} if not online yet
 * @param online the day it went online, or {@code null}
 * @param rispettati codes of the criteria found respected
 * @param criteri all criteria that apply
 * @param conclusa whether the verification is declared concluded
 */
public record Verifica(String url, LocalDate online, Set<String> rispettati, List<Criterio> criteri, boolean conclusa) {

	void controlla(String oggetto, Autore autore) {
		Collection<String> codici = this.criteri.stream().map(Criterio::codice).toList();
		this.rispettati.stream().filter((c) -> !codici.contains(c)).findFirst().ifPresent((c) -> {
			throw Rifiuto.nonValido("Il criterio «%s» non è tra quelli previsti per il %s.", c, oggetto);
		});
		if (this.url != null && !Indirizzo.https(this.url)) {
			throw Rifiuto.nonValido("Indirizzo «%s» non valido: deve cominciare con https://, per esempio "
					+ "https://www.comune.crema.cr.it.", this.url);
		}
		if (this.online != null && this.online.isAfter(autore.oggi())) {
			throw Rifiuto.nonValido("Messa in linea il %s: è nel futuro, oggi è il %s.", Parole.giorno(this.online),
					Parole.giorno(autore.oggi()));
		}
		if (this.conclusa) {
			if (this.url == null || this.online == null) {
				throw Rifiuto
					.nonValido("Per concludere la verifica servono l'indirizzo e il giorno della messa in linea.");
			}
			List<String> mancanti = codici.stream().filter((c) -> !this.rispettati.contains(c)).toList();
			if (!mancanti.isEmpty()) {
				throw Rifiuto.nonValido(
						"Criteri non ancora rispettati: %s su %s (%s). Scelga «Salvo quanto fatto» e li " + "completi.",
						mancanti.size(), codici.size(), String.join(", ", mancanti));
			}
		}
	}

	String progresso() {
		return "criteri rispettati: " + this.rispettati.size() + " di " + this.criteri.size();
	}

}
