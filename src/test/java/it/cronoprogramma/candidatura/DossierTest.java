package it.cronoprogramma.candidatura;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import it.cronoprogramma.avviso.Modalita;
import it.cronoprogramma.avviso.Pacchetto;
import it.cronoprogramma.candidatura.Documento.Ritiro;
import it.cronoprogramma.candidatura.Dossier.Voce;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DossierTest {

	private static final Autore CHI = new Autore("operatore", Instant.parse("2023-09-04T08:00:00Z"));

	private final List<Documento> documenti = new ArrayList<>();

	private final List<ContrattoRegistrato> contratti = new ArrayList<>();

	private final List<ServizioFinanziato> servizi = new ArrayList<>();

	private Candidatura c;

	@BeforeEach
	void completa() {
		this.c = new Candidatura();
		this.c.codice = "C000001";
		this.c.cup = new Cup("B91F22000690006");
		this.c.decretoNumero = "Decreto 32";
		this.c.decretoData = LocalDate.of(2022, 8, 31);
		this.c.asseverazioneEsito = Esito.POSITIVO;
		this.c.asseverazioneData = LocalDate.of(2023, 9, 1);
		this.c.sitoVerificato = true;
		this.c.sitoUrl = "https://www.comune.crema.cr.it";
		this.servizi.add(servizio(true));
		this.contratti.add(contratto("k1", "Alfa", TipoAtto.STIPULA_MEPA, "9876543210"));
		this.documenti.add(documento(TipoDocumento.ALLEGATO_5, FormatoDocumento.P7M, null));
		this.documenti.add(documento(TipoDocumento.CRE, FormatoDocumento.PDF, null));
		this.documenti.add(documento(TipoDocumento.CHECKLIST, FormatoDocumento.PDF, null));
		this.documenti.add(documento(TipoDocumento.CONTRATTO, FormatoDocumento.PDF, "k1"));
	}

	@Test
	void conTuttoECompleto() {
		Dossier d = dossier(Pacchetto.ESPERIENZA_CITTADINO);
		assertThat(d.mancanti()).isEmpty();
		assertThat(d.completo()).isTrue();
		assertThat(voce(d, "CUP").dove()).isEqualTo("B91F22000690006");
		assertThat(voce(d, "Decreto").dove()).isEqualTo("Decreto 32 del 31/08/2022");
		assertThat(voce(d, "Sito").dove()).isEqualTo("https://www.comune.crema.cr.it");
		assertThat(voce(d, "Servizi").dove()).contains("https://servizi.example");
		assertThat(voce(d, "CIG").dove()).isEqualTo("9876543210 (Alfa)");
		assertThat(voce(d, "Allegato 5").dove()).isEqualTo("«allegato-5.p7m»");
	}

	@Test
	void diUnaCandidaturaAppenaApertaMancaTutto() {
		Dossier d = Dossier.di(new Candidatura(), Pacchetto.ESPERIENZA_CITTADINO, List.of(), List.of(), List.of());
		assertThat(nomi(d)).containsExactly("Allegato 5 firmato dal legale rappresentante (.p7m)",
				"Certificato di regolare esecuzione (CRE)", "Contratti", "Checklist di conformità", "CUP",
				"Decreto di finanziamento", "Esito positivo dell'asseverazione", "Sito verificato");
	}

	@Test
	void ilCigLaNominaEIlContoInformanoSoltanto() {
		this.contratti.set(0, contratto("k1", "Alfa", TipoAtto.ORDINE_SERVIZIO, null));
		Dossier d = dossier(Pacchetto.ESPERIENZA_CITTADINO);
		for (String nome : List.of("CIG", "Nomina", "Conto")) {
			Voce v = voce(d, nome);
			assertThat(v.presente()).as(nome).isFalse();
			assertThat(v.manca()).as(nome).isFalse();
			assertThat(v.esito()).isEqualTo("non indicato (facoltativo)");
		}
		assertThat(d.completo()).isTrue();
		this.documenti.add(documento(TipoDocumento.NOMINA_RUP, FormatoDocumento.PDF, null));
		this.c.contoTesoreria = "TU-123-456789";
		assertThat(voce(dossier(Pacchetto.ESPERIENZA_CITTADINO), "Nomina").presente()).isTrue();
		assertThat(voce(dossier(Pacchetto.ESPERIENZA_CITTADINO), "Conto").dove()).isEqualTo("TU-123-456789");
	}

	@Test
	void lAllegato5DeveEssereFirmato() {
		this.documenti.set(0, documento(TipoDocumento.ALLEGATO_5, FormatoDocumento.PDF, null));
		Dossier d = dossier(Pacchetto.ESPERIENZA_CITTADINO);
		assertThat(nomi(d)).containsExactly("Allegato 5 firmato dal legale rappresentante (.p7m)");
		assertThat(d.mancanti().get(0).dove()).isEqualTo("«allegato-5.pdf» non è firmato: carichi il file .p7m");
	}

	@Test
	void unDocumentoPerOgniContratto() {
		this.contratti.add(contratto("k2", "Beta", TipoAtto.DETERMINA_AFFIDAMENTO, null));
		assertThat(nomi(dossier(Pacchetto.ESPERIENZA_CITTADINO)))
			.containsExactly("Documento del contratto: Beta, determina di affidamento e impegno del 01/02/2023");
		this.documenti.add(documento(TipoDocumento.PEC, FormatoDocumento.EML, "k2"));
		assertThat(dossier(Pacchetto.ESPERIENZA_CITTADINO).completo()).as("una PEC non basta").isFalse();
		this.documenti.add(documento(TipoDocumento.DETERMINA, FormatoDocumento.PDF, null));
		assertThat(dossier(Pacchetto.ESPERIENZA_CITTADINO).completo()).as("di quale contratto?").isFalse();
		this.documenti.add(documento(TipoDocumento.DETERMINA, FormatoDocumento.PDF, "k2"));
		assertThat(dossier(Pacchetto.ESPERIENZA_CITTADINO).completo()).isTrue();
	}

	@Test
	void unOrdineDiServizioSiProvaConQualsiasiDocumento() {
		this.documenti.set(3, documento(TipoDocumento.ALTRO, FormatoDocumento.PDF, "k1"));
		assertThat(dossier(Pacchetto.ESPERIENZA_CITTADINO).completo()).isFalse();
		for (TipoAtto atto : List.of(TipoAtto.ORDINE_SERVIZIO, TipoAtto.LETTERA_INCARICO)) {
			this.contratti.set(0, contratto("k1", "Personale interno", atto, null));
			assertThat(dossier(Pacchetto.ESPERIENZA_CITTADINO).completo()).as(atto.nome()).isTrue();
		}
	}

	@Test
	void unDocumentoRitiratoNonConta() {
		Documento cre = this.documenti.get(1);
		this.documenti.set(1, new Documento(cre.id(), cre.candidatura(), cre.tipo(), cre.nome(), cre.formato(),
				cre.dimensione(), cre.sha256(), cre.contratto(), cre.caricato(), new Ritiro(CHI, "file sbagliato")));
		assertThat(nomi(dossier(Pacchetto.ESPERIENZA_CITTADINO)))
			.containsExactly("Certificato di regolare esecuzione (CRE)");
	}

	@Test
	void laChecklistSoloDoveCEIlSito() {
		this.documenti.remove(2);
		this.c.sitoVerificato = false;
		assertThat(nomi(dossier(Pacchetto.ESPERIENZA_CITTADINO))).containsExactly("Checklist di conformità",
				"Sito verificato");
		for (Pacchetto altro : Pacchetto.values()) {
			if (altro != Pacchetto.ESPERIENZA_CITTADINO) {
				assertThat(dossier(altro).completo()).as(altro.codice()).isTrue();
			}
		}
	}

	@Test
	void lAsseverazioneDeveEsserePositivaEIServiziVerificati() {
		this.c.asseverazioneEsito = Esito.PARZIALE;
		this.servizi.add(servizio(false));
		Dossier d = dossier(Pacchetto.ESPERIENZA_CITTADINO);
		assertThat(nomi(d)).containsExactly("Esito positivo dell'asseverazione", "Servizi verificati");
		assertThat(d.mancanti().get(0).dove()).isEqualTo("esito parziale del 01/09/2023");
		assertThat(d.mancanti().get(1).dove()).isEqualTo("da verificare: Mensa");
	}

	private Dossier dossier(Pacchetto pacchetto) {
		return Dossier.di(this.c, pacchetto, this.contratti, this.servizi, this.documenti);
	}

	private static List<String> nomi(Dossier d) {
		return d.mancanti().stream().map(Voce::nome).toList();
	}

	private static Voce voce(Dossier d, String inizio) {
		return d.voci().stream().filter((v) -> v.nome().startsWith(inizio)).findFirst().orElseThrow();
	}

	private static ServizioFinanziato servizio(boolean verificato) {
		ServizioFinanziato s = ServizioFinanziato.scelto(verificato ? "imu" : "mensa", verificato ? "IMU" : "Mensa",
				(Modalita) null, Avvio.DA_AVVIARE);
		return verificato ? s.verificato("https://servizi.example", LocalDate.of(2023, 7, 1), true) : s;
	}

	private static ContrattoRegistrato contratto(String id, String fornitore, TipoAtto atto, String cig) {
		return new ContrattoRegistrato(id, new Contratto(new Fornitore("F1", fornitore, null, "gestione1", false),
				atto.soggetto(), atto, null, LocalDate.of(2023, 2, 1), cig, List.of(), false, null));
	}

	private static Documento documento(TipoDocumento tipo, FormatoDocumento formato, String contratto) {
		return new Documento("d", "C000001", tipo, tipo.codice() + "." + formato.estensioni().get(0), formato, 1,
				"0".repeat(64), contratto, CHI, null);
	}

}
