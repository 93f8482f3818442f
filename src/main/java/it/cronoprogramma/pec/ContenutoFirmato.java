package it.cronoprogramma.pec;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * What lies inside an opaque signature ({@code smime.p7m}): the content of a CMS
 * SignedData (RFC 5652), which is not encrypted, only packed. No signature is verified,
 * as nowhere here: certificates of gestori expire, and a broken chain must not lose a
 * message (dominio 6.4). Enough of BER is read for that, and nothing more.
 */
final class ContenutoFirmato {

	/** 1.2.840.113549.1.7.2. */
	private static final byte[] FIRMATO = { 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x02 };

	/** 1.2.840.113549.1.7.1. */
	private static final byte[] DATI = { 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x07, 0x01 };

	private static final int SEQUENZA = 0x30;

	private static final int INSIEME = 0x31;

	private static final int INTERO = 0x02;

	private static final int OID = 0x06;

	private static final int CONTESTO_0 = 0xa0;

	private static final int OTTETTI = 0x04;

	private static final int OTTETTI_A_PEZZI = 0x24;

	private static final int ANNIDATI_AL_PIU = 20;

	private final byte[] b;

	private int punto;

	private ContenutoFirmato(byte[] b) {
		this.b = b;
	}

	/**
	 * Takes the content out.
	 * @param cms the signed message, DER or BER
	 * @return the content; empty if it is encrypted, detached or nothing of the kind
	 */
	static Optional<byte[]> estrai(byte[] cms) {
		try {
			return new ContenutoFirmato(cms).contenuto();
		}
		catch (IndexOutOfBoundsException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	private Optional<byte[]> contenuto() {
		entra(SEQUENZA);
		if (!Arrays.equals(FIRMATO, valore(OID))) {
			return Optional.empty();
		}
		entra(CONTESTO_0);
		entra(SEQUENZA);
		valore(INTERO);
		salta(INSIEME);
		entra(SEQUENZA);
		if (!Arrays.equals(DATI, valore(OID)) || this.punto >= this.b.length
				|| (this.b[this.punto] & 0xff) != CONTESTO_0) {
			return Optional.empty();
		}
		entra(CONTESTO_0);
		ByteArrayOutputStream tutto = new ByteArrayOutputStream();
		ottetti(tutto, 0);
		return (tutto.size() == 0) ? Optional.empty() : Optional.of(tutto.toByteArray());
	}

	private void ottetti(ByteArrayOutputStream tutto, int livello) {
		int tipo = this.b[this.punto] & 0xff;
		if (livello > ANNIDATI_AL_PIU) {
			throw new IllegalArgumentException("too deep");
		}
		if (tipo == OTTETTI) {
			byte[] pezzo = valore(OTTETTI);
			tutto.write(pezzo, 0, pezzo.length);
			return;
		}
		int lunghezza = entra(OTTETTI_A_PEZZI);
		int fine = (lunghezza < 0) ? this.b.length : fine(lunghezza);
		while (this.punto < fine && this.b[this.punto] != 0) {
			ottetti(tutto, livello + 1);
		}
		if (lunghezza < 0) {
			// the two zeros that end what has no length of its own
			this.punto += 2;
		}
	}

	private byte[] valore(int tipo) {
		int lunghezza = entra(tipo);
		if (lunghezza < 0) {
			throw new IllegalArgumentException("primitive without length");
		}
		int da = this.punto;
		this.punto = fine(lunghezza);
		return Arrays.copyOfRange(this.b, da, this.punto);
	}

	/** The algorithms of the digest, with the length that DER and BER both give them. */
	private void salta(int tipo) {
		int lunghezza = entra(tipo);
		if (lunghezza >= 0) {
			this.punto = fine(lunghezza);
			return;
		}
		for (int aperti = 1; aperti > 0;) {
			int questo = this.b[this.punto] & 0xff;
			int dentro = entra(questo);
			if (questo == 0 && dentro == 0) {
				aperti--;
			}
			else if (dentro < 0) {
				aperti++;
			}
			else {
				this.punto = fine(dentro);
			}
		}
	}

	private int fine(int lunghezza) {
		long fine = (long) this.punto + lunghezza;
		if (fine > this.b.length) {
			throw new IllegalArgumentException("cut short");
		}
		return (int) fine;
	}

	/**
	 * Goes past a tag and its length.
	 * @return the length, {@code -1} where it is not told
	 */
	private int entra(int tipo) {
		if ((this.b[this.punto] & 0xff) != tipo) {
			throw new IllegalArgumentException("not what is expected here");
		}
		int prima = this.b[this.punto + 1] & 0xff;
		this.punto += 2;
		if (prima < 0x80) {
			return prima;
		}
		if (prima == 0x80) {
			return -1;
		}
		int quanti = prima - 0x80;
		long lunghezza = 0;
		for (int i = 0; i < quanti; i++) {
			lunghezza = lunghezza << 8 | this.b[this.punto++] & 0xff;
			if (lunghezza > Integer.MAX_VALUE) {
				throw new IllegalArgumentException("too long");
			}
		}
		return (int) lunghezza;
	}

}
