package it.cronoprogramma.processo.importazione;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.avviso.Cronoprogramma;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Termine;
import it.cronoprogramma.termine.Unita;

/**
 * In which fascia of population an ente was when it was financed: the published data tell
 * the amount, not the inhabitants, and all amounts lie on the grid of the avviso's tables
 * (dominio 1.5).
 */
final class FascePerImporto {

	private static final int GIORNI_DEL_MESE = 30;

	private final CatalogoAvvisi catalogo;

	private final Map<String, List<Presunta>> perAvviso = new HashMap<>();

	FascePerImporto(CatalogoAvvisi catalogo) {
		this.catalogo = catalogo;
	}

	/**
	 * The fascia of an ente. Where its inhabitants are not known, or do not go with the
	 * amount, it is the one whose amounts fit; of several the one with the shortest
	 * terms.
	 * @param avviso the avviso's code
	 * @param abitanti the ente's inhabitants, 0 where they are not known
	 * @param importo the amount granted, euro
	 * @return the fascia and how many inhabitants stand for it
	 */
	Presunta di(String avviso, int abitanti, BigDecimal importo) {
		List<Presunta> tutte = this.perAvviso.computeIfAbsent(avviso, this::fasce);
		List<Presunta> adatte = tutte.stream().filter((p) -> puoValere(p.fascia(), importo)).toList();
		if (abitanti > 0) {
			Presunta sua = presunta(avviso, abitanti);
			if (sua != null && (puoValere(sua.fascia(), importo) || adatte.isEmpty())) {
				return sua;
			}
		}
		return (adatte.isEmpty() ? tutte : adatte).stream()
			.min(Comparator.comparing(Presunta::giorni).thenComparing(Presunta::abitanti))
			.orElseThrow();
	}

	private List<Presunta> fasce(String avviso) {
		Map<String, Presunta> fasce = new HashMap<>();
		for (int confine : this.catalogo.confini()) {
			Presunta p = (confine > 0) ? presunta(avviso, confine) : null;
			if (p != null) {
				fasce.putIfAbsent(p.fascia().fascia() + "|" + p.giorni(), p);
			}
		}
		return new ArrayList<>(fasce.values());
	}

	private Presunta presunta(String avviso, int abitanti) {
		try {
			FasciaImporto fascia = this.catalogo.fascia(avviso, abitanti);
			Cronoprogramma termini = this.catalogo.cronoprogramma(avviso, abitanti);
			return new Presunta(abitanti, fascia,
					giorni(termini.contrattualizzazione()) + giorni(termini.completamento()));
		}
		catch (Rifiuto ex) {
			// no fascia for so many
			return null;
		}
	}

	private static int giorni(Termine termine) {
		return termine.quantita() * ((termine.unita() == Unita.MESI) ? GIORNI_DEL_MESE : 1);
	}

	private static boolean puoValere(FasciaImporto f, BigDecimal importo) {
		if (!f.nota()) {
			return f.ammessi().isEmpty() || f.ammessi().stream().anyMatch((a) -> a.compareTo(importo) == 0);
		}
		int massimo = (f.maxServizi() == null) ? Integer.MAX_VALUE : f.maxServizi();
		BigDecimal resto = importo.subtract(f.fisso());
		if (resto.signum() == 0) {
			return f.minServizi() == 0 || f.servizio() == null;
		}
		if (resto.signum() < 0 || f.servizio() == null || f.servizio().signum() == 0) {
			return false;
		}
		if (f.aggiornamento() == null) {
			BigDecimal[] diviso = resto.divideAndRemainder(f.servizio());
			return diviso[1].signum() == 0 && diviso[0].intValue() >= f.minServizi() && diviso[0].intValue() <= massimo;
		}
		for (int trasferiti = 0; f.servizio().multiply(BigDecimal.valueOf(trasferiti)).compareTo(resto) <= 0
				&& trasferiti <= massimo; trasferiti++) {
			BigDecimal[] diviso = resto.subtract(f.servizio().multiply(BigDecimal.valueOf(trasferiti)))
				.divideAndRemainder(f.aggiornamento());
			int insieme = trasferiti + diviso[0].intValue();
			if (diviso[1].signum() == 0 && insieme >= f.minServizi() && insieme <= massimo) {
				return true;
			}
		}
		return false;
	}

	/**
	 * A fascia and who stands for it.
	 *
	 * @param abitanti how many inhabitants
	 * @param fascia the fascia
	 * @param giorni how long its terms are, about
	 */
	record Presunta(int abitanti, FasciaImporto fascia, int giorni) {
	}

}
