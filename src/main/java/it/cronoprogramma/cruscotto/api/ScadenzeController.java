package it.cronoprogramma.cruscotto.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

import it.cronoprogramma.cruscotto.Ambito;
import it.cronoprogramma.cruscotto.GiorniResidui;
import it.cronoprogramma.cruscotto.Scadenzario;
import it.cronoprogramma.cruscotto.Scadenzario.Criteri;
import it.cronoprogramma.cruscotto.Scadenzario.Estesa;
import it.cronoprogramma.cruscotto.Scadenzario.Giorni;
import it.cronoprogramma.cruscotto.Scadenzario.Quando;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Roma;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The terms still to be met.
 */
@RestController
class ScadenzeController {

	private static final int PER_PAGINA = 1000;

	private static final int PAGINA_MASSIMA = 1_000_000;

	private static final String APERTA = "APERTA";

	private static final String SCADUTA = "SCADUTA";

	private final Scadenzario scadenzario;

	private final Ambito ambito;

	private final Clock orologio;

	ScadenzeController(Scadenzario scadenzario, Ambito ambito, Clock orologio) {
		this.scadenzario = scadenzario;
		this.ambito = ambito;
		this.orologio = orologio;
	}

	/**
	 * The terms still to be met, late ones among them, of candidature that go on.
	 * @param entro only those whose governing day is not after this one, ISO
	 * @param ente only those of an ente: our id, or its code in the IPA in whatever case;
	 * what has come to it by a merger is its own
	 * @param stato {@code APERTA} or {@code SCADUTA}, in whatever case
	 * @param pagina which thousand, from 1
	 * @param chi who asks
	 * @return at most a thousand, earliest first; the header {@code Link} leads to the
	 * next thousand
	 * @throws Rifiuto if a parameter cannot be read, or the ente is not one that the
	 * asker may see
	 */
	@GetMapping("/api/v1/scadenze")
	ResponseEntity<List<Risposta>> scadenze(@RequestParam(required = false) String entro,
			@RequestParam(required = false) String ente, @RequestParam(required = false) String stato,
			@RequestParam(required = false) String pagina, Authentication chi) {
		LocalDate oggi = Roma.giorno(this.orologio.instant());
		Giorni giorni = new Giorni(Giorni.TUTTI.dal(), entro(entro)).e(stato(stato, oggi));
		int questa = pagina(pagina);
		Ambito.Enti visibili = this.ambito.di(chi);
		Criteri criteri = new Criteri(visibili, oggi, giorni, enti(ente, visibili), null, null, null);
		List<Estesa> righe = this.scadenzario.estese(criteri, (questa - 1L) * PER_PAGINA, PER_PAGINA + 1);
		ResponseEntity.BodyBuilder risposta = ResponseEntity.ok();
		if (righe.size() > PER_PAGINA) {
			risposta.header(HttpHeaders.LINK,
					"<" + ServletUriComponentsBuilder.fromCurrentRequest()
						.replaceQueryParam("pagina", questa + 1)
						.build()
						.toUriString() + ">; rel=\"next\"");
		}
		return risposta.body(righe.stream().limit(PER_PAGINA).map((r) -> Risposta.di(r, oggi)).toList());
	}

	private static LocalDate entro(String testo) {
		if (testo == null) {
			return Giorni.TUTTI.al();
		}
		try {
			LocalDate giorno = LocalDate.parse(testo);
			if (giorno.getYear() >= 1900 && giorno.getYear() <= 2200) {
				return giorno;
			}
		}
		catch (DateTimeException ex) {
			// the same refusal as for a year out of reach
		}
		throw Rifiuto.nonValido("Parametro «entro»: «%s» non è un giorno. Serve anno-mese-giorno tra il 1900 e il "
				+ "2200, per esempio entro=2022-12-31.", testo);
	}

	private static Giorni stato(String testo, LocalDate oggi) {
		if (testo == null) {
			return Giorni.TUTTI;
		}
		return switch (testo.strip().toUpperCase(Locale.ROOT)) {
			case APERTA -> new Giorni(oggi, Giorni.TUTTI.al());
			case SCADUTA -> Quando.SCADUTI.giorni(oggi);
			default ->
				throw Rifiuto.nonValido("Parametro «stato»: «%s» non è previsto. Serve APERTA oppure SCADUTA.", testo);
		};
	}

	private static int pagina(String testo) {
		int pagina = Parametri.intero("pagina", testo, 1);
		if (pagina < 1 || pagina > PAGINA_MASSIMA) {
			throw Rifiuto.nonValido("Parametro «pagina»: «%s» è fuori misura. Serve un numero da 1 a %s.", testo,
					PAGINA_MASSIMA);
		}
		return pagina;
	}

	private List<String> enti(String codice, Ambito.Enti visibili) {
		if (codice == null) {
			return null;
		}
		// no database takes every control character, and no code has any
		String pulito = codice.replaceAll("\\p{Cntrl}", " ").strip();
		if (pulito.isEmpty()) {
			throw Rifiuto.nonValido("Parametro «ente»: è vuoto. Serve l'identificativo di un ente o il suo codice IPA, "
					+ "per esempio ente=c_d142.");
		}
		List<String> trovati = this.scadenzario.enti(pulito, visibili);
		if (trovati.isEmpty()) {
			throw Rifiuto.nonTrovato("L'ente «%s» non esiste.", codice);
		}
		return trovati;
	}

	/**
	 * A term still to be met.
	 *
	 * @param candidatura the candidatura's code
	 * @param ente the ente's id
	 * @param nomeEnte who holds it today, and whose it was
	 * @param avviso the avviso's code
	 * @param termine which term
	 * @param decorrenza the day it runs from
	 * @param civile by the civil calendar, not shifted
	 * @param prudenziale the earliest reading
	 * @param legale shifted past Sundays and holidays
	 * @param portale what the portal shows, {@code null} if nobody has said
	 * @param governante the day that governs
	 * @param quale which of the others it is: {@code portale} or {@code legale}
	 * @param stato {@code APERTA}, or {@code SCADUTA} when the governing day has passed
	 * @param giorniResidui calendar days left, negative when it has passed
	 * @param importo what hangs on it, euro; {@code null} as long as nobody knows
	 * @param spiegazione why it falls on that day
	 */
	record Risposta(String candidatura, String ente, String nomeEnte, String avviso, String termine,
			LocalDate decorrenza, LocalDate civile, LocalDate prudenziale, LocalDate legale, LocalDate portale,
			LocalDate governante, String quale, String stato, long giorniResidui, BigDecimal importo,
			String spiegazione) {

		static Risposta di(Estesa s, LocalDate oggi) {
			long giorni = GiorniResidui.tra(s.governante(), oggi);
			return new Risposta(s.candidatura(), s.ente(), s.nomeEnte(), s.avviso(), s.termine().codice(),
					s.decorrenza(), s.civile(), s.prudenziale(), s.legale(), s.portale(), s.governante(),
					(s.portale() == null) ? "legale" : "portale", (giorni < 0) ? SCADUTA : APERTA, giorni, s.importo(),
					s.spiegazione());
		}

	}

}
