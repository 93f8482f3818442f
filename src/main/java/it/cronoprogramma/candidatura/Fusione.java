package it.cronoprogramma.candidatura;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What becomes of writings that meet what others wrote meanwhile. Each criterion stands
 * for itself: a writing is accepted if its author had read what it replaces, and refused
 * otherwise; what is there already needs no writing.
 *
 * @param accolte what was accepted, in the order given
 * @param respinte what was refused, in the order given
 */
public record Fusione(List<Accolta> accolte, List<Respinta> respinte) {

	/**
	 * Merges.
	 * @param presenti what is recorded now, by criterion
	 * @param scritture what somebody wants to write
	 * @param autore who, and when
	 * @return what is accepted and what is not
	 */
	public static Fusione di(Map<String, Evidenza> presenti, List<Scrittura> scritture, Autore autore) {
		Map<String, Evidenza> ora = new HashMap<>(presenti);
		List<Accolta> accolte = new ArrayList<>();
		List<Respinta> respinte = new ArrayList<>();
		for (Scrittura s : scritture) {
			Evidenza presente = ora.getOrDefault(s.criterio(), Evidenza.assente(s.criterio()));
			if (s.uguale(presente)) {
				continue;
			}
			if (s.letta() == presente.versione()) {
				Evidenza nuova = presente.scrivi(s.stato(), s.testo(), autore);
				accolte.add(new Accolta(presente, nuova));
				ora.put(s.criterio(), nuova);
			}
			else {
				respinte.add(new Respinta(s, presente));
			}
		}
		return new Fusione(List.copyOf(accolte), List.copyOf(respinte));
	}

	/**
	 * A writing that was accepted.
	 *
	 * @param prima what was recorded
	 * @param dopo what is recorded now
	 */
	public record Accolta(Evidenza prima, Evidenza dopo) {

		VoceStoria voce(String oggetto) {
			return new VoceStoria("Criterio di conformità", oggetto + ": " + this.dopo.criterio(),
					this.prima.inParole(), this.dopo.inParole());
		}

	}

	/**
	 * A writing that was refused: its author had read another version.
	 *
	 * @param scritta what he wanted to write
	 * @param presente what is recorded instead
	 */
	public record Respinta(Scrittura scritta, Evidenza presente) {
	}

}
