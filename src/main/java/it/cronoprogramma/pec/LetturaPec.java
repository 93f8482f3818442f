package it.cronoprogramma.pec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.SharedFileInputStream;

/**
 * Reads a PEC (dominio 6.1, 6.4): the envelope, the message in it and what the gestore
 * certifies, however often it has been wrapped again and however badly it is written. A
 * message of many megabytes stays on the disk: only texts and the daticert are held.
 */
final class LetturaPec {

	private static final Session SESSIONE = Session.getInstance(new Properties());

	private static final int LIVELLI_MASSIMI = 8;

	private static final int PARTI_MASSIME = 300;

	/** Bytes of one text that are read. */
	private static final int TESTO_MASSIMO = 1 << 17;

	/** Characters in which a candidatura is looked for. */
	private static final int TESTI_MASSIMI = 300_000;

	/** Bytes of an opaque signature, which has to be held whole. */
	private static final int OPACO_MASSIMO = 64 << 20;

	private static final int ALLEGATI_MASSIMI = 100;

	private static final String POSTA_CERTIFICATA = "posta-certificata";

	private static final Pattern PREFISSI = Pattern
		.compile("(?i)^\\s*((POSTA CERTIFICATA|ANOMALIA MESSAGGIO|PER CONTO DI|I|R|RE|FW|FWD|INOLTRO)\\s*:\\s*)+");

	private static final Pattern PER_CONTO_DI = Pattern.compile("(?i)per conto di:?\\s*([^\\s<>\"]+@[^\\s<>\"]+)");

	private static final Pattern PROTOCOLLO = Pattern.compile(
			"(?i)\\bprot(?:\\.|ocollo)?\\s*(?:gen(?:\\.|erale)?\\s*)?(?:n(?:\\.|um\\.?|umero|r\\.?|°)?)?\\s*:?\\s*(\\d{1,10}(?:/\\d{2,4})?)\\b");

	private final Predicate<String> noto;

	private final List<Livello> livelli = new ArrayList<>();

	private final Set<String> avvertenze = new LinkedHashSet<>();

	private int parti;

	private LetturaPec(Predicate<String> noto) {
		this.noto = noto;
	}

	/**
	 * Reads a message.
	 * @param file where it lies
	 * @param noto which senders are known: of several envelopes, one in the other, it is
	 * theirs that counts
	 * @return the message, in whatever state
	 * @throws IOException if the file cannot be read
	 */
	static PecLetta leggi(Path file, Predicate<String> noto) throws IOException {
		LetturaPec lettura = new LetturaPec(noto);
		try (SharedFileInputStream contenuto = new SharedFileInputStream(file.toFile())) {
			lettura.messaggio(new MimeMessage(SESSIONE, contenuto), 0);
			return lettura.esito(file);
		}
		catch (MessagingException | RuntimeException ex) {
			return lettura.aForza(file);
		}
	}

	// Going down

	private void messaggio(MimeMessage m, int profondita) {
		if (profondita > LIVELLI_MASSIMI) {
			this.avvertenze.add("Contiene messaggi uno dentro l'altro più di " + LIVELLI_MASSIMI
					+ " volte: i più interni non sono stati letti.");
			return;
		}
		Livello livello = new Livello(m, profondita);
		this.livelli.add(livello);
		parte(m, livello);
	}

	private void parte(Part p, Livello livello) {
		if (++this.parti > PARTI_MASSIME) {
			this.avvertenze.add("Ha più di " + PARTI_MASSIME + " parti: le ultime non sono state lette.");
			return;
		}
		try {
			String tipo = tipo(p);
			String nome = nome(p);
			if (tipo.startsWith("multipart/")) {
				insieme(p, livello);
			}
			else if (nome.equals("daticert.xml") || tipo.endsWith("/xml") && livello.datiCert == null && cert(p)) {
				datiCert(p, livello);
			}
			else if (tipo.equals("message/rfc822") || nome.endsWith(".eml")) {
				dentro(p, livello);
			}
			else if (tipo.endsWith("pkcs7-mime") && livello.ricevuto == p) {
				opaco(p, livello);
			}
			else if (tipo.startsWith("text/") && nome.isEmpty() && !allegato(p)) {
				testo(p, livello, tipo);
			}
			else if (!nome.isEmpty() && !nome.equals("smime.p7s") && livello.allegati.size() < ALLEGATI_MASSIMI) {
				livello.allegati.add(nomeScritto(p));
			}
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			this.avvertenze.add("Una parte del messaggio è malformata: è stata letta per quanto possibile.");
			grezzo(p, livello);
		}
	}

