package it.cronoprogramma.processo;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import it.cronoprogramma.avviso.CatalogoAvvisi;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.CandidaturaRepository;
import it.cronoprogramma.candidatura.DifferimentoRepository;
import it.cronoprogramma.candidatura.DocumentoRepository;
import it.cronoprogramma.candidatura.EvidenzaRepository;
import it.cronoprogramma.candidatura.RegoleDifferimento;
import it.cronoprogramma.candidatura.ScadenzaRepository;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.ente.EnteRepository;
import it.cronoprogramma.pec.NotificaRicevutaRepository;
import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
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

	private final EvidenzaRepository evidenze;

	private final ScadenzaRepository scadenze;

	private final DocumentoRepository documenti;

	private final DifferimentoRepository differimenti;

	private final RegoleDifferimento regole;

	private final NotificaRicevutaRepository notifiche;

	private final EnteRepository enti;

	private final CatalogoAvvisi catalogo;

	private final Clock orologio;

	private final ObjectProvider<IdentityService> identita;

	Ufficio(CandidaturaRepository candidature, EvidenzaRepository evidenze, ScadenzaRepository scadenze,
			DocumentoRepository documenti, DifferimentoRepository differimenti, RegoleDifferimento regole,
			NotificaRicevutaRepository notifiche, EnteRepository enti, CatalogoAvvisi catalogo, Clock orologio,
			ObjectProvider<IdentityService> identita) {
		this.candidature = candidature;
		this.evidenze = evidenze;
		this.scadenze = scadenze;
		this.documenti = documenti;
		this.differimenti = differimenti;
		this.regole = regole;
		this.notifiche = notifiche;
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
	 * What was found of the criteria of conformity.
	 * @return the repository
	 */
	public EvidenzaRepository evidenze() {
		return this.evidenze;
	}

	/**
	 * The terms.
	 * @return the repository
	 */
	public ScadenzaRepository scadenze() {
		return this.scadenze;
	}

	/**
	 * The documents.
	 * @return the repository
	 */
	public DocumentoRepository documenti() {
		return this.documenti;
	}

	/**
	 * The acts that change terms.
	 * @return the repository
	 */
	public DifferimentoRepository differimenti() {
		return this.differimenti;
	}

	/**
	 * Which act may change which term.
	 * @return the rules
	 */
	public RegoleDifferimento regole() {
		return this.regole;
	}

	/**
	 * The PEC that came.
	 * @return the repository
	 */
	public NotificaRicevutaRepository notifiche() {
		return this.notifiche;
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
	 * Whether the one who acts runs the installation: every ente is his.
	 * @return {@code true} for an amministratore
	 */
	public boolean amministra() {
		Authentication utente = this.identita.getObject().getCurrentAuthentication();
		return utente != null && utente.getGroupIds() != null && utente.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
	}

	/**
	 * The enti that the one who acts may see.
	 * @return the enti, by name
	 */
	public List<Ente> entiVisibili() {
		Authentication utente = this.identita.getObject().getCurrentAuthentication();
		return (utente == null || utente.getTenantIds() == null) ? this.enti.tutti()
				: this.enti.leggi(utente.getTenantIds());
	}

	/**
	 * The day it is.
	 * @return the day in Rome, by the application's clock
	 */
	public LocalDate oggi() {
		return Roma.giorno(this.orologio.instant());
	}

}
