package it.cronoprogramma.processo.catalogo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.avviso.Escalation;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Flusso;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.avviso.Servizio;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;

import org.springframework.stereotype.Component;

/**
 * Says in the words of the domain what the deployed tables hold.
 */
@Component
public class CatalogoDmn implements CatalogoAvvisi {

	private static final Pattern SEPARATORE = Pattern.compile("\\s*[;,]\\s*");

	private final TabelleInstallate tabelle;

	CatalogoDmn(TabelleInstallate tabelle) {
		this.tabelle = tabelle;
	}

	@Override
	public List<Avviso> tutti() {
		return this.tabelle.colonna(Tabelle.AVVISI, 0)
			.stream()
			.map(this::avviso)
			.sorted(Comparator.comparing(Avviso::apertura).thenComparing(Avviso::codice))
			.toList();
	}

	@Override
	public Avviso avviso(String codice) {
		Riga riga = riga(Tabelle.AVVISI, Map.of("avviso", codice))
			.orElseThrow(() -> Rifiuto.nonTrovato("L'avviso «%s» non esiste. L'elenco è in /api/v1/avvisi.", codice));
		return new Avviso(codice, riga.testo("titolo"), riga.testo("misura"),
				Pacchetto.trova(riga.testo("pacchetto")).orElseThrow(), LocalDate.parse(riga.testo("apertura")),
				LocalDate.parse(riga.testo("chiusura")), riga.testo("destinatari"), riga.testo("decreto"),
				riga.facoltativo("templateCup"), riga.facoltativo("erogazioneDal").map(LocalDate::parse),
				riga.facoltativo("avviataDal").map(LocalDate::parse),
				riga.facoltativo("decorrenzaCompletamento")
					.map(DecorrenzaCompletamento::valueOf)
					.orElse(DecorrenzaCompletamento.ULTIMO));
	}

	@Override
	public FasciaImporto fascia(String avviso, int popolazione) {
		Riga riga = perPopolazione(Tabelle.IMPORTI, avviso, popolazione);
		return new FasciaImporto(riga.testo("fascia"), riga.importo("fisso"), riga.testo("voceFisso"),
				riga.importo("servizio"), riga.testo("voceServizio"), riga.importo("aggiornamento"),
				riga.testo("voceAggiornamento"), riga.intero("minServizi"), riga.interoONullo("maxServizi"),
				riga.interoONullo("serviziScenario"),
				riga.elenco("ammessi").map((a) -> new BigDecimal(a).setScale(2)).toList(), riga.importo("massimo"));
	}

	@Override
	public List<Integer> confini() {
		return this.tabelle.numeri(Tabelle.IMPORTI, 1);
	}

	@Override
	public Cronoprogramma cronoprogramma(String avviso, int popolazione) {
		Riga riga = perPopolazione(Tabelle.CRONOPROGRAMMA, avviso, popolazione);
		return new Cronoprogramma(Termine.leggi(riga.testo("cup")), Termine.leggi(riga.testo("contrattualizzazione")),
				Termine.leggi(riga.testo("completamento")), Termine.leggi(riga.testo("limite")),
				"si".equals(riga.testo("confermare")));
	}

	@Override
	public List<Servizio> servizi(Pacchetto pacchetto) {
		return elenco(Tabelle.SERVIZI, pacchetto).stream()
			.map((riga) -> new Servizio(riga.testo("codice"), riga.testo("nome"), flusso(riga.testo("flusso"))))
			.toList();
	}

	@Override
	public List<Criterio> criteri(Pacchetto pacchetto, Criterio.Oggetto oggetto) {
		return elenco(Tabelle.CRITERI, pacchetto).stream()
			.filter((riga) -> oggetto.name().equalsIgnoreCase(riga.testo("oggetto")))
			.map((riga) -> new Criterio(riga.testo("codice"), riga.testo("categoria"), riga.testo("nome"),
					riga.testo("riferimento")))
			.toList();
	}

	@Override
	public List<Integer> giorniPromemoria(String termine) {
		return riga(Tabelle.PROMEMORIA, Map.of("termine", termine))
			.map((riga) -> riga.elenco("giorni").map(Integer::valueOf).toList())
			.orElse(List.of());
	}

	@Override
	public Escalation escalation(String termine) {
		return riga(Tabelle.ESCALATION, Map.of("termine", termine))
			.map((riga) -> new Escalation(riga.interoONullo("segretario"), riga.interoONullo("rtd"),
					riga.interoONullo("responsabile")))
			.orElse(Escalation.SOLO_SCADUTO);
	}

	/**
	 * Forgets what has been read: the next question looks at the deployed tables again.
	 */
	public void dimentica() {
		this.tabelle.dimentica();
	}

	private Flusso flusso(String codice) {
		Riga riga = riga(Tabelle.FLUSSI, Map.of("flusso", codice)).orElseThrow();
		return new Flusso(codice, riga.testo("nome"), riga.testo("definizione"));
	}

	private Riga perPopolazione(String tabella, String avviso, int popolazione) {
		avviso(avviso);
		return riga(tabella, Map.of("avviso", avviso, "popolazione", popolazione)).orElseThrow(() -> Rifiuto.nonValido(
				"L'avviso %s non ha una fascia per %s abitanti: serve un numero intero maggiore di zero.", avviso,
				popolazione));
	}

	private List<Riga> elenco(String nome, Pacchetto pacchetto) {
		List<Riga> righe = new ArrayList<>();
		for (String codice : this.tabelle.colonna(nome, 1)) {
			this.tabelle.riga(nome, Map.of("pacchetto", pacchetto.codice(), "codice", codice)).ifPresent((riga) -> {
				Map<String, Object> conCodice = new HashMap<>(riga);
				conCodice.put("codice", codice);
				righe.add(new Riga(conCodice));
			});
		}
		righe.sort(Comparator.comparingInt((riga) -> riga.intero("ordine")));
		return righe;
	}

	private Optional<Riga> riga(String tabella, Map<String, Object> ingresso) {
		return this.tabelle.riga(tabella, ingresso).map(Riga::new);
	}

	/** The outputs of a row by name; an empty cell is nothing. */
	private record Riga(Map<String, Object> celle) {

		String testo(String colonna) {
			return facoltativo(colonna).orElse("");
		}

		Optional<String> facoltativo(String colonna) {
			return Optional.ofNullable(this.celle.get(colonna)).map(Object::toString).filter((t) -> !t.isBlank());
		}

		BigDecimal importo(String colonna) {
			return facoltativo(colonna).map((t) -> new BigDecimal(t).setScale(2)).orElse(null);
		}

		int intero(String colonna) {
			return new BigDecimal(testo(colonna)).intValueExact();
		}

		Integer interoONullo(String colonna) {
			return facoltativo(colonna).map((t) -> new BigDecimal(t).intValueExact()).orElse(null);
		}

		Stream<String> elenco(String colonna) {
			return facoltativo(colonna).stream().flatMap((t) -> SEPARATORE.splitAsStream(t.strip()));
		}

	}

}
