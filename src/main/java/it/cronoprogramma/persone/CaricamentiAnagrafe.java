package it.cronoprogramma.persone;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import it.cronoprogramma.ente.CampiRifiutati;
import it.cronoprogramma.ente.CampiRifiutati.Errore;
import it.cronoprogramma.ente.CaricamentoRepository;
import it.cronoprogramma.ente.CaricamentoRepository.Caricamento;
import it.cronoprogramma.ente.Competenza;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.ente.Invito;
import it.cronoprogramma.ente.PersoneRepository;
import it.cronoprogramma.ente.Referente;
import it.cronoprogramma.ente.Utenti;
import it.cronoprogramma.ente.VoceRegistro.Tipo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Enti, referenti and users from a file. What a file would do is found out by doing it,
 * in a transaction that is then undone: the preview can not promise what the confirmation
 * does not keep. The file waits in the database, never in the browser.
 */
@Service
class CaricamentiAnagrafe {

	private static final int RIGHE_MASSIME = 5000;

	private static final Duration VALIDITA = Duration.ofDays(1);

	private final CaricamentoRepository caricamenti;

	private final AnagrafeEnti enti;

	private final AnagrafeReferenti referenti;

	private final AnagrafeUtenti utenti;

	private final EnteRepository tabellaEnti;

	private final PersoneRepository persone;

	private final Utenti registroUtenti;

	private final Annotazioni annotazioni;

	private final Clock orologio;

	private final TransactionTemplate prova;

	CaricamentiAnagrafe(CaricamentoRepository caricamenti, AnagrafeEnti enti, AnagrafeReferenti referenti,
			AnagrafeUtenti utenti, EnteRepository tabellaEnti, PersoneRepository persone, Utenti registroUtenti,
			Annotazioni annotazioni, Clock orologio, PlatformTransactionManager transazioni) {
		this.caricamenti = caricamenti;
		this.enti = enti;
		this.referenti = referenti;
		this.utenti = utenti;
		this.tabellaEnti = tabellaEnti;
		this.persone = persone;
		this.registroUtenti = registroUtenti;
		this.annotazioni = annotazioni;
		this.orologio = orologio;
		this.prova = new TransactionTemplate(transazioni);
	}

	/**
	 * Takes a file. One that waits of the same person gives way to it.
	 * @param tipo what is in it
	 * @param nome its name
	 * @param contenuto what it holds
	 * @param c who loads it
	 * @return its id
	 * @throws Rifiuto if it is no such file
	 */
	String carica(TipoFile tipo, String nome, byte[] contenuto, Competenza c) {
		String impronta = prova(tipo, contenuto, c).impronta();
		Caricamento nuovo = new Caricamento(PersoneRepository.nuovoId(), c.chi(), tipo.name(), breve(nome), contenuto,
				impronta, this.orologio.instant());
		this.prova.executeWithoutResult((t) -> {
			this.caricamenti.togliPrimaDi(this.orologio.instant().minus(VALIDITA));
			this.caricamenti.togliDi(c.chi());
			this.caricamenti.inserisci(nuovo);
		});
		return nuovo.id();
	}

	/**
	 * A file that waits.
	 * @param id its id
	 * @param c who asks: his own only
	 * @return the file
	 * @throws Rifiuto in one sentence for what is not there, whatever the reason
	 */
	Caricamento leggi(String id, Competenza c) {
		Instant da = this.orologio.instant().minus(VALIDITA);
		return this.caricamenti.trova(id)
			.filter((f) -> f.chi().equals(c.chi()) && f.quando().isAfter(da))
			.orElseThrow(() -> Rifiuto.nonTrovato(
					"Il caricamento non c'è più: è stato confermato, annullato o è scaduto. Carichi di nuovo il file."));
	}

	/**
	 * What a file would do now.
	 * @param f the file
	 * @param c who asks
	 * @return row by row
	 */
	Anteprima anteprima(Caricamento f, Competenza c) {
		return prova(TipoFile.valueOf(f.tipo()), f.contenuto(), c);
	}

	private Anteprima prova(TipoFile tipo, byte[] contenuto, Competenza c) {
		List<RigaLetta> righe = righe(tipo, contenuto);
		return this.prova.execute((t) -> {
			t.setRollbackOnly();
			return esegui(tipo, righe, c);
		});
	}

