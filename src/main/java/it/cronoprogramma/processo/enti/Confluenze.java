package it.cronoprogramma.processo.enti;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EventoEnte;
import it.cronoprogramma.processo.Ufficio;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.springframework.stereotype.Component;

/**
 * An ente goes into another: with it go those that had gone into it before.
 */
@Component
public class Confluenze {

	private final Ufficio ufficio;

	private final Subentro subentro;

	Confluenze(Ufficio ufficio, Subentro subentro) {
		this.ufficio = ufficio;
		this.subentro = subentro;
	}

	/**
	 * Records a merger and hands over what was the old ente's.
	 * @param evento the merger
	 * @param vecchio the ente that ceases to be
	 * @param nuovo the ente that takes its place
	 * @param autore who registers it
	 * @param motore the engine, from inside a running process
	 */
	public void registra(EventoEnte evento, Ente vecchio, Ente nuovo, Autore autore, ProcessEngineServices motore) {
		List<Ente> prima = new ArrayList<>(this.ufficio.enti().confluitiIn(vecchio.id()));
		prima.add(vecchio);
		prima.sort(Comparator.comparing(Ente::id));
		this.ufficio.enti().registra(evento);
		// all of them before the engine is told: whoever joins an ente joins those that
		// have gone into it
		prima.forEach((ente) -> this.ufficio.enti().salvaConfluenza(ente.confluisceIn(nuovo, evento.giorno())));
		for (Ente ente : prima) {
			this.subentro.esegui(ente, ente.confluisceIn(nuovo, evento.giorno()), nuovo, evento, autore, motore);
		}
	}

}
