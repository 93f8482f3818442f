package it.cronoprogramma.candidatura;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Pacchetto;

/**
 * What the request of erogazione needs (dominio 2.1 C, step 5, and 2.9; FAQ 07/009): what
 * is there, where it is, and what is missing.
 *
 * @param voci one for each thing, in the order in which the portal asks for them
 */
public record Dossier(List<Voce> voci) {

	/**
	 * A thing that the request needs, or that is good to have at hand.
	 *
	 * @param nome what it is
	 * @param richiesta whether the request is refused without it; what is not required
	 * only informs
	 * @param presente whether it is there
	 * @param dove where it is; what to do where it is missing
	 */
	public record Voce(String nome, boolean richiesta, boolean presente, String dove) {

		/**
		 * Whether it keeps the request from being made.
		 * @return {@code true} where it is required and missing
		 */
		public boolean manca() {
			return this.richiesta && !this.presente;
		}

		/**
		 * How it stands, in words.
		 * @return present, missing, or that it only informs
		 */
		public String esito() {
			if (this.presente) {
				return "presente";
			}
			return this.richiesta ? "manca" : "non indicato (facoltativo)";
		}

	}

	/**
	 * Works out the dossier.
	 * @param c the candidatura
	 * @param pacchetto what its avviso finances
	 * @param contratti its contracts
	 * @param servizi its services
	 * @param documenti its documents; those withdrawn do not count
	 * @return the dossier
	 */
	static Dossier di(Candidatura c, Pacchetto pacchetto, List<ContrattoRegistrato> contratti,
			List<ServizioFinanziato> servizi, List<Documento> documenti) {
		List<Documento> validi = documenti.stream().filter(Documento::valido).toList();
		List<Voce> voci = new ArrayList<>();
		voci.add(allegato5(validi));
		voci.add(documento("Certificato di regolare esecuzione (CRE)", true, validi, TipoDocumento.CRE,
				"carichi il CRE firmato dal RUP"));
		voci.addAll(contratti(contratti, validi));
		if (pacchetto == Pacchetto.ESPERIENZA_CITTADINO) {
			voci.add(documento("Checklist di conformità", true, validi, TipoDocumento.CHECKLIST,
					"carichi la checklist compilata"));
		}
		voci.add((c.cup == null) ? manca("CUP", "si registra nell'attività «Inserire il CUP»")
				: presente("CUP", c.cup.codice()));
		voci.add((c.decretoNumero == null) ? manca("Decreto di finanziamento", "si registra con la sua notifica")
				: presente("Decreto di finanziamento", c.decretoNumero + " del " + Parole.giorno(c.decretoData)));
		voci.add(asseverazione(c));
		voci.addAll(indirizzi(c, pacchetto, servizi));
		voci.add(cig(contratti));
		voci.add(documento("Nomina del RUP", false, validi, TipoDocumento.NOMINA_RUP,
				"senza nomina il CRE lo firma il superiore gerarchico"));
		voci.add(informa("Conto di tesoreria unica", c.contoTesoreria != null, (c.contoTesoreria != null)
				? c.contoTesoreria : "si indica nell'attività «Richiedere l'erogazione»; lo dà la ragioneria"));
		return new Dossier(List.copyOf(voci));
	}

	private static Voce allegato5(List<Documento> validi) {
		List<Documento> allegati = di(validi, (d) -> d.tipo() == TipoDocumento.ALLEGATO_5);
		List<Documento> firmati = di(allegati, (d) -> d.formato() == FormatoDocumento.P7M);
		String nome = "Allegato 5 firmato dal legale rappresentante (.p7m)";
		if (!firmati.isEmpty()) {
			return presente(nome, nomi(firmati));
		}
		return manca(nome, allegati.isEmpty() ? "carichi il file .p7m firmato"
				: nomi(allegati) + " non è firmato: carichi il file .p7m");
	}

