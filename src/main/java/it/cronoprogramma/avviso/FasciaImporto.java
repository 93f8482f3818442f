package it.cronoprogramma.avviso;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * The amounts of one fascia of population in one avviso: a fixed part and a part for each
 * service. All-or-nothing: what is chosen is what must be delivered (dominio 0.2, finding
 * 5). Where no source gives the amounts there is no fixed part either, and the amount is
 * the decree's.
 *
 * @param fascia the fascia in words, e.g. {@code fino a 5.000}
 * @param fisso the fixed part, euro, or {@code null} where no source gives the amounts
 * @param voceFisso what the fixed part pays for
 * @param servizio the amount for one service (1.2: transferred), euro, or {@code null}
 * where services do not change the amount
 * @param voceServizio what a service is called
 * @param aggiornamento 1.2: the amount for a service that is updated, euro; {@code null}
 * elsewhere
 * @param voceAggiornamento what such a service is called
 * @param minServizi the least services to choose, 0 where the fixed part may stand alone
 * @param maxServizi the most services to choose, or {@code null} where no source says
 * @param serviziScenario how many services a scenario counts, or {@code null} for the
 * most
 * @param ammessi the only amounts seen in the published data, euro; empty if any may be
 * @param massimo the most a source gives where the amounts are not known, euro, or
 * {@code null}
 */
public record FasciaImporto(String fascia, BigDecimal fisso, String voceFisso, BigDecimal servizio, String voceServizio,
		BigDecimal aggiornamento, String voceAggiornamento, int minServizi, Integer maxServizi, Integer serviziScenario,
		List<BigDecimal> ammessi, BigDecimal massimo) {

	/**
	 * Whether the amounts are known, so that the lump sum follows from the package.
	 * @return {@code false} where the amount is the decree's, typed in
	 */
	public boolean nota() {
		return this.fisso != null;
	}

	/**
	 * Whether services are counted by kind: transferred and updated.
	 * @return {@code true} for 1.2
	 */
	public boolean perModalita() {
		return this.aggiornamento != null;
	}

	/**
	 * The amount for a number of services.
	 * @param servizi how many services
	 * @return the amount with its items
	 * @throws Rifiuto if there are fewer or more services than the fascia allows, or if
	 * the avviso counts them by kind, or no source gives the amounts
	 */
	public Importo calcola(int servizi) {
		richiediNota();
		if (perModalita()) {
			throw Rifiuto.nonValido("Per questo avviso l'importo dipende dalla modalità: indichi quanti servizi in "
					+ "trasferimento e quanti in aggiornamento.");
		}
		controlla(servizi);
		return importo(servizi, 0);
	}

	/**
	 * The amount for services counted by kind.
	 * @param trasferiti how many services are transferred
	 * @param aggiornati how many services are updated
	 * @return the amount with its items
	 * @throws Rifiuto if there are fewer or more services than the fascia allows, or if
	 * the avviso does not tell kinds apart, or no source gives the amounts
	 */
	public Importo calcola(int trasferiti, int aggiornati) {
		richiediNota();
		if (!perModalita()) {
			throw Rifiuto.nonValido("Per questo avviso i servizi non si distinguono in trasferimento e aggiornamento: "
					+ "indichi solo quanti sono.");
		}
		if (trasferiti < 0 || aggiornati < 0) {
			throw Rifiuto.nonValido("Servizi in trasferimento %s, in aggiornamento %s: servono numeri da zero in su.",
					trasferiti, aggiornati);
		}
		controlla(trasferiti + aggiornati);
		return importo(trasferiti, aggiornati);
	}

	/**
	 * Accepts an amount that the operator reads in the portal or in the decree, because
	 * no source gives it.
	 * @param letto the amount, euro
	 * @return the same amount
	 * @throws Rifiuto if the published data know this avviso with other amounts only
	 */
	public BigDecimal dichiarato(BigDecimal letto) {
		if (!this.ammessi.isEmpty() && this.ammessi.stream().noneMatch((a) -> a.compareTo(letto) == 0)) {
			throw Rifiuto.nonValido(
					"Importo %s: per questo avviso gli importi pubblicati sono solo %s. Lo rilegga nel " + "portale.",
					euro(letto), String.join("; ", this.ammessi.stream().map(FasciaImporto::euro).toList()));
		}
		return letto;
	}

	/**
	 * Refuses a number of services out of bounds.
	 * @param servizi how many services
	 * @throws Rifiuto if there are fewer or more than the fascia allows
	 */
	public void controlla(int servizi) {
		if (servizi < this.minServizi || (this.maxServizi != null && servizi > this.maxServizi)) {
			throw Rifiuto.nonValido(
					"Servizi scelti: %s. Per la fascia %s abitanti l'avviso ne ammette %s: corregga la " + "scelta.",
					servizi, this.fascia, estremi());
		}
	}

	/**
	 * How many services may be chosen, in words.
	 * @return e.g. {@code da 3 a 117}
	 */
	public String estremi() {
		return (this.maxServizi == null) ? "almeno " + this.minServizi : (this.maxServizi == this.minServizi)
				? "esattamente " + this.minServizi : "da " + this.minServizi + " a " + this.maxServizi;
	}

	/**
	 * What a scenario counts: the fullest package, of which the seeds take fifty services
	 * of pagoPA although more are allowed (seed 001, "Opportunità").
	 * @return the amount with its items, empty where no source gives the amounts
	 */
	public Optional<Importo> pieno() {
		if (!nota()) {
			return Optional.empty();
		}
		int servizi = (this.serviziScenario != null) ? this.serviziScenario
				: (this.maxServizi != null) ? this.maxServizi : this.minServizi;
		return Optional.of(perModalita() ? importo(0, servizi) : importo(servizi, 0));
	}

	private void richiediNota() {
		if (!nota()) {
			throw Rifiuto
				.nonValido("Nessuna fonte pubblica dà gli importi di questo avviso: vale l'importo del decreto "
						+ "di finanziamento, che si scrive nella candidatura.");
		}
	}

	private Importo importo(int servizi, int aggiornati) {
		List<Importo.Voce> voci = new ArrayList<>();
		if (this.fisso.signum() > 0) {
			voci.add(new Importo.Voce(this.voceFisso, 1, this.fisso));
		}
		if (this.servizio != null && servizi > 0) {
			voci.add(new Importo.Voce(this.voceServizio, servizi, this.servizio));
		}
		if (aggiornati > 0) {
			voci.add(new Importo.Voce(this.voceAggiornamento, aggiornati, this.aggiornamento));
		}
		return new Importo(this.fascia, this.minServizi, this.maxServizi, servizi + aggiornati, voci);
	}

	private static String euro(BigDecimal importo) {
		return importo.setScale(2).toPlainString().replace('.', ',') + " €";
	}

}
