package it.cronoprogramma.processo;

import java.time.Clock;
import java.time.LocalDate;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What every rule needs at hand: the tables, the avvisi, the clock, and who is acting.
 */
@Component
public class Ufficio {

	private static final String SISTEMA = "sistema";

	private final CandidaturaRepository candidature;

	private final ScadenzaRepository scadenze;

	private final EnteRepository enti;

	private final CatalogoAvvisi catalogo;

	private final Clock orologio;

	private final ObjectProvider<IdentityService> identita;

	Ufficio(CandidaturaRepository candidature, ScadenzaRepository scadenze, EnteRepository enti,
			CatalogoAvvisi catalogo, Clock orologio, ObjectProvider<IdentityService> identita) {
		this.candidature = candidature;
		this.scadenze = scadenze;
		this.enti = enti;
		this.catalogo = catalogo;
		this.orologio = orologio;
		this.identita = identita;
	}

	/**
	 * The candidature.
	 * @return the repository
	 */
	public CandidaturaRepository candidature() {
		return this.candidature;
	}

	/**
	 * The terms.
	 * @return the repository
	 */
	public ScadenzaRepository scadenze() {
		return this.scadenze;
	}

	/**
	 * The enti.
	 * @return the repository
	 */
	public EnteRepository enti() {
		return this.enti;
	}

	/**
	 * The avvisi.
	 * @return the catalogue
	 */
	public CatalogoAvvisi catalogo() {
		return this.catalogo;
	}

	/**
	 * Who is acting, and when.
	 * @return the user of the running command, or the system when a timer acts
	 */
	public Autore autore() {
		Authentication utente = this.identita.getObject().getCurrentAuthentication();
		return new Autore((utente == null || utente.getUserId() == null) ? SISTEMA : utente.getUserId(),
				this.orologio.instant());
	}

	/**
	 * Whether the one who acts may see an ente.
	 * @param ente the ente's id
	 * @return {@code true} for his own enti, and always when the system acts
	 */
	public boolean vede(String ente) {
		Authentication utente = this.identita.getObject().getCurrentAuthentication();
		return utente == null || utente.getTenantIds() == null || utente.getTenantIds().contains(ente);
	}

	/**
	 * The day it is.
	 * @return the day in Rome, by the application's clock
	 */
	public LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

}
