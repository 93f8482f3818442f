package it.cronoprogramma.calendario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Folds lines at 75 octets, never inside a character (RFC 5545, 3.1). The library counts
 * characters, of which one may take four octets, and cuts those in two that are two of
 * Java's.
 */
final class RighePiegate extends OutputStream {

	private static final int OTTETTI = 75;

	private final OutputStream fuori;

	private final ByteArrayOutputStream carattere = new ByteArrayOutputStream(4);

	private int lunghezza;

	RighePiegate(OutputStream fuori) {
		this.fuori = fuori;
	}

	@Override
	public void write(int ottetto) throws IOException {
		if ((ottetto & 0xC0) != 0x80) {
			scarica();
		}
		this.carattere.write(ottetto);
	}

	@Override
	public void flush() throws IOException {
		scarica();
		this.fuori.flush();
	}

	@Override
	public void close() throws IOException {
		flush();
		this.fuori.close();
	}

	private void scarica() throws IOException {
		if (this.carattere.size() == 0) {
			return;
		}
		byte[] intero = this.carattere.toByteArray();
		this.carattere.reset();
		if (intero[0] == '\r' || intero[0] == '\n') {
			this.lunghezza = 0;
		}
		else {
			if (this.lunghezza + intero.length > OTTETTI) {
				this.fuori.write(new byte[] { '\r', '\n', ' ' });
				this.lunghezza = 1;
			}
			this.lunghezza += intero.length;
		}
		this.fuori.write(intero);
	}

}
