package it.cronoprogramma.candidatura;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;

import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * A service of the package, and whether it is online and verified.
 *
 * @param servizio the service's code, in the catalogue or made of its name
 * @param nome its name
 * @param modalita how it is delivered, where the avviso tells kinds apart
 * @param avvio whether it was already begun
 * @param url its address, or what else proves it (service ID, IUV, IUN), once online
 * @param online the day it went online
 * @param verificato whether somebody declared that all criteria are met
 */
public record ServizioFinanziato(String servizio, String nome, Optional<Modalita> modalita, Avvio avvio, String url,
		LocalDate online, boolean verificato) {

	/**
	 * A service as it is chosen, before anything was done for it.
	 * @param servizio its code
	 * @param nome its name
	 * @param modalita how it is delivered, or {@code null}
	 * @param avvio whether it was already begun
	 * @return the service
	 */
	public static ServizioFinanziato scelto(String servizio, String nome, Modalita modalita, Avvio avvio) {
		return new ServizioFinanziato(servizio, nome, Optional.ofNullable(modalita), avvio, null, null, false);
	}

	/**
	 * The code of a service that the ente names itself: the same for names that differ in
	 * capitals, accents and punctuation only.
	 * @param nome its name
	 * @return letters, digits and dashes, at most 80
	 * @throws Rifiuto if the name holds neither letter nor digit
	 */
	public static String codice(String nome) {
		String codice = Normalizer.normalize(nome, Normalizer.Form.NFD)
			.replaceAll("\\p{M}", "")
			.toLowerCase(Locale.ROOT)
			.replaceAll("[^a-z0-9]+", "-")
			.replaceAll("^-|-$", "");
		if (codice.isEmpty()) {
			throw Rifiuto.nonValido("«%s» non è il nome di un servizio: serve almeno una lettera o una cifra.", nome);
		}
		return (codice.length() <= 80) ? codice
				: codice.substring(0, 71) + "-" + Integer.toHexString(codice.hashCode());
	}

	/**
	 * The service as it stands after a verification.
	 * @param prova its address or what else proves it
	 * @param giorno the day it went online
	 * @param conforme whether all criteria are met
	 * @return the service
	 */
	public ServizioFinanziato verificato(String prova, LocalDate giorno, boolean conforme) {
		return new ServizioFinanziato(this.servizio, this.nome, this.modalita, this.avvio, prova, giorno, conforme);
	}

}
