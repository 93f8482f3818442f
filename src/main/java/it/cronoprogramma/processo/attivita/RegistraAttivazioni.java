package it.cronoprogramma.processo.attivita;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.modello.Attivita12;
import it.cronoprogramma.processo.moduli.Modulo;
import it.cronoprogramma.rifiuto.Rifiuto;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Records services of the package that are active and conforming, as many at a time as
 * become so together, until all of them are; those that a partial outcome of
 * asseverazione made correct, once more.
 */
class RegistraAttivazioni extends RegolaCandidatura {

	private final String quando;

	private final String prova;

	/**
	 * For one misura.
	 * @param ufficio what every rule needs
	 * @param quando the day a service became active, as the form calls it
	 * @param prova what proves that it is, as the form calls it
	 */
	RegistraAttivazioni(Ufficio ufficio, String quando, String prova) {
		super(ufficio, TipoTermine.COMPLETAMENTO);
		this.quando = quando;
		this.prova = prova;
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		List<ServizioFinanziato> servizi = ufficio().candidature().servizi(c.codice());
		List<ServizioFinanziato> mancanti = servizi.stream().filter((s) -> !s.verificato()).toList();
		List<ServizioFinanziato> registrabili = mancanti.isEmpty() ? servizi : mancanti;
		dati.put("servizi", registrabili.stream().map((s) -> Map.of("value", s.servizio(), "label", nome(s))).toList());
		dati.put("attivi",
				servizi.stream()
					.filter(ServizioFinanziato::verificato)
					.map((s) -> Map.of("servizio", nome(s), "giorno", Parole.giorno(s.online()), "prova", s.url()))
					.toList());
		dati.put("numeroServizi", servizi.size());
		dati.put("numeroMancanti", mancanti.size());
		dati.put("criteriServizio",
				criteri(avviso).stream().map((k) -> Map.of("value", k.codice(), "label", k.nome())).toList());
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		List<ServizioFinanziato> servizi = ufficio().candidature().servizi(c.codice());
		List<Criterio> criteri = criteri(avviso(c));
		List<ServizioFinanziato> mancanti = servizi.stream().filter((s) -> !s.verificato()).toList();
		if (mancanti.isEmpty()
				&& "altro".equals(modulo.testo("rielaborazione", "Che cosa ha richiesto la rielaborazione"))) {
			c.annota("Rielaborazione", "non c'è altro da registrare di nuovo", null, null);
			Attivita12.TUTTI_ATTIVI.scrivi(task.getExecution(), true);
			return;
		}
		List<ServizioFinanziato> attivi = scelti(modulo, mancanti.isEmpty() ? servizi : mancanti);
		Set<String> spuntati = new TreeSet<>(modulo.elenco("criteri", "Che cosa è stato verificato"));
		criteri.stream().filter((k) -> !spuntati.contains(k.codice())).findFirst().ifPresent((k) -> {
			throw Rifiuto.nonValido("Manca la conferma: %s. Senza, il servizio non è ancora conforme.", k.nome());
		});
		attivi = c.attiva(attivi, modulo.giorno("dataAttivazione", this.quando),
				modulo.testo("riferimento", this.prova, 500), criteri, autore);
		for (ServizioFinanziato s : attivi) {
			ufficio().candidature().salvaServizio(c.codice(), s);
			ufficio().evidenze().salvaCriteri(c, s.servizio(), nome(s), spuntati, autore);
		}
		Attivita12.TUTTI_ATTIVI.scrivi(task.getExecution(), attivi.size() == mancanti.size());
	}

	private static List<ServizioFinanziato> scelti(Modulo modulo, List<ServizioFinanziato> registrabili) {
		List<ServizioFinanziato> scelti = new ArrayList<>();
		for (String codice : new TreeSet<>(modulo.elenco("serviziAttivi", "Servizi attivi"))) {
			scelti.add(registrabili.stream()
				.filter((s) -> s.servizio().equals(codice))
				.findFirst()
				.orElseThrow(() -> Rifiuto
					.nonValido("Il servizio «%s» non è tra quelli ancora da attivare di questa candidatura.", codice)));
		}
		return scelti;
	}

	private List<Criterio> criteri(Avviso avviso) {
		return ufficio().catalogo().criteri(avviso.pacchetto(), Criterio.Oggetto.SERVIZIO);
	}

	private static String nome(ServizioFinanziato s) {
		return s.nome() + s.modalita().map((m) -> " (" + m.nome() + ")").orElse("");
	}

}