	/**
	 * Does what was shown, all of it or nothing.
	 * @param id the file's id
	 * @param c who confirms
	 * @return what was done
	 * @throws Rifiuto if it would not do what was shown, or a row is wrong: nothing is
	 * done
	 */
	@Transactional
	Anteprima conferma(String id, Competenza c) {
		this.persone.serra();
		Caricamento f = leggi(id, c);
		TipoFile tipo = TipoFile.valueOf(f.tipo());
		Anteprima fatta = esegui(tipo, righe(tipo, f.contenuto()), c);
		if (!fatta.errori().isEmpty()) {
			throw Rifiuto
				.nonValido("Il file ha errori: li corregga e lo carichi di nuovo. Non è stato applicato nulla.");
		}
		if (!fatta.impronta().equals(f.impronta())) {
			throw Rifiuto.conflitto("Nel frattempo i dati sono cambiati: carichi di nuovo il file e controlli "
					+ "l'anteprima. Non è stato applicato nulla.");
		}
		this.annotazioni.fatto(c.chi(), "File caricato", Tipo.CARICAMENTO, f.id(), f.file(),
				(c.gestioni().size() == 1) ? c.gestioni().iterator().next() : null, null,
				tipo.nome() + ": " + fatta.inParole());
		this.caricamenti.togliDi(c.chi());
		return fatta;
	}

	/**
	 * Throws a file away.
	 * @param id its id
	 * @param c whose it is
	 */
	@Transactional
	void annulla(String id, Competenza c) {
		leggi(id, c);
		this.caricamenti.togliDi(c.chi());
	}

	private Anteprima esegui(TipoFile tipo, List<RigaLetta> righe, Competenza c) {
		this.persone.serra();
		List<RigaEsito> esiti = new ArrayList<>();
		List<RigaErrore> errori = new ArrayList<>();
		Set<String> chiavi = new HashSet<>();
		for (RigaLetta r : righe) {
			if (r.guasta() != null) {
				errori.add(new RigaErrore(r.numero(), "riga", "", r.guasta()));
				continue;
			}
			String chiave = tipo.chiave(r.campi());
			if (!chiave.isBlank() && !chiavi.add(chiave)) {
				errori.add(new RigaErrore(r.numero(), tipo.colonnaChiave(), r.campi().get(tipo.colonnaChiave()),
						"è già in una riga precedente di questo file"));
				continue;
			}
			try {
				esiti.add(new RigaEsito(r.numero(), applica(tipo, r.campi(), c)));
			}
			catch (CampiRifiutati ex) {
				for (Errore e : ex.errori()) {
					errori.add(new RigaErrore(r.numero(), e.campo(), e.valore(), e.motivo()));
				}
			}
			catch (Rifiuto ex) {
				errori.add(new RigaErrore(r.numero(), tipo.colonnaChiave(), r.campi().get(tipo.colonnaChiave()),
						ex.getMessage()));
			}
		}
		return new Anteprima(esiti, errori);
	}

	private Esito applica(TipoFile tipo, Map<String, String> campi, Competenza c) {
		return switch (tipo) {
			case ENTI -> {
				Ente ente = ente(campi.get("codice_ipa"));
				if (ente != null && !c.governa(ente.gestione())) {
					throw rifiuta("codice_ipa", "Codice IPA", campi, "è già di un altro ente, che non è della Sua "
							+ "gestione: chieda all'amministratore di affidarglielo");
				}
				yield this.enti.salva((ente == null) ? null : ente.id(), campi, c);
			}
			case REFERENTI -> referente(campi, c);
			case UTENTI -> {
				String id = campi.getOrDefault("utente", "").strip();
				boolean suo = this.registroUtenti.trova(id).filter(c::conosce).isPresent();
				yield this.utenti.salva(suo ? id : null, campi, c);
			}
		};
	}

	private Esito referente(Map<String, String> campi, Competenza c) {
		Ente ente = ente(campi.get("codice_ipa"));
		if (ente == null || !c.governa(ente.gestione())) {
			throw rifiuta("codice_ipa", "Codice IPA", campi,
					campi.getOrDefault("codice_ipa", "").isBlank() ? "manca il valore"
							: "non è di un ente " + (c.tutto() ? "presente: lo carichi prima" : "della Sua gestione"));
		}
		String utente = campi.getOrDefault("utente", "").strip();
		String email = campi.getOrDefault("email", "").strip();
		Optional<Referente> noto = this.persone.referenti(ente.id())
			.stream()
			.filter((r) -> utente.isEmpty() ? r.email().equalsIgnoreCase(email) : utente.equals(r.utente()))
			.findFirst();
		return this.referenti.salva(ente.id(), noto.map(Referente::id).orElse(null), campi, c);
	}

