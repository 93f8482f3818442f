package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * How far a candidatura has come towards conformity: the site, where there is one, and
 * each service, with what was found of every criterion.
 *
 * @param oggetti site and services, the site first
 * @param attivazione whether its services are activated rather than put online: their
 * proof is no address
 */
public record Conformita(List<Oggetto> oggetti, boolean attivazione) {

	/** The site's code among the services' codes. */
	public static final String SITO = "sito";

	/**
	 * One of them.
	 * @param codice {@link #SITO} or the code of a service
	 * @return the site or the service, empty if it is not of this candidatura
	 */
	public Optional<Oggetto> oggetto(String codice) {
		return this.oggetti.stream().filter((o) -> o.codice().equals(codice)).findFirst();
	}

	/**
	 * The criteria found respected.
	 * @return how many, of site and services
	 */
	public int rispettati() {
		return this.oggetti.stream().mapToInt(Oggetto::rispettati).sum();
	}

	/**
	 * The criteria that there are.
	 * @return how many, of site and services
	 */
	public int criteri() {
		return this.oggetti.stream().mapToInt((o) -> o.criteri().size()).sum();
	}

	/**
	 * The whole in one line, e.g. {@code 23 di 56 criteri, 2 di 3 servizi verificati}.
	 * @return the progress, in words
	 */
	public String inParole() {
		List<Oggetto> servizi = this.oggetti.stream().filter((o) -> !o.sito()).toList();
		long fatti = servizi.stream().filter((o) -> o.stato() == Punto.VERIFICATO).count();
		String criteri = rispettati() + " di " + criteri() + " criteri";
		return servizi.isEmpty() ? criteri : criteri + ", " + fatti + " di " + servizi.size() + " servizi "
				+ (this.attivazione ? "attivi" : "verificati");
	}

	/**
	 * What keeps completion from being declared, a line for each site or service.
	 * @return the lines, empty if nothing does
	 */
	public List<String> mancanze() {
		return this.oggetti.stream()
			.filter((o) -> o.stato() != Punto.VERIFICATO)
			.map((o) -> o.nome() + ": " + o.manca())
			.toList();
	}

	/**
	 * Refuses to go on while a criterion of something already verified was taken back.
	 * @throws Rifiuto if one was
	 */
	public void richiediTutti() {
		List<String> riaperti = this.oggetti.stream()
			.filter((o) -> o.stato() == Punto.DA_RIVEDERE)
			.map((o) -> o.nome() + " (" + o.codiciMancanti() + ")")
			.toList();
		if (!riaperti.isEmpty()) {
			throw Rifiuto.nonValido("Criteri che non risultano più rispettati: %s. Li riveda nella pagina della "
					+ "conformità, poi dichiari il completamento.", String.join("; ", riaperti));
		}
	}

	/** How far a site or a service has come. */
	public enum Punto {

		/** Nothing is recorded. */
		NON_INIZIATO,

		/** Something is recorded, but not the day it went online. */
		IN_CORSO,

		/** Online, not declared conforming yet. */
		ONLINE,

		/** Declared conforming, but a criterion was taken back since. */
		DA_RIVEDERE,

		/** Declared conforming. */
		VERIFICATO

	}

	/**
	 * The site or a service.
	 *
	 * @param codice {@link #SITO} or the service's code
	 * @param nome its name
	 * @param sito whether it is the site
	 * @param criteri the criteria that apply, in order
	 * @param evidenze what was written about them, by criterion
	 * @param prova its address or what else proves it, or {@code null}
	 * @param online the day it went online or became active, or {@code null}
	 * @param dichiarato whether it was declared conforming
	 */
	public record Oggetto(String codice, String nome, boolean sito, List<Criterio> criteri,
			Map<String, Evidenza> evidenze, String prova, LocalDate online, boolean dichiarato) {

		/**
		 * What was found of a criterion.
		 * @param criterio the criterion's code
		 * @return what was written, to be verified if nobody has
		 */
		public Evidenza evidenza(String criterio) {
			return this.evidenze.getOrDefault(criterio, Evidenza.assente(criterio));
		}

		/**
		 * The criteria found respected, of those that apply.
		 * @return their codes
		 */
		public Set<String> criteriRispettati() {
			return this.criteri.stream()
				.map(Criterio::codice)
				.filter((k) -> evidenza(k).rispettato())
				.collect(Collectors.toCollection(TreeSet::new));
		}

		/**
		 * The criteria found respected.
		 * @return how many of those that apply
		 */
		public int rispettati() {
			return this.criteri.size() - mancanti().size();
		}

		/**
		 * The criteria not found respected so far.
		 * @return those of the criteria that apply, in order
		 */
		public List<Criterio> mancanti() {
			return this.criteri.stream().filter((k) -> !evidenza(k.codice()).rispettato()).toList();
		}

		/**
		 * How far it has come.
		 * @return the point it has reached
		 */
		public Punto stato() {
			if (this.dichiarato) {
				return mancanti().isEmpty() ? Punto.VERIFICATO : Punto.DA_RIVEDERE;
			}
			if (this.online != null) {
				return Punto.ONLINE;
			}
			boolean nulla = this.prova == null
					&& this.criteri.stream().noneMatch((k) -> evidenza(k.codice()).scritta());
			return nulla ? Punto.NON_INIZIATO : Punto.IN_CORSO;
		}

		private String manca() {
			if (mancanti().isEmpty()) {
				return "resta da concludere l'attività";
			}
			return "criteri rispettati " + rispettati() + " di " + this.criteri.size() + ", mancano "
					+ codiciMancanti();
		}

		private String codiciMancanti() {
			return String.join(", ", mancanti().stream().map(Criterio::codice).toList());
		}

	}

}