	private static List<Voce> contratti(List<ContrattoRegistrato> contratti, List<Documento> validi) {
		if (contratti.isEmpty()) {
			return List.of(manca("Contratti", "nessun contratto è registrato"));
		}
		return contratti.stream().map((k) -> {
			List<Documento> suoi = di(validi,
					(d) -> k.id().equals(d.contratto()) && d.tipo().prova(k.contratto().tipo()));
			String nome = "Documento del contratto: " + k.inParole();
			return suoi.isEmpty()
					? manca(nome, "carichi il contratto o la determina, scegliendo a quale contratto si riferisce")
					: presente(nome, nomi(suoi));
		}).toList();
	}

	private static Voce asseverazione(Candidatura c) {
		String nome = "Esito positivo dell'asseverazione";
		if (c.asseverazioneEsito == null) {
			return manca(nome, "si registra quando arriva");
		}
		String esito = "esito " + c.asseverazioneEsito.codice() + " del " + Parole.giorno(c.asseverazioneData);
		return (c.asseverazioneEsito == Esito.POSITIVO) ? presente(nome, esito) : manca(nome, esito);
	}

	private static List<Voce> indirizzi(Candidatura c, Pacchetto pacchetto, List<ServizioFinanziato> servizi) {
		List<Voce> voci = new ArrayList<>();
		if (pacchetto.sito()) {
			voci.add((c.sitoVerificato && c.sitoUrl != null) ? presente("Sito verificato", c.sitoUrl)
					: manca("Sito verificato", "si registra nell'attività «Verificare il sito»"));
		}
		if (!servizi.isEmpty()) {
			List<ServizioFinanziato> non = servizi.stream().filter((s) -> !s.verificato() || s.url() == null).toList();
			voci.add(non.isEmpty()
					? presente("Servizi verificati",
							servizi.stream().map((s) -> s.nome() + ": " + s.url()).collect(Collectors.joining("; ")))
					: manca("Servizi verificati", "da verificare: "
							+ non.stream().map(ServizioFinanziato::nome).collect(Collectors.joining(", "))));
		}
		return voci;
	}

	private static Voce cig(List<ContrattoRegistrato> contratti) {
		List<String> cig = contratti.stream()
			.map(ContrattoRegistrato::contratto)
			.filter((k) -> k.cig() != null)
			.map((k) -> k.cig() + " (" + k.fornitore() + ")")
			.toList();
		return informa("CIG dei contratti", !cig.isEmpty(),
				cig.isEmpty() ? "nessun contratto registrato ne ha uno" : String.join(", ", cig));
	}

	private static Voce documento(String nome, boolean richiesta, List<Documento> validi, TipoDocumento tipo,
			String seManca) {
		List<Documento> trovati = di(validi, (d) -> d.tipo() == tipo);
		return new Voce(nome, richiesta, !trovati.isEmpty(), trovati.isEmpty() ? seManca : nomi(trovati));
	}

	private static List<Documento> di(List<Documento> documenti, Predicate<Documento> quali) {
		return documenti.stream().filter(quali).toList();
	}

	private static String nomi(List<Documento> documenti) {
		return documenti.stream().map((d) -> "«" + d.nome() + "»").collect(Collectors.joining(", "));
	}

	private static Voce presente(String nome, String dove) {
		return new Voce(nome, true, true, dove);
	}

	private static Voce manca(String nome, String dove) {
		return new Voce(nome, true, false, dove);
	}

	private static Voce informa(String nome, boolean presente, String dove) {
		return new Voce(nome, false, presente, dove);
	}

	/**
	 * What is required and missing.
	 * @return the things, in order
	 */
	public List<Voce> mancanti() {
		return this.voci.stream().filter(Voce::manca).toList();
	}

	/**
	 * Whether the request of erogazione can be made, as far as the dossier goes.
	 * @return {@code true} when nothing required is missing
	 */
	public boolean completo() {
		return mancanti().isEmpty();
	}

}
