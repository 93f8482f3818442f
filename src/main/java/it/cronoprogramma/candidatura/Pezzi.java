package it.cronoprogramma.candidatura;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * Content that goes into a table and comes out of it in pieces, so that it is never whole
 * in memory: documents, and the messages of PEC.
 */
public final class Pezzi {

	/** Bytes of a piece: H2 holds a MiB at most in a column, and half a piece is lost. */
	static final int PARTE = 256 * 1024;

	private Pezzi() {
	}

	/**
	 * Takes content apart.
	 * @param contenuto the content, read to its end
	 * @param scrittura what writes a piece
	 * @return what was really written, not what was announced
	 * @throws IOException if the content cannot be read
	 */
	public static Impronta scrivi(InputStream contenuto, Scrittura scrittura) throws IOException {
		MessageDigest impronta = sha256();
		long dimensione = 0;
		byte[] parte = new byte[PARTE];
		int posto = 0;
		int letti = contenuto.readNBytes(parte, 0, PARTE);
		while (letti > 0) {
			impronta.update(parte, 0, letti);
			scrittura.scrivi(posto, (letti == PARTE) ? parte : Arrays.copyOf(parte, letti));
			dimensione += letti;
			posto++;
			letti = contenuto.readNBytes(parte, 0, PARTE);
		}
		return new Impronta(dimensione, HexFormat.of().formatHex(impronta.digest()));
	}

	/**
	 * Puts content together, piece by piece while it is asked for: nothing stays open on
	 * the database meanwhile.
	 * @param lettura what reads the piece of a place, empty behind the last
	 * @return the content, to be closed
	 */
	public static InputStream leggi(IntFunction<Optional<byte[]>> lettura) {
		return new Parti(lettura);
	}

	private static MessageDigest sha256() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/** What writes a piece. */
	@FunctionalInterface
	public interface Scrittura {

		/**
		 * Writes one piece.
		 * @param posto its place, from 0
		 * @param parte its bytes, which may be overwritten afterwards
		 */
		void scrivi(int posto, byte[] parte);

	}

	/**
	 * What tells content from any other.
	 *
	 * @param dimensione bytes
	 * @param sha256 lower case hexadecimal
	 */
	public record Impronta(long dimensione, String sha256) {
	}

	/** One piece in memory at a time. */
	private static final class Parti extends InputStream {

		private final IntFunction<Optional<byte[]>> lettura;

		private byte[] parte = new byte[0];

		private int punto;

		private int posto;

		Parti(IntFunction<Optional<byte[]>> lettura) {
			this.lettura = lettura;
		}

		@Override
		public int read() {
			return avanti() ? this.parte[this.punto++] & 0xff : -1;
		}

		@Override
		public int read(byte[] b, int da, int quanti) {
			if (quanti == 0) {
				return 0;
			}
			if (!avanti()) {
				return -1;
			}
			int letti = Math.min(quanti, this.parte.length - this.punto);
			System.arraycopy(this.parte, this.punto, b, da, letti);
			this.punto += letti;
			return letti;
		}

		private boolean avanti() {
			if (this.parte != null && this.punto == this.parte.length) {
				this.parte = this.lettura.apply(this.posto++).orElse(null);
				this.punto = 0;
			}
			return this.parte != null;
		}

	}

}