	/** What cannot be taken apart is read as it is written. */
	private static void grezzo(Part p, Livello livello) {
		try {
			String testo = Testo.decodifica(corto(p, 1 << 20), null);
			livello.testi.add(testo);
			Matcher m = DatiCert.RADICE.matcher(testo);
			if (livello.datiCert == null && m.find()) {
				livello.datiCert = DatiCert.leggi(testo.substring(m.start()).getBytes(StandardCharsets.UTF_8));
			}
		}
		catch (MessagingException | IOException | RuntimeException ex) {
			// nothing at all: the warning says so
		}
	}

	private void insieme(Part p, Livello livello) throws MessagingException, IOException {
		Multipart insieme;
		Object contenuto = p.getContent();
		if (contenuto instanceof Multipart letto) {
			insieme = letto;
		}
		else {
			// in base 64, which no multipart may be
			insieme = new MimeMultipart(new ByteArrayDataSource(p.getInputStream(), p.getContentType()));
		}
		for (int i = 0; i < insieme.getCount(); i++) {
			parte(insieme.getBodyPart(i), livello);
		}
	}

	private void dentro(Part p, Livello livello) throws MessagingException, IOException {
		Object contenuto = tipo(p).equals("message/rfc822") ? p.getContent() : null;
		livello.dentro++;
		MimeMessage interno = (contenuto instanceof MimeMessage m) ? m : new MimeMessage(SESSIONE, p.getInputStream());
		if (interno.getHeader("From") == null && interno.getHeader("Subject") == null
				&& interno.getHeader("Content-Type") == null) {
			// sent in base 64, and taken for text by whoever reads it
			byte[] byteLetti = corto(p, OPACO_MASSIMO);
			byte[] decodificati = base64(byteLetti);
			interno = new MimeMessage(SESSIONE, new ByteArrayInputStream(decodificati));
		}
		messaggio(interno, livello.profondita + 1);
	}

	private static byte[] base64(byte[] testo) {
		try {
			return java.util.Base64.getMimeDecoder().decode(testo);
		}
		catch (IllegalArgumentException ex) {
			return testo;
		}
	}

	private void opaco(Part p, Livello livello) throws MessagingException, IOException {
		livello.opaco = true;
		Optional<byte[]> contenuto = ContenutoFirmato.estrai(corto(p, OPACO_MASSIMO));
		if (contenuto.isEmpty()) {
			this.avvertenze.add("È cifrato o chiuso in una firma che non si riesce ad aprire (smime.p7m): "
					+ "lo apra con il programma di posta e trascriva i dati a mano.");
			return;
		}
		livello.aperto = true;
		parte(new MimeBodyPart(new ByteArrayInputStream(contenuto.get())), livello);
	}

	private void datiCert(Part p, Livello livello) throws MessagingException, IOException {
		if (livello.datiCert == null) {
			livello.datiCert = DatiCert.leggi(corto(p, DatiCert.MASSIMO));
		}
	}

	private static boolean cert(Part p) throws MessagingException, IOException {
		return DatiCert.RADICE.matcher(Testo.decodifica(corto(p, DatiCert.MASSIMO), null)).find();
	}

	private void testo(Part p, Livello livello, String tipo) throws MessagingException, IOException {
		String testo = Testo.decodifica(corto(p, TESTO_MASSIMO), parametro(p, "charset"));
		boolean pagina = tipo.equals("text/html");
		livello.testi.add(pagina ? Testo.diPagina(testo) : testo);
		if (!pagina || livello.corpo == null) {
			livello.corpo = livello.testi.get(livello.testi.size() - 1);
		}
	}

