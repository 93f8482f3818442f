package it.cronoprogramma.processo.differimenti;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * Which candidature an act is to reach, as the form says it: one, a list, those of an
 * avviso, all. Only those of the enti that the one who asks may see.
 */
final class ScelteDifferimento {

	private static final int RIGHE_MASSIME = 10_000;

	private static final int CARATTERI_MASSIMI = 400_000;

	private static final int ERRORI_MOSTRATI = 10;

	private final Ufficio ufficio;

	private final Map<String, Ente> enti;

	private final Map<String, Candidatura> proprie = new LinkedHashMap<>();

	ScelteDifferimento(Ufficio ufficio) {
		this.ufficio = ufficio;
		this.enti = ufficio.entiVisibili()
			.stream()
			.collect(Collectors.toMap(Ente::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
		ufficio.candidature().diEnti(this.enti.keySet()).forEach((c) -> this.proprie.put(c.codice(), c));
	}

	/**
	 * What was chosen.
	 *
	 * @param candidature in the order given
	 * @param ambito the choice in words
	 * @param puntuale whether each was named: then each must take the act
	 * @param aRighe whether they were named in a list, row by row
	 */
	record Scelta(List<Candidatura> candidature, String ambito, boolean puntuale, boolean aRighe) {

		String riga(int numero) {
			return this.aRighe ? "riga " + numero + ": " : "";
		}

	}

	Scelta leggi(Modulo modulo) {
		String ambito = modulo.testo("ambito", "Per quali candidature");
		return switch (ambito) {
			case "una" -> una(modulo.testo("candidatura", "Candidatura", 20));
			case "elenco" -> elenco(modulo.testoLungo("elenco", "Elenco", CARATTERI_MASSIMI));
			case "avviso" -> avviso(modulo.testo("avviso", "Avviso", 60));
			case "tutte" ->
				new Scelta(List.copyOf(this.proprie.values()), "tutte le candidature della gestione", false, false);
			default ->
				throw Rifiuto.nonValido("Scelta «%s» sconosciuta: indichi per quali candidature vale l'atto.", ambito);
		};
	}

	String nomeEnte(Candidatura c) {
		return this.enti.get(c.ente()).nomeOggi();
	}

	/**
	 * Who may see an act that reaches these candidature: their gestione, or the ente if
	 * it stands alone.
	 */
	String visibileA(List<Candidatura> candidature) {
		Set<String> visibili = candidature.stream()
			.map((c) -> this.enti.get(c.ente()))
			.map((e) -> (e.gestione() == null) ? e.titolare() : e.gestione())
			.collect(Collectors.toSet());
		if (visibili.size() > 1) {
			throw Rifiuto.nonValido("Le candidature scelte sono di %s gestioni diverse: registri l'atto per ciascuna.",
					visibili.size());
		}
		return visibili.iterator().next();
	}

	private Scelta una(String codice) {
		Candidatura c = this.proprie.get(codice);
		if (c == null) {
			throw Rifiuto.nonTrovato("La candidatura «%s» non esiste.", codice);
		}
		return new Scelta(List.of(c), c.codice() + ", " + nomeEnte(c), true, false);
	}

	private Scelta avviso(String codice) {
		this.ufficio.catalogo().avviso(codice);
		List<Candidatura> scelte = this.proprie.values().stream().filter((c) -> c.avviso().equals(codice)).toList();
		if (scelte.isEmpty()) {
			throw Rifiuto.nonValido("Nessuno dei suoi enti ha una candidatura sull'avviso %s.", codice);
		}
		return new Scelta(scelte, "tutte le candidature dell'avviso " + codice, false, false);
	}

	private Scelta elenco(String testo) {
		List<String> voci = testo.lines()
			.flatMap((riga) -> List.of(riga.split("[,;\\s]+")).stream())
			.map((voce) -> voce.strip().toUpperCase(Locale.ROOT))
			.filter((voce) -> !voce.isEmpty())
			.toList();
		if (voci.isEmpty()) {
			throw Rifiuto.nonValido("L'elenco è vuoto: scriva un codice di candidatura o un CUP per riga.");
		}
		if (voci.size() > RIGHE_MASSIME) {
			throw Rifiuto.nonValido("L'elenco ha %s righe: al massimo %s per volta.", voci.size(), RIGHE_MASSIME);
		}
		Map<String, Candidatura> perCup = this.proprie.values()
			.stream()
			.filter((c) -> !c.fase().finita() && c.cup().isPresent())
			.collect(Collectors.toMap((c) -> c.cup().orElseThrow().codice(), Function.identity(), (a, b) -> a));
		Map<String, Integer> viste = new HashMap<>();
		List<Candidatura> scelte = new ArrayList<>();
		List<String> errori = new ArrayList<>();
		for (int i = 0; i < voci.size(); i++) {
			String voce = voci.get(i);
			Candidatura c = this.proprie.getOrDefault(voce, perCup.get(voce));
			Integer prima = (c == null) ? null : viste.putIfAbsent(c.codice(), i + 1);
			if (c == null) {
				errori.add("riga " + (i + 1) + ": «" + voce
						+ "» non è il codice né il CUP di una candidatura dei suoi enti");
			}
			else if (prima != null) {
				errori.add("riga " + (i + 1) + ": «" + voce + "» ripete la riga " + prima);
			}
			else {
				scelte.add(c);
			}
		}
		rifiuta(errori);
		return new Scelta(scelte, "elenco di " + scelte.size() + " candidature", true, true);
	}

	/** Refuses the whole if there is any error, naming the first ones. */
	static void rifiuta(List<String> errori) {
		if (!errori.isEmpty()) {
			int altri = errori.size() - ERRORI_MOSTRATI;
			throw Rifiuto.nonValido("Non è stato registrato nulla. %s%s.",
					Parole.maiuscola(String.join("; ", errori.subList(0, Math.min(errori.size(), ERRORI_MOSTRATI)))),
					(altri > 0) ? "; e altre " + altri + " righe" : "");
		}
	}

}
