package it.cronoprogramma.processo.importazione;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import it.cronoprogramma.avviso.Avviso;
import it.cronoprogramma.candidatura.Autore;
import it.cronoprogramma.candidatura.Candidatura;
import it.cronoprogramma.candidatura.Cup;
import it.cronoprogramma.candidatura.FattiPubblicati;
import it.cronoprogramma.candidatura.Stato;
import it.cronoprogramma.candidatura.TitoliAvvisiRepository;
import it.cronoprogramma.candidatura.TitoloAvviso;
import it.cronoprogramma.ente.Ente;
import it.cronoprogramma.opendata.Divergenza;
import it.cronoprogramma.opendata.Importazione.Conti;
import it.cronoprogramma.opendata.Pubblicata;
import it.cronoprogramma.opendata.PubblicataRepository;
import it.cronoprogramma.opendata.RigaPubblicata;
import it.cronoprogramma.opendata.StatoPubblicato;
import it.cronoprogramma.processo.Ufficio;

import org.camunda.bpm.engine.ProcessEngineServices;
import org.springframework.stereotype.Component;

/**
 * Follows published rows. What is not known yet is recorded; of what is known and nobody
 * here has acted upon, the last file is right; where somebody has, a task asks him.
 */
@Component
class GruppoDiRighe {

	private static final int CODICE_MASSIMO = 52;

	private final Ufficio ufficio;

	private final TitoliAvvisiRepository titoli;

	private final PubblicataRepository pubblicate;

	private final SeguitoNelMotore seguito;

	GruppoDiRighe(Ufficio ufficio, TitoliAvvisiRepository titoli, PubblicataRepository pubblicate,
			SeguitoNelMotore seguito) {
		this.ufficio = ufficio;
		this.titoli = titoli;
		this.pubblicate = pubblicate;
		this.seguito = seguito;
	}

	/**
	 * Follows some rows, all of them or, when something unforeseen happens, none.
	 * @param righe the rows, of which none tells of the same candidatura as another
	 * @param importazione the import they come from
	 * @param autore for whom, and when
	 * @param motore the engine, from inside the import's process
	 * @return what became of them
	 */
	Conti segui(List<RigaPubblicata> righe, String importazione, Autore autore, ProcessEngineServices motore) {
		Gruppo gruppo = new Gruppo(righe, importazione, autore, motore);
		righe.forEach(gruppo::segui);
		return gruppo.chiudi();
	}

	/** The rows of one transaction, with what had to be read for them. */
	private final class Gruppo {

		private final String importazione;

		private final Autore autore;

		private final ProcessEngineServices motore;

		private final Map<String, String> avvisi = new HashMap<>();

		private final Map<String, Avviso> completi;

		private final FascePerImporto fasce;

		private final Map<String, Ente> perIpa;

		private final List<Ente> conIstat;

		private final Map<String, Pubblicata> perChiave = new HashMap<>();

		private final Map<String, Pubblicata> perInvio = new HashMap<>();

		private final Map<String, Candidatura> note;

		private final List<Candidatura> nonPubblicate;

		private final Map<String, Ente> enteDi = new HashMap<>();

		private final List<Candidatura> nuove = new ArrayList<>();

		private final List<Candidatura> daAvviare = new ArrayList<>();

		private final List<Pubblicata> nuovePubblicate = new ArrayList<>();

		private final List<Pubblicata> cambiate = new ArrayList<>();

		private int aggiornate;

		private int invariate;

		private int daConfermare;