	private Ente ente(String codiceIpa) {
		String chiave = (codiceIpa == null) ? "" : codiceIpa.strip().toLowerCase(Locale.ROOT);
		return chiave.isEmpty() ? null : this.tabellaEnti.perIpa(List.of(chiave)).get(chiave);
	}

	private static CampiRifiutati rifiuta(String campo, String nome, Map<String, String> campi, String motivo) {
		return new CampiRifiutati(List.of(new Errore(campo, nome, campi.getOrDefault(campo, "").strip(), motivo)));
	}

	// Lettura

	private static List<RigaLetta> righe(TipoFile tipo, byte[] contenuto) {
		String testo = testo(contenuto);
		List<RigaLetta> righe = new ArrayList<>();
		List<String> colonne = null;
		try (CsvReader<CsvRecord> csv = CsvReader.builder()
			.fieldSeparator(';')
			.skipEmptyLines(true)
			.extraFieldStrategy(FieldMismatchStrategy.IGNORE)
			.missingFieldStrategy(FieldMismatchStrategy.IGNORE)
			.ofCsvRecord(testo)) {
			for (CsvRecord r : csv) {
				if (colonne == null) {
					colonne = intestazione(tipo, r.getFields());
				}
				else if (r.getFields().stream().anyMatch((v) -> !v.isBlank())) {
					righe.add(riga((int) r.getStartingLineNumber(), colonne, r.getFields()));
				}
				if (righe.size() > RIGHE_MASSIME) {
					throw Rifiuto.nonValido("Il file ha più di %s righe: lo divida.", RIGHE_MASSIME);
				}
			}
		}
		catch (CsvParseException ex) {
			throw Rifiuto.nonValido(
					"Il file non si legge come CSV dopo la riga %s: forse manca una virgoletta di " + "chiusura.",
					righe.isEmpty() ? 1 : righe.get(righe.size() - 1).numero());
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
		if (colonne == null) {
			throw Rifiuto.nonValido("Il file è vuoto.");
		}
		if (righe.isEmpty()) {
			throw Rifiuto.nonValido("Il file ha solo l'intestazione: non c'è nulla da caricare.");
		}
		return righe;
	}

	private static String testo(byte[] contenuto) {
		if (contenuto.length == 0) {
			throw Rifiuto.nonValido("Il file è vuoto.");
		}
		if (contenuto.length > 1 && contenuto[0] == 'P' && contenuto[1] == 'K') {
			throw Rifiuto.nonValido("Il file è una cartella di lavoro o un archivio: lo salvi come CSV UTF-8.");
		}
		try {
			String testo = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(contenuto)).toString();
			if (testo.chars().filter((c) -> c == '"').count() % 2 != 0) {
				// the reader takes the end of the file for that of the value
				throw Rifiuto.nonValido("Le virgolette del file sono dispari: forse manca una virgoletta di chiusura, "
						+ "o una dentro un valore va raddoppiata.");
			}
			return testo.startsWith("\ufeff") ? testo.substring(1) : testo;
		}
		catch (CharacterCodingException ex) {
			throw Rifiuto
				.nonValido("Il file non è in UTF-8: nel foglio di calcolo scelga «CSV UTF-8» quando lo salva.");
		}
	}

	private static List<String> intestazione(TipoFile tipo, List<String> campi) {
		List<String> colonne = campi.stream().map((c) -> c.strip().toLowerCase(Locale.ROOT)).toList();
		List<String> ignote = colonne.stream().filter((c) -> !tipo.colonne().contains(c)).toList();
		if (colonne.size() == 1 && colonne.get(0).contains(",")) {
			throw Rifiuto.nonValido("Le colonne sono separate da virgole: serve il punto e virgola.");
		}
		if (!ignote.isEmpty()) {
			throw Rifiuto.nonValido("Colonne sconosciute: «%s». Per %s si usano: %s.", String.join("», «", ignote),
					tipo.nome().toLowerCase(Locale.ROOT), String.join(", ", tipo.colonne()));
		}
		if (new HashSet<>(colonne).size() < colonne.size()) {
			throw Rifiuto.nonValido("Una colonna è scritta due volte nella prima riga.");
		}
		List<String> mancanti = tipo.obbligatorie().stream().filter((c) -> !colonne.contains(c)).toList();
		if (!mancanti.isEmpty()) {
			throw Rifiuto.nonValido("Mancano le colonne «%s».", String.join("», «", mancanti));
		}
		return colonne;
	}

