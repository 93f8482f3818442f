package it.cronoprogramma.cruscotto;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Conformita;
import it.cronoprogramma.candidatura.Evidenza;
import it.cronoprogramma.candidatura.Indirizzo;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Scrittura;
import it.cronoprogramma.candidatura.StatoCriterio;

/**
 * The site or a service, in the words of the page.
 *
 * @param codice its code
 * @param nome its name
 * @param stato how far it has come
 * @param aspetto how that looks
 * @param fatti criteria found respected
 * @param totale criteria that apply
 * @param conteggio both, in words
 * @param prova its address or what else proves it, or {@code null}
 * @param indirizzo the same where it can be followed, or {@code null}
 * @param dal the day it went online, or a dash
 */
record OggettoMostrato(String codice, String nome, String stato, String aspetto, int fatti, int totale,
		String conteggio, String prova, String indirizzo, String dal) {

	static OggettoMostrato di(Conformita.Oggetto o, boolean attivazione) {
		return new OggettoMostrato(o.codice(), o.nome(), switch (o.stato()) {
			case NON_INIZIATO -> "non iniziato";
			case IN_CORSO -> "in corso";
			case ONLINE -> "online";
			case DA_RIVEDERE -> "da rivedere";
			case VERIFICATO -> attivazione ? "attivo" : "verificato";
		}, switch (o.stato()) {
			case NON_INIZIATO -> "nulla";
			case IN_CORSO, ONLINE -> "corso";
			case DA_RIVEDERE -> "attesa";
			case VERIFICATO -> "fatto";
		}, o.rispettati(), o.criteri().size(), o.rispettati() + " di " + o.criteri().size() + " criteri", o.prova(),
				Indirizzo.https(o.prova()) ? o.prova() : null, (o.online() == null) ? "–" : Parole.giorno(o.online()));
	}

	/**
	 * The criteria by category, in the order of the table.
	 * @param o the site or the service
	 * @param bozze what was typed and not recorded, by criterion
	 * @return a list for each category
	 */
	static Map<String, List<CriterioMostrato>> categorie(Conformita.Oggetto o, Map<String, Bozza> bozze) {
		Map<String, List<CriterioMostrato>> categorie = new LinkedHashMap<>();
		int numero = 0;
		for (Criterio k : o.criteri()) {
			numero++;
			categorie.computeIfAbsent(Parole.maiuscola(k.categoria()), (c) -> new ArrayList<>())
				.add(CriterioMostrato.di(numero, k, o.evidenza(k.codice()), bozze.get(k.codice())));
		}
		return categorie;
	}

	/**
	 * What somebody typed about a criterion and was not recorded.
	 *
	 * @param stato the state as it was sent
	 * @param testo what was seen, as it was sent
	 * @param versione the version that he had read
	 * @param era what the page had shown
	 * @param conflitto what somebody else has written meanwhile, or {@code null}
	 * @param errore why it was refused for itself, or {@code null}
	 */
	record Bozza(String stato, String testo, String versione, String era, Evidenza conflitto, String errore) {

		/** Whether it says something else than the page had shown. */
		boolean cambiata() {
			return !this.era.equals(Scrittura.pulito(this.stato + "|" + this.testo));
		}

		Bozza respinta(Evidenza altrui) {
			return new Bozza(this.stato, this.testo, this.versione, this.era, altrui, null);
		}

		Bozza respinta(String motivo) {
			return new Bozza(this.stato, this.testo, this.versione, this.era, this.conflitto, motivo);
		}

		String inParole() {
			String nome = List.of(StatoCriterio.values())
				.stream()
				.filter((s) -> s.codice().equals(this.stato))
				.map(StatoCriterio::nome)
				.findFirst()
				.orElse(this.stato);
			return this.testo.isEmpty() ? nome : nome + ": «" + this.testo + "»";
		}

	}

	/**
	 * A criterion, in the words of the page.
	 *
	 * @param id what the page calls it
	 * @param codice its code
	 * @param nome what it asks for
	 * @param riferimento the technical or legal reference
	 * @param registrato the state recorded
	 * @param aspetto how that looks
	 * @param evidenza what was seen, as recorded
	 * @param indirizzo the same where it can be followed, or {@code null}
	 * @param firma who wrote it and when, or {@code null}
	 * @param stato the state in the field
	 * @param testo the text in the field
	 * @param versione the version that the fields rest on
	 * @param era what the page shows, or had shown before a refusal
	 * @param conflitto what somebody else has written meanwhile, in words, or
	 * {@code null}
	 * @param chi who has
	 * @param mia what was typed here, in words
	 * @param sostituisci the choice to put it in place of the other's
	 * @param errore why it was refused, or {@code null}
	 */
	record CriterioMostrato(String id, String codice, String nome, String riferimento, String registrato,
			String aspetto, String evidenza, String indirizzo, String firma, String stato, String testo,
			String versione, String era, String conflitto, String chi, String mia, String sostituisci, String errore) {

		static CriterioMostrato di(int numero, Criterio k, Evidenza e, Bozza b) {
			boolean bozza = b != null;
			Evidenza altrui = bozza ? b.conflitto() : null;
			return new CriterioMostrato("criterio-" + numero, k.codice(), k.nome(), k.riferimento(), e.stato().nome(),
					switch (e.stato()) {
						case RISPETTATO -> "fatto";
						case NON_RISPETTATO -> "attesa";
						case DA_VERIFICARE -> "nulla";
					}, e.testo(), Indirizzo.https(e.testo()) ? e.testo() : null, e.scritta() ? e.firma() : null,
					bozza ? b.stato() : e.stato().codice(), bozza ? b.testo() : e.testo(),
					bozza ? b.versione() : String.valueOf(e.versione()), bozza ? b.era() : mostrata(e),
					(altrui == null) ? null : altrui.inParole(), (altrui == null) ? null : altrui.firma(),
					bozza ? b.inParole() : null, (altrui == null) ? null : "mia-" + altrui.versione(),
					bozza ? b.errore() : null);
		}

	}

	/** What the page shows of a criterion, to tell what was changed from what was not. */
	private static String mostrata(Evidenza e) {
		return e.stato().codice() + "|" + e.testo();
	}

}