	private static byte[] corto(Part p, int massimo) throws MessagingException, IOException {
		try (InputStream contenuto = p.getInputStream()) {
			return contenuto.readNBytes(massimo);
		}
		catch (IOException | MessagingException ex) {
			// an encoding that does not exist, or is broken: as it is written
			if (p instanceof MimeBodyPart parte) {
				try (InputStream grezzo = parte.getRawInputStream()) {
					return grezzo.readNBytes(massimo);
				}
			}
			throw ex;
		}
	}

	private static boolean allegato(Part p) {
		try {
			return Part.ATTACHMENT.equalsIgnoreCase(p.getDisposition());
		}
		catch (MessagingException ex) {
			return false;
		}
	}

	private static String tipo(Part p) throws MessagingException {
		String tipo = p.getContentType();
		try {
			return new ContentType(tipo).getBaseType().toLowerCase(Locale.ROOT);
		}
		catch (ParseException ex) {
			int fine = tipo.indexOf(';');
			return ((fine < 0) ? tipo : tipo.substring(0, fine)).strip().toLowerCase(Locale.ROOT);
		}
	}

	private static String parametro(Part p, String nome) throws MessagingException {
		Matcher m = Pattern.compile("(?i)\\b" + nome + "\\s*=\\s*\"?([^\";\\s]+)").matcher(p.getContentType());
		return m.find() ? m.group(1) : null;
	}

	private static String nome(Part p) {
		String nome = nomeScritto(p);
		return (nome == null) ? "" : nome.toLowerCase(Locale.ROOT);
	}

	private static String nomeScritto(Part p) {
		try {
			String nome = p.getFileName();
			return (nome == null) ? null : Testo.riga(decodificata(nome), 200);
		}
		catch (MessagingException ex) {
			return null;
		}
	}

	private static String decodificata(String intestazione) {
		try {
			return MimeUtility.decodeText(MimeUtility.unfold(intestazione));
		}
		catch (IOException | RuntimeException ex) {
			return intestazione;
		}
	}

	// What it is

	private PecLetta esito(Path file) throws IOException {
		Livello esterno = this.livelli.get(0);
		if (!esterno.sembraPosta()) {
			return aForza(file);
		}
		Livello busta = busta();
		TipoMessaggio tipo = busta.tipo();
		DatiCert cert = busta.datiCert;
		String ricevuta = (tipo == TipoMessaggio.RICEVUTA) ? busta.qualeRicevuta() : null;
		if (tipo == TipoMessaggio.POSTA_CERTIFICATA) {
			if (cert == null) {
				this.avvertenze.add("Manca daticert.xml: il momento della busta è quello dell'intestazione.");
			}
			else if (!cert.integro()) {
				this.avvertenze.add("daticert.xml è malformato: i dati sono stati letti per quanto possibile.");
			}
			if (busta.trasporto == null) {
				this.avvertenze.add("Manca l'intestazione X-Trasporto: non è certo che sia una PEC.");
			}
		}
		if (tipo != TipoMessaggio.RICEVUTA && busta.opaco && !busta.aperto) {
			tipo = TipoMessaggio.ILLEGGIBILE;
		}
		if (busta.profondita > 0) {
			this.avvertenze.add("È arrivata dentro un altro messaggio (inoltrata, per esempio dal protocollo).");
		}
		Instant quando = (cert != null && cert.quando() != null) ? cert.quando()
				: MomentoMail.diIntestazione(busta.intestazione("Date")).orElse(null);
		return new PecLetta(tipo, ricevuta, identificativo(busta), mittente(busta),
				(cert == null) ? List.of() : cert.destinatari(), oggetto(busta), quando,
				MomentoMail.diIntestazione(busta.intestazione("Received")).orElse(null), busta.profondita,
				protocollo(busta), testi(busta), corpo(busta), allegati(busta), List.copyOf(this.avvertenze));
	}