	private static RigaLetta riga(int numero, List<String> colonne, List<String> valori) {
		if (valori.size() != colonne.size()) {
			return new RigaLetta(numero, Map.of(), "ha " + valori.size() + " campi, l'intestazione ne ha "
					+ colonne.size() + ": forse un punto e virgola senza virgolette");
		}
		Map<String, String> campi = new LinkedHashMap<>();
		for (int i = 0; i < colonne.size(); i++) {
			campi.put(colonne.get(i), valori.get(i));
		}
		return new RigaLetta(numero, campi, null);
	}

	private static String breve(String nome) {
		String pulito = (nome == null) ? "" : nome.replaceAll("\\p{Cntrl}", "").strip();
		return pulito.isEmpty() ? "senza nome" : pulito.substring(0, Math.min(200, pulito.length()));
	}

	/** What can be in a file. */
	enum TipoFile {

		/** Enti, by their code of the IPA. */
		ENTI("Enti", List.of("codice_ipa"),
				List.of("codice_ipa", "nome", "tipologia", "codice_istat", "codice_catastale", "provincia", "regione",
						"popolazione", "popolazione_fonte", "gestione")),

		/** Referenti, by ente and address or user. */
		REFERENTI("Referenti", List.of("codice_ipa"),
				List.of("codice_ipa", "nome", "email", "tipo", "utente", "delegante", "dal", "atto")),

		/** Users, by their login name. */
		UTENTI("Utenti", List.of("utente"), List.of("utente", "nome", "cognome", "email", "ruoli", "enti", "gestione"));

		private final String nome;

		private final List<String> obbligatorie;

		private final List<String> colonne;

		TipoFile(String nome, List<String> obbligatorie, List<String> colonne) {
			this.nome = nome;
			this.obbligatorie = obbligatorie;
			this.colonne = colonne;
		}

		public String nome() {
			return this.nome;
		}

		public String codice() {
			return name().toLowerCase(Locale.ROOT);
		}

		public List<String> obbligatorie() {
			return this.obbligatorie;
		}

		public List<String> colonne() {
			return this.colonne;
		}

		public String colonnaChiave() {
			return this.obbligatorie.get(0);
		}

		String chiave(Map<String, String> campi) {
			String chiave = campi.getOrDefault(colonnaChiave(), "").strip().toLowerCase(Locale.ROOT);
			if (this != REFERENTI || chiave.isEmpty()) {
				return chiave;
			}
			String utente = campi.getOrDefault("utente", "").strip();
			return chiave + " " + (utente.isEmpty() ? campi.getOrDefault("email", "").strip().toLowerCase(Locale.ROOT)
					: "utente " + utente);
		}

		static Optional<TipoFile> leggi(String codice) {
			return Arrays.stream(values()).filter((t) -> t.codice().equals(codice)).findFirst();
		}

	}

	/**
	 * What a file does.
	 *
	 * @param righe the rows that can be taken, and what becomes of each
	 * @param errori what is wrong with the others
	 */
	record Anteprima(List<RigaEsito> righe, List<RigaErrore> errori) {

		Map<Esito.Genere, Long> conti() {
			Map<Esito.Genere, Long> conti = new HashMap<>();
			for (Esito.Genere g : Esito.Genere.values()) {
				conti.put(g, this.righe.stream().filter((r) -> r.esito().genere() == g).count());
			}
			return conti;
		}

		String inParole() {
			Map<Esito.Genere, Long> conti = conti();
			return "da creare %d, da cambiare %d, invariate %d, con errori %d".formatted(conti.get(Esito.Genere.CREATO),
					conti.get(Esito.Genere.CAMBIATO), conti.get(Esito.Genere.INVARIATO),
					this.errori.stream().map(RigaErrore::riga).distinct().count());
		}

		/** Without the ids, which are others each time. */
		String impronta() {
			return Invito.impronta(this.righe.stream()
				.map((r) -> r.riga() + " " + r.esito().genere() + " " + r.esito().nome() + " " + r.esito().differenze())
				.collect(Collectors.joining("\n")) + this.errori);
		}

	}

	/** A row that can be taken. */
	record RigaEsito(int riga, Esito esito) {
	}

	/** A field that is wrong. */
	record RigaErrore(int riga, String campo, String valore, String motivo) {
	}

	/** A row as it was read. */
	private record RigaLetta(int numero, Map<String, String> campi, String guasta) {
	}

}