		Gruppo(List<RigaPubblicata> righe, String importazione, Autore autore, ProcessEngineServices motore) {
			this.importazione = importazione;
			this.autore = autore;
			this.motore = motore;
			this.completi = GruppoDiRighe.this.ufficio.catalogo()
				.tutti()
				.stream()
				.collect(Collectors.toMap(Avviso::codice, (a) -> a));
			this.fasce = new FascePerImporto(GruppoDiRighe.this.ufficio.catalogo());
			GruppoDiRighe.this.titoli.tutti().values().forEach((t) -> this.avvisi.put(chiave(t.titolo()), t.codice()));
			righe.forEach((r) -> this.avvisi.computeIfAbsent(chiave(r.avviso()), (k) -> nuovoAvviso(r)));
			this.perIpa = GruppoDiRighe.this.ufficio.enti()
				.perIpa(righe.stream().map(RigaPubblicata::chiaveIpa).collect(Collectors.toSet()));
			this.conIstat = new ArrayList<>(GruppoDiRighe.this.ufficio.enti().comuniConIstat(istatIgnoti(righe)));
			GruppoDiRighe.this.pubblicate
				.trova(righe.stream().map((r) -> r.chiave(avviso(r))).toList(),
						righe.stream().map((r) -> r.chiaveInvio(avviso(r))).toList())
				.forEach((p) -> {
					this.perChiave.put(p.chiave(), p);
					this.perInvio.put(p.chiaveInvio(), p);
				});
			this.note = daLeggere(righe);
			Set<String> enti = this.perIpa.values().stream().map(Ente::id).collect(Collectors.toSet());
			this.nonPubblicate = GruppoDiRighe.this.ufficio.candidature().nonPubblicate(enti);
		}

		/** Of a comune whose code is not known; most have one that is. */
		private Set<String> istatIgnoti(List<RigaPubblicata> righe) {
			return righe.stream()
				.filter((r) -> !this.perIpa.containsKey(r.chiaveIpa()) && comune(r))
				.map(RigaPubblicata::codiceIstat)
				.collect(Collectors.toSet());
		}

		/** Only those of which something new is told. */
		private Map<String, Candidatura> daLeggere(List<RigaPubblicata> righe) {
			return GruppoDiRighe.this.ufficio.candidature()
				.leggi(righe.stream()
					.map((r) -> nota(r).filter((p) -> !p.uguale(r) || daRiprendere(r)).map(Pubblicata::candidatura))
					.flatMap(Optional::stream)
					.collect(Collectors.toSet()));
		}

		/**
		 * Financed, of an avviso that our tables now have: perhaps it was not followed.
		 */
		private boolean daRiprendere(RigaPubblicata r) {
			return r.stato() == StatoPubblicato.A && this.completi.containsKey(avviso(r));
		}

		private String avviso(RigaPubblicata r) {
			return this.avvisi.get(chiave(r.avviso()));
		}

		private Optional<Pubblicata> nota(RigaPubblicata r) {
			Pubblicata p = this.perChiave.get(r.chiave(avviso(r)));
			return Optional.ofNullable((p != null) ? p : this.perInvio.get(r.chiaveInvio(avviso(r))));
		}

		private String nuovoAvviso(RigaPubblicata r) {
			String parole = Normalizer.normalize(r.avviso().replaceFirst("^[0-9.]+", ""), Normalizer.Form.NFD)
				.replaceAll("\\p{M}", "")
				.toLowerCase(Locale.ROOT)
				.replaceAll("[^a-z0-9]+", "-")
				.replaceAll("^-|-$", "");
			String codice = r.misura() + "-" + parole;
			if (codice.length() > CODICE_MASSIMO) {
				// two long titles may begin alike
				codice = codice.substring(0, CODICE_MASSIMO - 6) + "-"
						+ Integer.toHexString(chiave(r.avviso()).hashCode() & 0xFFFFF);
			}
			GruppoDiRighe.this.titoli.inserisci(new TitoloAvviso(codice, r.avviso(), r.misura(), false),
					this.autore.quando());
			return codice;
		}

		void segui(RigaPubblicata r) {
			Optional<Pubblicata> nota = nota(r);
			if (nota.isPresent()) {
				giaPubblicata(r, nota.get());
				return;
			}
			Ente ente = ente(r, null);
			Optional<Candidatura> nostra = nostra(r, ente);
			if (nostra.isPresent()) {
				this.nuovePubblicate.add(Pubblicata.di(nostra.get().codice(), avviso(r), r, Pubblicata.TOCCATA));
				this.nonPubblicate.remove(nostra.get());
				this.aggiornate++;
				chiedi(nostra.get(), r, ente);
			}
			else {
				nuova(r, ente);
			}
		}

		/** The one that was opened here for the same money. */
		private Optional<Candidatura> nostra(RigaPubblicata r, Ente ente) {
			List<Candidatura> possibili = this.nonPubblicate.stream()
				.filter((c) -> c.ente().equals(ente.id()) && c.avviso().equals(avviso(r)))
				.toList();
			return possibili.stream()
				.filter((c) -> c.cup().map(Cup::codice).filter(r.cup()::equals).isPresent())
				.findFirst()
				.or(() -> possibili.stream().filter(Candidatura::viva).findFirst());
		}

