package it.cronoprogramma.processo.fasi;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.FasciaImporto;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.avviso.Servizio;
import it.cronoprogramma.candidatura.Adesione;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Avvio;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Composizione;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.Protocollo;
import it.cronoprogramma.candidatura.ScenarioPartenza;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * A package, as its form shows it and as it was filled in: in the domanda and, where only
 * the amount was published, before the contracts.
 */
abstract class RegolaPacchetto extends RegolaCandidatura {

	private static final String ATTO_OBBLIGATORIO = "Notifiche violazioni al codice della strada (010101P)";

	RegolaPacchetto(Ufficio ufficio, TipoTermine termine) {
		super(ufficio, termine);
	}

	/**
	 * Lets the candidatura take the package.
	 * @param c the candidatura
	 * @param scelta the package
	 * @param catalogo codes of the services that the avviso finances
	 * @param fascia the amounts of the ente's fascia
	 */
	abstract void componi(Candidatura c, Composizione scelta, Collection<String> catalogo, FasciaImporto fascia);

	/**
	 * The amount where no source gives it.
	 * @param c the candidatura
	 * @param modulo the form as filled in
	 * @return euro
	 */
	abstract BigDecimal importoLetto(Candidatura c, Modulo modulo);

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		FasciaImporto fascia = ufficio().catalogo().fascia(avviso.codice(), c.popolazione());
		dati.put("pacchetto", avviso.pacchetto().codice());
		dati.put("popolazione", c.popolazione());
		dati.put("avviataDal", avviso.avviataDal().map(Parole::giorno).orElse("giorno che l'avviso indica"));
		mostra(fascia, dati);
		dati.put("catalogoServizi",
				ufficio().catalogo()
					.servizi(avviso.pacchetto())
					.stream()
					.map((s) -> Map.of("value", s.codice(), "label", s.nome()))
					.toList());
		if (c.importo().isPresent()) {
			mostraScelte(c, avviso.pacchetto(), dati);
			if (!fascia.nota()) {
				dati.put("importoLetto", c.importo().orElseThrow().doubleValue());
			}
		}
	}

	private static void mostra(FasciaImporto fascia, Map<String, Object> dati) {
		dati.put("fascia", fascia.fascia());
		dati.put("importoNoto", fascia.nota() ? "si" : "no");
		dati.put("fisso", numero(fascia.fisso()));
		dati.put("voceFisso", fascia.voceFisso());
		dati.put("servizioImporto", numero(fascia.servizio()));
		dati.put("voceServizio", fascia.voceServizio());
		dati.put("aggiornamentoImporto", numero(fascia.aggiornamento()));
		dati.put("voceAggiornamento", fascia.voceAggiornamento());
		dati.put("minServizi", fascia.minServizi());
		dati.put("maxServizi", (fascia.maxServizi() == null) ? 0 : fascia.maxServizi());
		dati.put("importiAmmessi", fascia.ammessi().stream().map(Parole::euro).collect(Collectors.joining("; ")));
	}

	private static double numero(BigDecimal importo) {
		return (importo == null) ? 0 : importo.doubleValue();
	}

	private void mostraScelte(Candidatura c, Pacchetto pacchetto, Map<String, Object> dati) {
		List<ServizioFinanziato> scelti = ufficio().candidature().servizi(c.codice());
		c.sitoAvvio().ifPresent((avvio) -> {
			dati.put("sito", avvio.codice());
			dati.put("serviziDaAvviare", codici(scelti, Avvio.DA_AVVIARE));
			dati.put("serviziAvviati", codici(scelti, Avvio.AVVIATA));
		});
		c.scenarioPartenza().ifPresent((s) -> dati.put("scenarioPartenza", s.codice()));
		c.protocollo().ifPresent((p) -> dati.put("protocollo", p.codice()));
		c.adesione().ifPresent((a) -> dati.put("adesione", a.codice()));
		CampiPacchetto.di(pacchetto)
			.forEach((modalita, campo) -> dati.put(campo.nome(),
					nomi(scelti.stream().filter((s) -> s.modalita().equals(modalita)).toList())));
		if (pacchetto == Pacchetto.NOTIFICHE) {
			scelti.stream()
				.filter((s) -> !s.servizio().equals(Composizione.VIOLAZIONI_STRADALI))
				.findFirst()
				.ifPresent((s) -> dati.put(CampiPacchetto.ALTRO_ATTO, s.nome()));
		}
		if (!pacchetto.daCatalogo()) {
			dati.put(CampiPacchetto.GIA_AVVIATI,
					nomi(scelti.stream().filter((s) -> s.avvio() == Avvio.AVVIATA).toList()));
		}
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		Avviso avviso = avviso(c);
		Pacchetto pacchetto = avviso.pacchetto();
		FasciaImporto fascia = ufficio().catalogo().fascia(avviso.codice(), c.popolazione());
		Map<String, String> catalogo = ufficio().catalogo()
			.servizi(pacchetto)
			.stream()
			.collect(Collectors.toMap(Servizio::codice, Servizio::nome));
		List<ServizioFinanziato> servizi = pacchetto.daCatalogo() ? dalCatalogo(modulo, catalogo)
				: nominati(modulo, pacchetto);
		boolean identita = pacchetto == Pacchetto.SPID_CIE;
		Composizione scelta = new Composizione(pacchetto, servizi,
				pacchetto.sito() ? Avvio.leggi(modulo.testo("sito", "Sito internet")) : null,
				identita ? ScenarioPartenza.leggi(modulo.testo("scenarioPartenza", "Scenario di partenza")) : null,
				identita ? Protocollo.leggi(modulo.testo("protocollo", "Protocollo")) : null,
				(pacchetto == Pacchetto.ANSC) ? Adesione.leggi(modulo.testo("adesione", "Modalità di adesione")) : null,
				fascia.nota() ? null : importoLetto(c, modulo));
		componi(c, scelta, catalogo.keySet(), fascia);
		ufficio().candidature().sostituisciServizi(c.codice(), servizi);
	}

	private static List<ServizioFinanziato> dalCatalogo(Modulo modulo, Map<String, String> catalogo) {
		List<ServizioFinanziato> servizi = new ArrayList<>();
		for (String s : modulo.elenco("serviziDaAvviare", "Servizi da avviare")) {
			servizi.add(ServizioFinanziato.scelto(s, catalogo.getOrDefault(s, s), null, Avvio.DA_AVVIARE));
		}
		for (String s : modulo.elenco("serviziAvviati", "Servizi già avviati")) {
			servizi.add(ServizioFinanziato.scelto(s, catalogo.getOrDefault(s, s), null, Avvio.AVVIATA));
		}
		return servizi;
	}

	private static List<ServizioFinanziato> nominati(Modulo modulo, Pacchetto pacchetto) {
		Map<String, String> avviati = new HashMap<>();
		modulo.righe(CampiPacchetto.GIA_AVVIATI, "Già avviati")
			.forEach((nome) -> avviati.put(ServizioFinanziato.codice(nome), nome));
		List<ServizioFinanziato> servizi = new ArrayList<>();
		if (pacchetto == Pacchetto.NOTIFICHE) {
			servizi.add(ServizioFinanziato.scelto(Composizione.VIOLAZIONI_STRADALI, ATTO_OBBLIGATORIO, null,
					avvio(Composizione.VIOLAZIONI_STRADALI, avviati)));
			String altro = modulo.testo(CampiPacchetto.ALTRO_ATTO, "Seconda tipologia di atto", 300);
			String codice = altro.toUpperCase(Locale.ROOT).contains("010101P") ? Composizione.VIOLAZIONI_STRADALI
					: ServizioFinanziato.codice(altro);
			servizi.add(ServizioFinanziato.scelto(codice, altro, null, avvio(codice, avviati)));
		}
		CampiPacchetto.di(pacchetto).forEach((modalita, campo) -> {
			for (String nome : modulo.righe(campo.nome(), campo.etichetta())) {
				String codice = ServizioFinanziato.codice(nome);
				servizi.add(ServizioFinanziato.scelto(codice, nome, modalita.orElse(null), avvio(codice, avviati)));
			}
		});
		List<String> codici = servizi.stream().map(ServizioFinanziato::servizio).toList();
		avviati.forEach((codice, nome) -> {
			if (!codici.contains(codice)) {
				throw Rifiuto.nonValido("«%s» è tra i servizi già avviati, ma non tra quelli del pacchetto: lo scriva "
						+ "allo stesso modo in entrambi gli elenchi.", nome);
			}
		});
		return servizi;
	}

	private static Avvio avvio(String codice, Map<String, String> avviati) {
		return avviati.containsKey(codice) ? Avvio.AVVIATA : Avvio.DA_AVVIARE;
	}

	private static List<String> codici(List<ServizioFinanziato> servizi, Avvio avvio) {
		return servizi.stream().filter((s) -> s.avvio() == avvio).map(ServizioFinanziato::servizio).toList();
	}

	private static String nomi(List<ServizioFinanziato> servizi) {
		return servizi.stream().map(ServizioFinanziato::nome).collect(Collectors.joining("\n"));
	}

}
