package it.cronoprogramma.candidatura;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.rifiuto.Rifiuto;

/**
 * What an ente chooses to do with the money: the part of a domanda that cannot be changed
 * once it is sent.
 *
 * @param pacchetto what the avviso finances
 * @param servizi the services chosen
 * @param sito whether the site is still to begin; {@code null} where there is none
 * @param scenario 1.4.4 SPID/CIE: what is integrated already
 * @param protocollo 1.4.4 SPID/CIE: OIDC, or training
 * @param adesione 1.4.4 ANSC: how the registers are adopted
 * @param letto the amount the operator reads in the portal, where no source gives it
 */
public record Composizione(Pacchetto pacchetto, List<ServizioFinanziato> servizi, Avvio sito, ScenarioPartenza scenario,
		Protocollo protocollo, Adesione adesione, BigDecimal letto) {

	/** The act that every package of 1.4.5 must have (FAQ 05/009/003). */
	public static final String VIOLAZIONI_STRADALI = "010101p";

	/**
	 * Works out the amount, refusing what the avviso does not allow.
	 * @param catalogo codes of the services that the avviso finances, where it has a list
	 * @param importi the amounts of the ente's fascia
	 * @return the lump sum, euro
	 * @throws Rifiuto if a choice is missing, a service is unknown or chosen twice, or if
	 * there are too few or too many
	 */
	BigDecimal importo(Collection<String> catalogo, FasciaImporto importi) {
		controllaScelte();
		controllaServizi(catalogo);
		importi.controlla(this.servizi.size());
		if (!importi.nota()) {
			if (this.letto == null) {
				throw Rifiuto
					.nonValido("Nessuna fonte pubblica dà l'importo di questo avviso: scriva il contributo che "
							+ "il portale mostra per l'ente.");
			}
			return importi.dichiarato(this.letto);
		}
		if (importi.perModalita()) {
			int trasferiti = (int) this.servizi.stream()
				.filter((s) -> s.modalita().equals(Optional.of(Modalita.TRASFERIMENTO)))
				.count();
			return importi.calcola(trasferiti, this.servizi.size() - trasferiti).totale();
		}
		return importi.calcola(this.servizi.size()).totale();
	}

	/** What is asked for, in a few words. */
	String inParole() {
		return switch (this.pacchetto) {
			case ESPERIENZA_CITTADINO -> "sito e servizi: " + this.servizi.size();
			case SPID_CIE -> this.scenario.nome() + ", " + this.protocollo.nome();
			case ANSC -> this.adesione.nome();
			case ANNCSU -> "verifica e georeferenziazione dei numeri civici";
			case PDND -> "API: " + this.servizi.size();
			default -> "servizi: " + this.servizi.size();
		};
	}

	private void controllaScelte() {
		if (this.pacchetto.sito() && this.sito == null) {
			throw Rifiuto.nonValido("Il sito è obbligatorio: indichi se è da avviare o già avviato.");
		}
		if (this.pacchetto == Pacchetto.SPID_CIE && (this.scenario == null || this.protocollo == null)) {
			throw Rifiuto
				.nonValido("Indichi lo scenario di partenza e il protocollo (OpenID Connect o piano formativo).");
		}
		if (this.pacchetto == Pacchetto.ANSC && this.adesione == null) {
			throw Rifiuto.nonValido("Indichi come si adotta ANSC: web application o gestionale comunale.");
		}
	}

	private void controllaServizi(Collection<String> catalogo) {
		Set<String> visti = new HashSet<>();
		for (ServizioFinanziato s : this.servizi) {
			if (this.pacchetto.daCatalogo() && !catalogo.contains(s.servizio())) {
				throw Rifiuto.nonValido("Il servizio «%s» non è tra quelli che l'avviso finanzia.", s.servizio());
			}
			if (!visti.add(s.servizio())) {
				throw Rifiuto.nonValido("Il servizio «%s» è scelto due volte: lo lasci in un solo elenco.", s.nome());
			}
			if (Modalita.di(this.pacchetto).isEmpty() == s.modalita().isPresent()) {
				throw Rifiuto.nonValido("Per il servizio «%s» la modalità non è quella che l'avviso prevede.",
						s.nome());
			}
		}
		if (this.pacchetto == Pacchetto.NOTIFICHE && !visti.contains(VIOLAZIONI_STRADALI)) {
			throw Rifiuto
				.nonValido("Le notifiche di violazioni al codice della strada (010101P) sono obbligatorie: una "
						+ "delle due tipologie di atto è questa.");
		}
		if (this.pacchetto.conServizi() && !this.pacchetto.sito() && this.servizi.isEmpty()) {
			throw Rifiuto.nonValido("Nessun servizio è indicato: scriva i servizi del pacchetto, uno per riga.");
		}
	}

}