		private void nuova(RigaPubblicata r, Ente ente) {
			String avviso = avviso(r);
			boolean completo = this.completi.containsKey(avviso);
			boolean seguita = completo && r.stato() == StatoPubblicato.A;
			FascePerImporto.Presunta fascia = completo ? this.fasce.di(avviso, ente.popolazione(), r.importo()) : null;
			Candidatura c = Candidatura.pubblicata(GruppoDiRighe.this.ufficio.candidature().nuovoCodice(), ente.id(),
					avviso, fatti(r), (fascia == null) ? ente.popolazione() : fascia.abitanti(),
					(fascia == null) ? null : fascia.fascia().fascia(), seguita, this.autore);
			if (r.stato() == StatoPubblicato.E) {
				c.pubblicataErogazione(r.statoDal());
			}
			else if (r.stato() == StatoPubblicato.R) {
				c.pubblicataRinuncia(r.statoDal());
			}
			this.nuove.add(c);
			this.nuovePubblicate.add(Pubblicata.di(c.codice(), avviso, r, c.versione()));
			if (seguita) {
				this.enteDi.put(c.codice(), ente);
				this.daAvviare.add(c);
			}
		}

		private void giaPubblicata(RigaPubblicata r, Pubblicata p) {
			Candidatura c = this.note.get(p.candidatura());
			boolean ripresa = c != null && !c.seguita() && daRiprendere(r) && c.fase() == Stato.FINANZIATA;
			if (p.uguale(r) && !ripresa) {
				this.invariate++;
				return;
			}
			this.aggiornate++;
			Ente ente = ente(r, c.ente());
			boolean intatta = p.versione() == c.versione();
			if (!ente.id().equals(c.ente())) {
				passaA(c, ente, r);
			}
			if (!c.seguita()) {
				riporta(c, r, ente);
			}
			else if (intatta) {
				prosegui(c, r, p);
			}
			else {
				chiedi(c, r, ente);
			}
			this.cambiate.add(Pubblicata.di(c.codice(), avviso(r), r,
					(intatta || !c.seguita()) ? c.versione() : Pubblicata.TOCCATA));
		}

		/** Nobody follows it: the last file is right. */
		private void riporta(Candidatura c, RigaPubblicata r, Ente ente) {
			c.correggi(fatti(r));
			boolean altroGiorno = switch (r.stato()) {
				case A -> false;
				case E -> !c.erogata().filter(r.statoDal()::equals).isPresent();
				case R -> c.fase() != Stato.RINUNCIATA || !c.conclusa().filter(r.statoDal()::equals).isPresent();
			};
			boolean avvia = r.stato() == StatoPubblicato.A && this.completi.containsKey(avviso(r));
			if (r.stato() == StatoPubblicato.A) {
				c.pubblicatoFinanziamento(avvia);
			}
			else if (altroGiorno) {
				if (c.fase() != Stato.FINANZIATA) {
					c.pubblicatoFinanziamento(false);
				}
				if (r.stato() == StatoPubblicato.E) {
					c.pubblicataErogazione(r.statoDal());
				}
				else {
					c.pubblicataRinuncia(r.statoDal());
				}
			}
			if (avvia) {
				FascePerImporto.Presunta fascia = this.fasce.di(avviso(r), ente.popolazione(), r.importo());
				c.inFascia(fascia.abitanti(), fascia.fascia().fascia());
				this.enteDi.put(c.codice(), ente);
				this.daAvviare.add(c);
			}
			salva(c);
		}

		/**
		 * Its process runs, and nobody has done anything in it: it goes on as published.
		 */
		private void prosegui(Candidatura c, RigaPubblicata r, Pubblicata p) {
			boolean altroGiorno = c.correggi(fatti(r));
			switch (r.stato()) {
				case A -> {
					if (p.stato() != StatoPubblicato.A) {
						salva(c);
						chiedi(c, r, null);
						return;
					}
					salva(c);
					if (altroGiorno) {
						GruppoDiRighe.this.seguito.ricalcola(this.motore, c, this.autore);
					}
				}
				case E -> {
					if (c.erogata().isEmpty() && !c.fase().finita()) {
						c.pubblicataErogazione(r.statoDal());
					}
					salva(c);
					GruppoDiRighe.this.seguito.mantieni(this.motore, c, null);
				}
				case R -> {
					if (!c.fase().finita()) {
						c.pubblicataRinuncia(r.statoDal());
					}
					salva(c);
					GruppoDiRighe.this.seguito.concludi(this.motore, c);
				}
			}
		}

