package it.cronoprogramma.processo.fasi;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import it.cronoprogramma.candidatura.Attivita;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Contratto;
import it.cronoprogramma.candidatura.Fornitore;
import it.cronoprogramma.candidatura.FornitoreRepository;
import it.cronoprogramma.candidatura.IdentificativoFiscale;
import it.cronoprogramma.candidatura.TipoAtto;
import it.cronoprogramma.candidatura.TipoSoggetto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.springframework.stereotype.Component;

/**
 * Reads who is engaged, by which act and for what, from the forms of contracts and
 * addenda: they ask for it in the same fields.
 */
@Component
class LetturaContratto {

	/** The choice that means a supplier that is not in the list. */
	private static final String NUOVO = "nuovo";

	private static final Pattern CIG = Pattern.compile("[A-Z0-9]{10}");

	private final Ufficio ufficio;

	private final FornitoreRepository fornitori;

	LetturaContratto(Ufficio ufficio, FornitoreRepository fornitori) {
		this.ufficio = ufficio;
		this.fornitori = fornitori;
	}

	/**
	 * The suppliers that may be chosen for a candidatura: those of the enti that the one
	 * who asks may see, but not the staff of another ente.
	 * @param c the candidatura
	 * @return the suppliers, by name
	 */
	List<Fornitore> noti(Candidatura c) {
		return this.fornitori.noti(this.ufficio.entiVisibili().stream().map(Ente::id).toList())
			.stream()
			.filter((f) -> f.per(c.ente()))
			.toList();
	}

	/**
	 * The activities of a candidatura's package.
	 * @param c the candidatura
	 * @return the activities
	 */
	List<Attivita> attivita(Candidatura c) {
		return Attivita.di(this.ufficio.catalogo().avviso(c.avviso()).pacchetto(),
				this.ufficio.candidature().servizi(c.codice()));
	}

	/**
	 * A contract as it was filled in; its supplier is in the register afterwards.
	 * @param modulo the form
	 * @param c the candidatura
	 * @param autore who filled it in
	 * @return the contract
	 * @throws Rifiuto if something is missing or does not go together
	 */
	Contratto contratto(Modulo modulo, Candidatura c, Autore autore) {
		return leggi(modulo, c, false, null, autore);
	}

	/**
	 * An addendum as it was filled in; its supplier is in the register afterwards.
	 * @param modulo the form
	 * @param c the candidatura
	 * @param autore who filled it in
	 * @return the addendum
	 * @throws Rifiuto if something is missing or does not go together
	 */
	Contratto addendum(Modulo modulo, Candidatura c, Autore autore) {
		return leggi(modulo, c, true, modulo.testo("oggetto", "Per che cosa", 300), autore);
	}

	private Contratto leggi(Modulo modulo, Candidatura c, boolean addendum, String oggetto, Autore autore) {
		TipoAtto tipo = TipoAtto.leggi(modulo.testo("tipoAtto", "Tipo di atto"));
		TipoSoggetto soggetto = modulo.testoFacoltativo("soggetto", "Chi realizza")
			.map(TipoSoggetto::leggi)
			.orElse(tipo.soggetto());
		if (!tipo.per(soggetto)) {
			throw Rifiuto.nonValido("«%s» non vale per «%s»: corregga il tipo di atto o chi realizza.", tipo.nome(),
					soggetto.nome());
		}
		List<Attivita> tutte = attivita(c);
		List<Attivita> scoperte = (addendum || tipo == TipoAtto.ATTO_RICOGNITIVO) ? List.of()
				: Attivita.scoperte(tutte, this.ufficio.candidature().contratti(c.codice()));
		List<Attivita> coperte = Attivita.scelte(modulo.elenco("attivita", "Attività coperte"), tutte, scoperte);
		String numero = modulo.testoONullo("numeroAtto", "Numero dell'atto", 100);
		return new Contratto(realizzatore(modulo, c, soggetto, autore), soggetto, tipo, numero,
				modulo.giorno("dataContratto", "Data del contratto"), cig(modulo), coperte, addendum, oggetto);
	}

	private Fornitore realizzatore(Modulo modulo, Candidatura c, TipoSoggetto soggetto, Autore autore) {
		boolean interno = soggetto == TipoSoggetto.PERSONALE_INTERNO;
		String noto = modulo.testoFacoltativo("fornitoreNoto", "Soggetto realizzatore").orElse(NUOVO);
		if (!noto.equals(NUOVO)) {
			Fornitore scelto = noti(c).stream()
				.filter((f) -> f.id().equals(noto))
				.findFirst()
				.orElseThrow(() -> Rifiuto
					.nonValido("Il soggetto scelto non è tra quelli noti per questo ente: lo scelga dall'elenco o ne "
							+ "scriva il nome."));
			if (scelto.interno() != interno) {
				throw Rifiuto.nonValido("«%s» non vale per «%s»: corregga il soggetto realizzatore o chi realizza.",
						scelto.perEsteso(), soggetto.nome());
			}
			return scelto;
		}
		String nome = modulo.testo("fornitore", "Fornitore", 200);
		IdentificativoFiscale identificativo = modulo.testoFacoltativo("partitaIva", "Partita IVA")
			.map(IdentificativoFiscale::leggi)
			.orElse(null);
		if (interno && identificativo != null) {
			throw Rifiuto.nonValido("Per il personale interno la partita IVA non si scrive: indichi il solo ufficio.");
		}
		return this.fornitori.iscrivi(nome, identificativo, this.ufficio.enti().leggi(c.ente()), interno, autore);
	}

	private static String cig(Modulo modulo) {
		String cig = modulo.testoONullo("cig", "CIG", 40);
		if (cig == null) {
			return null;
		}
		String pulito = cig.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
		if (!CIG.matcher(pulito).matches()) {
			throw Rifiuto.nonValido("CIG «%s» non valido: servono 10 caratteri, lettere o cifre.", pulito);
		}
		return pulito;
	}

}
