package it.cronoprogramma.cruscotto;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import it.cronoprogramma.candidatura.IstanzeProcesso;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.cruscotto.Scadenzario.Criteri;
import it.cronoprogramma.cruscotto.Scadenzario.Giorni;
import it.cronoprogramma.cruscotto.Scadenzario.Ordine;
import it.cronoprogramma.cruscotto.Scadenzario.Quando;
import it.cronoprogramma.cruscotto.Scadenzario.Riga;
import it.cronoprogramma.cruscotto.Scadenzario.Somma;
import it.cronoprogramma.cruscotto.Scadenzario.Somme;
import it.cronoprogramma.termine.Roma;

import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What Cockpit shows of the terms: those late or due within thirty days, with the
 * instance that follows each. Behind the session of the one login, not part of the API.
 */
@RestController
class RischioController {

	/** Who wants more goes to the cruscotto, where there are filters and pages. */
	private static final int MASSIMO = 50;

	private final Scadenzario scadenzario;

	private final IstanzeProcesso istanze;

	private final TitoliAvvisiRepository titoli;

	private final Ambito ambito;

	private final Clock orologio;

	RischioController(Scadenzario scadenzario, IstanzeProcesso istanze, TitoliAvvisiRepository titoli, Ambito ambito,
			Clock orologio) {
		this.scadenzario = scadenzario;
		this.istanze = istanze;
		this.titoli = titoli;
		this.ambito = ambito;
		this.orologio = orologio;
	}

	/**
	 * The terms at risk that the reader may see.
	 * @param chi the reader
	 * @return the first of them, most urgent first, and how many there are
	 */
	@GetMapping("/cruscotto/termini-a-rischio.json")
	Rischio rischio(Authentication chi) {
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		Giorni giorni = Quando.URGENTI.giorni(oggi);
		Criteri criteri = Criteri.di(this.ambito.di(chi), oggi, giorni);
		Somme somme = this.scadenzario.somme(criteri, oggi, giorni);
		List<Riga> righe = this.scadenzario.righe(criteri, Ordine.GIORNO, 0, MASSIMO);
		Map<String, String> diCiascuna = this.istanze.di(righe.stream().map(Riga::candidatura).distinct().toList());
		Map<String, TitoloAvviso> avvisi = this.titoli.tutti();
		return new Rischio(somma(somme.scaduti()), somma(somme.trenta()), somme.lista().termini(),
				righe.stream().map((r) -> TermineARischio.di(r, oggi, avvisi, diCiascuna)).toList());
	}

	private static String somma(Somma somma) {
		return Parole.intero(somma.termini()) + ", " + Parole.euro(somma.euro());
	}

	/**
	 * What is at risk.
	 *
	 * @param scaduti how many are late and the euro that hang on them, in words
	 * @param entro30 how many are due within thirty days, likewise
	 * @param totale how many there are of both
	 * @param termini the most urgent of them
	 */
	record Rischio(String scaduti, String entro30, int totale, List<TermineARischio> termini) {
	}

	/**
	 * A term at risk, in the words of the reader.
	 *
	 * @param giorno the day that governs, with its weekday
	 * @param situazione how far it is, in words
	 * @param scaduto whether the day has passed
	 * @param candidatura the candidatura's code
	 * @param istanza the id of the instance that follows it, {@code null} if there is
	 * none
	 * @param termine which term
	 * @param ente who holds it today, and whose it was
	 * @param avviso the avviso's title
	 * @param importo what hangs on it, {@code null} as long as nobody knows
	 */
	record TermineARischio(String giorno, String situazione, boolean scaduto, String candidatura, String istanza,
			String termine, String ente, String avviso, String importo) {

		static TermineARischio di(Riga r, LocalDate oggi, Map<String, TitoloAvviso> avvisi,
				Map<String, String> istanze) {
			long giorni = GiorniResidui.tra(r.giorno(), oggi);
			BigDecimal importo = r.importo();
			return new TermineARischio(Parole.giornoEsteso(r.giorno()), GiorniResidui.inParole(giorni), giorni < 0,
					r.candidatura(), istanze.get(r.candidatura()), r.termine().nome(), r.ente(),
					avvisi.containsKey(r.avviso()) ? avvisi.get(r.avviso()).titolo() : r.avviso(),
					(importo == null) ? null : Parole.euro(importo));
		}

	}

}