		private void passaA(Candidatura c, Ente nuovo, RigaPubblicata r) {
			Ente vecchio = GruppoDiRighe.this.ufficio.enti().leggi(c.ente());
			if (nuovo.id().equals(vecchio.titolare())) {
				return;
			}
			if (!c.seguita()) {
				c.passaA(nuovo.id(), vecchio.nomeOggi(), nuovo.nomeOggi());
				return;
			}
			// its process cannot change tenant: the whole ente has gone into the other
			GruppoDiRighe.this.seguito.confluisce(this.motore, vecchio, nuovo, r.statoDal(), this.autore);
		}

		private void chiedi(Candidatura c, RigaPubblicata r, Ente ente) {
			Divergenza.tra(c, r).ifPresent((d) -> {
				if (GruppoDiRighe.this.seguito.chiedi(this.motore, c, d, r)) {
					this.daConfermare++;
				}
			});
		}

		private void salva(Candidatura c) {
			GruppoDiRighe.this.ufficio.candidature().salva(c, this.autore);
		}

		/**
		 * Who it is: by its code, else a comune by its ISTAT code and name, which has a
		 * new one.
		 */
		private Ente ente(RigaPubblicata r, String finora) {
			Ente noto = this.perIpa.get(r.chiaveIpa());
			if (noto != null) {
				return noto;
			}
			Optional<Ente> stesso = comune(r) ? this.conIstat.stream()
				.filter((e) -> e.codiceIstat().equals(r.codiceIstat()) && e.siChiama(r.ente()))
				.findFirst() : Optional.empty();
			stesso.ifPresent((e) -> GruppoDiRighe.this.ufficio.enti().cambiaIpa(e.id(), r.codiceIpa()));
			Ente ente = stesso.orElseGet(() -> nuovo(r, finora));
			this.perIpa.put(r.chiaveIpa(), ente);
			return ente;
		}

		/** Followed by whoever followed the one it takes the place of. */
		private Ente nuovo(RigaPubblicata r, String alPostoDi) {
			String gestione = (alPostoDi == null) ? null
					: GruppoDiRighe.this.ufficio.enti().leggi(alPostoDi).gestione();
			Ente ente = new Ente(GruppoDiRighe.this.ufficio.enti().nuovoId(), r.ente(), r.codiceIpa(), r.codiceIstat(),
					0, gestione);
			GruppoDiRighe.this.ufficio.enti()
				.inserisciPubblicato(ente, r.tipologia(), r.provincia(), r.codProvincia(), r.regione());
			GruppoDiRighe.this.seguito.presenta(ente);
			if (comune(r)) {
				this.conIstat.add(ente);
			}
			return ente;
		}

		Conti chiudi() {
			GruppoDiRighe.this.ufficio.candidature().inserisciPubblicate(this.nuove, this.autore);
			GruppoDiRighe.this.pubblicate.inserisci(this.nuovePubblicate, this.importazione);
			GruppoDiRighe.this.pubblicate.aggiorna(this.cambiate, this.importazione);
			this.daAvviare.forEach((c) -> GruppoDiRighe.this.seguito.avvia(this.motore, c,
					this.completi.get(c.avviso()), this.enteDi.get(c.codice())));
			return new Conti(this.nuove.size(), this.aggiornate, this.invariate, 0, 0, this.daConfermare);
		}

	}

	private static FattiPubblicati fatti(RigaPubblicata r) {
		return new FattiPubblicati(r.inviata(), new Cup(r.cup()), r.decreto(), r.finanziata(), r.importo());
	}

	private static boolean comune(RigaPubblicata r) {
		return r.tipologia().startsWith("Comun") && r.codiceIstat() != null && !Objects.equals(r.codiceIstat(), "N/D");
	}

	/** Titles differ in blanks, quotes and capitals from one file to the next. */
	private static String chiave(String titolo) {
		return titolo.toLowerCase(Locale.ROOT).replaceAll("[\\s'\"’‘]+", "");
	}

}
