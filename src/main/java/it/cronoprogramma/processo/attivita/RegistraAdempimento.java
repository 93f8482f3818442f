package it.cronoprogramma.processo.attivita;

import java.util.Map;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.avviso.Criterio;
import it.cronoprogramma.candidatura.Adempimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Parole;
import it.cronoprogramma.candidatura.ServizioFinanziato;
import it.cronoprogramma.candidatura.TipoAdempimento;
import it.cronoprogramma.candidatura.TipoTermine;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.processo.fasi.RegolaCandidatura;
import it.cronoprogramma.processo.moduli.Modulo;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Records one step that is done once for the whole candidatura: when, and what proves it.
 */
class RegistraAdempimento extends RegolaCandidatura {

	private final TipoAdempimento tipo;

	private final String quando;

	private final String prova;

	/**
	 * For one step.
	 * @param ufficio what every rule needs
	 * @param termine the term that runs meanwhile
	 * @param tipo the step
	 * @param quando the day it was done, as the form calls it
	 * @param prova what proves that it was done, as the form calls it
	 */
	RegistraAdempimento(Ufficio ufficio, TipoTermine termine, TipoAdempimento tipo, String quando, String prova) {
		super(ufficio, termine);
		this.tipo = tipo;
		this.quando = quando;
		this.prova = prova;
	}

	@Override
	protected void mostra(DelegateTask task, Candidatura c, Avviso avviso, Map<String, Object> dati) {
		dati.put("criteriTesto",
				ufficio().catalogo()
					.criteri(avviso.pacchetto(), Criterio.Oggetto.PROGETTO)
					.stream()
					.map((k) -> "- " + k.nome())
					.collect(Collectors.joining("\n")));
		dati.put("serviziTesto",
				ufficio().candidature()
					.servizi(c.codice())
					.stream()
					.map(ServizioFinanziato::nome)
					.map((nome) -> "- " + nome)
					.collect(Collectors.joining("\n")));
		dati.put("adesioneTesto", c.adesione().map((a) -> a.nome()).orElse(""));
		ufficio().candidature()
			.adempimenti(c.codice())
			.stream()
			.filter((a) -> a.tipo() == this.tipo)
			.findFirst()
			.ifPresent((a) -> mostra(a, dati));
	}

	private static void mostra(Adempimento a, Map<String, Object> dati) {
		dati.put("giaFatto", a.riferimento() + ", " + Parole.giorno(a.giorno()));
		dati.put("riferimento", a.riferimento());
		dati.put("nota", (a.nota() == null) ? "" : a.nota());
		if (a.tipo() != TipoAdempimento.METADATI && a.tipo() != TipoAdempimento.CIE) {
			// these are done again because the first time was in vain
			dati.put("giorno", a.giorno().toString());
		}
	}

	@Override
	protected void completa(DelegateTask task, Candidatura c, Modulo modulo, Autore autore) {
		registra(c, modulo, autore);
	}

	/**
	 * Records the step.
	 * @param c the candidatura
	 * @param modulo the form as filled in
	 * @param autore who completes the task
	 */
	final void registra(Candidatura c, Modulo modulo, Autore autore) {
		Adempimento adempimento = new Adempimento(this.tipo, modulo.giorno("giorno", this.quando),
				modulo.testo("riferimento", this.prova, 500), modulo.testoONullo("nota", "Nota", 2000));
		c.registra(adempimento, autore);
		ufficio().candidature().salvaAdempimento(c.codice(), adempimento, autore);
	}

}
