package it.cronoprogramma.processo.fasi;

import java.math.BigDecimal;
import java.util.Collection;

import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Composizione;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;

import org.springframework.stereotype.Component;

/**
 * Comporre il pacchetto: what the avviso lets choose, from which the amount follows.
 */
@Component("componiPacchetto")
class ComponiPacchetto extends RegolaPacchetto {

	ComponiPacchetto(Ufficio ufficio) {
		super(ufficio, TipoTermine.DOMANDA);
	}

	@Override
	void componi(Candidatura c, Composizione scelta, Collection<String> catalogo, FasciaImporto fascia) {
		c.componi(scelta, catalogo, fascia);
	}

	@Override
	BigDecimal importoLetto(Candidatura c, Modulo modulo) {
		return modulo.importo("importoLetto", "Contributo");
	}

}
