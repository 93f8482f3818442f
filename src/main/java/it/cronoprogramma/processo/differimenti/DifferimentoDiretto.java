package it.cronoprogramma.processo.differimenti;

import java.util.List;
import java.util.function.LongFunction;

import it.cronoprogramma.candidatura.AttoDifferimento;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.DifferimentoRepository.Esito;
import it.cronoprogramma.candidatura.DifferimentoRepository.Riga;
import it.cronoprogramma.candidatura.RegoleDifferimento;
import it.cronoprogramma.candidatura.Scadenza;
import it.cronoprogramma.candidatura.StatoAtto;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.processo.Ufficio;
import it.cronoprogramma.rifiuto.Rifiuto;
import it.cronoprogramma.termine.Differimento;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.springframework.stereotype.Component;

/**
 * An act on one term of one candidatura that takes effect at once, without the preview
 * that an act on many has: a day read in the portal, a rimessione in termini.
 */
@Component
public class DifferimentoDiretto {

	private final Ufficio ufficio;

	private final EsecuzioneDifferimento esecuzione;

	DifferimentoDiretto(Ufficio ufficio, EsecuzioneDifferimento esecuzione) {
		this.ufficio = ufficio;
		this.esecuzione = esecuzione;
	}

	/**
	 * Registers and applies an act.
	 * @param c the candidatura
	 * @param s its term
	 * @param effetto what the act does, given its number
	 * @param nota a note, or {@code null}
	 * @param autore who registers it
	 * @param motore the engine, from inside a running process
	 * @return the act's number
	 * @throws Rifiuto if it cannot be applied; nothing is changed
	 */
	public long registra(Candidatura c, Scadenza s, LongFunction<Differimento> effetto, String nota, Autore autore,
			ProcessEngineServices motore) {
		Ente ente = this.ufficio.enti().leggi(c.ente());
		long numero = this.ufficio.differimenti().nuovoNumero();
		Differimento d = effetto.apply(numero);
		RegoleDifferimento.controlla(d, s.termine(), autore);
		AttoDifferimento atto = new AttoDifferimento(numero, s.termine(), d, null, d.atto(), d.dataAtto(), nota,
				c.codice() + ", " + ente.nomeOggi(), ente.id(), StatoAtto.IN_CORSO, autore);
		this.ufficio.differimenti()
			.inserisci(atto, List
				.of(new Riga(c.codice(), ente.nomeOggi(), c.avviso(), Esito.DA_APPLICARE, s.governante(), d.al(), "")));
		try {
			this.esecuzione.applica(atto, c.codice(), autore, motore);
		}
		catch (Rifiuto rifiuto) {
			throw Rifiuto.nonValido("%s (%s): %s", c.codice(), ente.nomeOggi(), rifiuto.getMessage());
		}
		this.ufficio.differimenti().passa(numero, StatoAtto.IN_CORSO, StatoAtto.CONCLUSO, autore);
		return numero;
	}

}