	/**
	 * The envelope that counts: the innermost of a known sender, since the protocollo
	 * sends on what it receives by PEC of its own; else the outermost. A receipt is one,
	 * whatever lies in it.
	 */
	private Livello busta() {
		Livello prima = null;
		for (Livello l : this.livelli) {
			TipoMessaggio tipo = l.tipo();
			if (prima == null && tipo != TipoMessaggio.ORDINARIO) {
				prima = l;
				if (tipo == TipoMessaggio.RICEVUTA) {
					return l;
				}
			}
			else if (prima != null && tipo == TipoMessaggio.POSTA_CERTIFICATA && !this.noto.test(mittente(prima))
					&& this.noto.test(mittente(l))) {
				prima = l;
			}
		}
		return (prima == null) ? this.livelli.get(0) : prima;
	}

	private String identificativo(Livello busta) {
		if (busta.datiCert != null && busta.datiCert.identificativo() != null) {
			return busta.datiCert.identificativo();
		}
		String id = Testo.riga(busta.intestazione("Message-ID"), 250);
		return (id == null || busta.tipo() == TipoMessaggio.ORDINARIO) ? null : id.replaceAll("^<|>$", "");
	}

	private String mittente(Livello busta) {
		if (busta.datiCert != null && busta.datiCert.mittente() != null) {
			return busta.datiCert.mittente();
		}
		String da = busta.intestazione("From");
		Matcher m = PER_CONTO_DI.matcher((da == null) ? "" : da);
		if (m.find()) {
			return DatiCert.indirizzo(m.group(1));
		}
		Livello originale = (busta.tipo() == TipoMessaggio.ORDINARIO) ? busta : sotto(busta).orElse(busta);
		return DatiCert.indirizzo(originale.intestazione("From"));
	}

	/** The message in the envelope. */
	private Optional<Livello> sotto(Livello busta) {
		int dove = this.livelli.indexOf(busta) + 1;
		return (busta.dentro > 0 && dove < this.livelli.size()
				&& this.livelli.get(dove).profondita == busta.profondita + 1) ? Optional.of(this.livelli.get(dove))
						: Optional.empty();
	}

	private String oggetto(Livello busta) {
		String oggetto = null;
		if (busta.datiCert != null) {
			oggetto = busta.datiCert.oggetto();
		}
		if (oggetto == null && busta.tipo() != TipoMessaggio.ORDINARIO) {
			oggetto = sotto(busta).map((l) -> l.intestazione("Subject")).orElse(null);
		}
		if (oggetto == null) {
			oggetto = busta.intestazione("Subject");
		}
		oggetto = Testo.riga(oggetto, 500);
		return (oggetto == null) ? null : Testo.riga(PREFISSI.matcher(oggetto).replaceFirst(""), 500);
	}

	private String protocollo(Livello busta) {
		for (int i = this.livelli.indexOf(busta) - 1; i >= 0; i--) {
			String oggetto = this.livelli.get(i).intestazione("Subject");
			Matcher m = PROTOCOLLO.matcher((oggetto == null) ? "" : oggetto);
			if (m.find()) {
				return m.group(1);
			}
		}
		return null;
	}

	private String testi(Livello busta) {
		StringBuilder testi = new StringBuilder();
		for (Livello l : this.livelli.subList(this.livelli.indexOf(busta), this.livelli.size())) {
			aggiungi(testi, l.intestazione("Subject"));
			if (l.datiCert != null) {
				aggiungi(testi, l.datiCert.oggetto());
			}
			l.testi.forEach((t) -> aggiungi(testi, t));
			l.allegati.forEach((t) -> aggiungi(testi, t));
		}
		return testi.toString();
	}

	private static void aggiungi(StringBuilder testi, String testo) {
		if (testo != null && testi.length() < TESTI_MASSIMI) {
			testi.append(testo, 0, Math.min(testo.length(), TESTI_MASSIMI)).append('\n');
		}
	}

