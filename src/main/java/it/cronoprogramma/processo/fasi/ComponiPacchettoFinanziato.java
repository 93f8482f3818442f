package it.cronoprogramma.processo.fasi;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Composizione;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Comporre il pacchetto finanziato: of a candidatura known from the published data, which
 * tell the amount only; the services of its domanda must come to that amount.
 */
@Component("componiPacchettoFinanziato")
class ComponiPacchettoFinanziato extends RegolaPacchetto {

	ComponiPacchettoFinanziato(Ufficio ufficio) {
		super(ufficio, TipoTermine.CONTRATTUALIZZAZIONE);
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		super.mostra(task, c, avviso, dati);
		dati.put("importoDecretato", Parole.euro(c.importoDecretato().orElseThrow()));
	}

	@Override
	void componi(Candidatura c, Composizione scelta, Collection<String> catalogo, FasciaImporto fascia) {
		c.componiFinanziato(scelta, catalogo, fascia);
	}

	@Override
	BigDecimal importoLetto(Candidatura c, Modulo modulo) {
		return c.importoDecretato().orElseThrow();
	}

}
