package it.cronoprogramma.candidatura;

import java.time.LocalDate;
import java.time.Month;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.DecorrenzaCompletamento;
import it.cronoprogramma.termine.Computo;
import it.cronoprogramma.termine.Termine;

/**
 * From which event each term runs, and for how long (dominio 2.3).
 */
public final class Decorrenze {

	/** Five years (FAQ 02/004/001). */
	private static final Termine MANTENIMENTO = Termine.mesi(60);

	/** Twenty working days (site, "rispondere-ai-controlli-sostanziali"). */
	private static final Termine CONTROLLO = Termine.lavorativi(20);

	private static final String PUBBLICAZIONE = "pubblicazione del decreto di finanziamento";

	private Decorrenze() {
	}

	/**
	 * The term of a candidatura before any act has changed it.
	 * @param tipo which term, but neither CONTROLLO nor INTEGRAZIONE; the event it runs
	 * from must have been recorded
	 * @param c the candidatura
	 * @param avviso its avviso
	 * @param cronoprogramma the terms of its fascia
	 * @return what is counted, and from when
	 * @throws java.util.NoSuchElementException if the event has not been recorded
	 */
	public static Computo di(TipoTermine tipo, Candidatura c, Avviso avviso, Cronoprogramma cronoprogramma) {
		boolean dalDecreto = avviso.decorrenzaCompletamento() == DecorrenzaCompletamento.DECRETO;
		return switch (tipo) {
			case DOMANDA -> computo(tipo, avviso.chiusura(), null, "chiusura dell'avviso");
			case CUP -> computo(tipo, c.ammissibilita().orElseThrow().giorno(), cronoprogramma.cup(),
					"notifica di ammissibilità");
			case CONTRATTUALIZZAZIONE -> computo(tipo, c.decreto().orElseThrow().giorno(),
					cronoprogramma.contrattualizzazione(), "notifica del decreto di finanziamento");
			case LIMITE ->
				dalDecreto ? computo(tipo, c.decretoPubblicato().orElseThrow(), cronoprogramma.limite(), PUBBLICAZIONE)
						: computo(tipo, c.decreto().orElseThrow().giorno(), cronoprogramma.limite(),
								"notifica del decreto di finanziamento");
			case COMPLETAMENTO -> computo(tipo, c.decorrenzaCompletamento().orElseThrow(),
					cronoprogramma.completamento(), completamento(c, avviso));
			case MANTENIMENTO ->
				computo(tipo, fineAnno(c.erogata().orElseThrow()), MANTENIMENTO, "31 dicembre dell'anno di erogazione");
			case CONTROLLO, INTEGRAZIONE ->
				throw new IllegalArgumentException("Decorre dalla sua PEC: " + tipo.codice());
		};
	}

	/**
	 * The term to answer a sample check (dominio 2.3, T8).
	 * @param pec the PEC of the Dipartimento that announced it
	 * @return what is counted, and from when
	 */
	public static Computo controllo(Notifica pec) {
		return computo(TipoTermine.CONTROLLO, pec.giorno(), CONTROLLO, "PEC del controllo a campione");
	}

	/**
	 * The term to answer a request of the Dipartimento, which says itself how long it is.
	 * @param richiesta the request
	 * @return what is counted, and from when; or the last day
	 */
	public static Computo integrazione(Integrazione richiesta) {
		return (richiesta.giorni() == null)
				? new Computo(richiesta.entro(), null, "giorno indicato nella richiesta di integrazione",
						TipoTermine.INTEGRAZIONE.modo(null))
				: computo(TipoTermine.INTEGRAZIONE, richiesta.pec().giorno(), Termine.giorni(richiesta.giorni()),
						"richiesta di integrazione");
	}

	private static Computo computo(TipoTermine tipo, LocalDate decorrenza, Termine termine, String evento) {
		return new Computo(decorrenza, termine, evento, tipo.modo());
	}

	private static String completamento(Candidatura c, Avviso avviso) {
		return switch (avviso.decorrenzaCompletamento()) {
			case DECRETO -> PUBBLICAZIONE;
			case MANUALE -> "contrattualizzazione conclusa sul portale";
			case PRIMO -> c.contrattiPrimaDelDecreto() ? "notifica del decreto, successiva al primo contratto"
					: "primo contratto";
			case ULTIMO -> c.contrattiPrimaDelDecreto() ? "notifica del decreto, successiva all'ultimo contratto"
					: "ultimo contratto";
		};
	}

	private static LocalDate fineAnno(LocalDate giorno) {
		return LocalDate.of(giorno.getYear(), Month.DECEMBER, 31);
	}

}