	private String corpo(Livello busta) {
		String corpo = (busta.tipo() == TipoMessaggio.ORDINARIO) ? busta.corpo
				: sotto(busta).map((l) -> l.corpo).orElse(busta.corpo);
		return (corpo == null) ? "" : corpo;
	}

	private List<String> allegati(Livello busta) {
		return this.livelli.subList(this.livelli.indexOf(busta), this.livelli.size())
			.stream()
			.flatMap((l) -> l.allegati.stream())
			.filter((a) -> a != null)
			.limit(ALLEGATI_MASSIMI)
			.toList();
	}

	/**
	 * What is no message that can be taken apart: whatever of a daticert can be seen in
	 * it.
	 */
	private PecLetta aForza(Path file) throws IOException {
		byte[] inizio;
		try (InputStream contenuto = Files.newInputStream(file)) {
			inizio = contenuto.readNBytes(1 << 20);
		}
		String testo = Testo.decodifica(inizio, null);
		Matcher m = DatiCert.RADICE.matcher(testo);
		this.avvertenze.add("Il messaggio è malformato: è conservato com'è arrivato, ma va letto da una persona.");
		DatiCert cert = m.find() ? DatiCert.leggi(testo.substring(m.start()).getBytes(StandardCharsets.UTF_8)) : null;
		return new PecLetta(TipoMessaggio.ILLEGGIBILE, null, (cert == null) ? null : cert.identificativo(),
				(cert == null) ? null : cert.mittente(), (cert == null) ? List.of() : cert.destinatari(),
				(cert == null) ? null : cert.oggetto(), (cert == null) ? null : cert.quando(), null, 0, null, testo, "",
				List.of(), List.copyOf(this.avvertenze));
	}

	/** One message, of those that lie in each other. */
	private static final class Livello {

		private final MimeMessage ricevuto;

		private final int profondita;

		private final String trasporto;

		private final String ricevuta;

		private final List<String> testi = new ArrayList<>();

		private final List<String> allegati = new ArrayList<>();

		private DatiCert datiCert;

		private String corpo;

		private int dentro;

		private boolean opaco;

		private boolean aperto;

		Livello(MimeMessage ricevuto, int profondita) {
			this.ricevuto = ricevuto;
			this.profondita = profondita;
			this.trasporto = parola("X-Trasporto");
			this.ricevuta = parola("X-Ricevuta");
		}

		private String parola(String nome) {
			String valore = Testo.riga(intestazione(nome), 50);
			return (valore == null) ? null : valore.toLowerCase(Locale.ROOT);
		}

		String intestazione(String nome) {
			try {
				String[] valori = this.ricevuto.getHeader(nome);
				return (valori == null || valori.length == 0) ? null : decodificata(valori[0]);
			}
			catch (MessagingException | RuntimeException ex) {
				return null;
			}
		}

		boolean sembraPosta() {
			return intestazione("From") != null || intestazione("Subject") != null || intestazione("Date") != null
					|| intestazione("Received") != null || this.trasporto != null || this.datiCert != null;
		}

		TipoMessaggio tipo() {
			if (this.ricevuta != null) {
				return TipoMessaggio.RICEVUTA;
			}
			if (this.trasporto != null) {
				return this.trasporto.equals(POSTA_CERTIFICATA) ? TipoMessaggio.POSTA_CERTIFICATA
						: TipoMessaggio.ANOMALIA;
			}
			String certificato = (this.datiCert == null) ? null : this.datiCert.tipo();
			if (certificato == null || certificato.isEmpty()) {
				return (this.datiCert == null) ? TipoMessaggio.ORDINARIO : TipoMessaggio.POSTA_CERTIFICATA;
			}
			return certificato.equals(POSTA_CERTIFICATA) ? TipoMessaggio.POSTA_CERTIFICATA : TipoMessaggio.RICEVUTA;
		}

		String qualeRicevuta() {
			return (this.ricevuta != null) ? this.ricevuta : this.datiCert.tipo();
		}

	}

}
