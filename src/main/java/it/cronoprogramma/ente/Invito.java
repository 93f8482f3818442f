package it.cronoprogramma.ente;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A link to set a password. What stands in the link is nowhere but in the mail.
 *
 * @param id the id of its row
 * @param utente whose password it sets
 * @param motivo why it was asked for
 * @param chiesto when
 * @param chiestoDa by whom, or {@code null} for whoever has forgotten his own
 * @param inviato when the mail left, or {@code null}
 * @param scade until when it can be used, or {@code null} while it has not left
 * @param usato when it was used, or {@code null}
 * @param annullato since when it leads nowhere, or {@code null}
 */
public record Invito(String id, String utente, Motivo motivo, Instant chiesto, String chiestoDa, Instant inviato,
		Instant scade, Instant usato, Instant annullato) {

	private static final int BYTE_CASUALI = 32;

	private static final SecureRandom CASO = new SecureRandom();

	/** Why a link is sent. */
	public enum Motivo {

		/** The user is new. */
		NUOVO,

		/** Somebody who manages him sent it again. */
		RIMANDATO,

		/** He says that he has forgotten his password. */
		DIMENTICATA

	}

	/**
	 * What stands in a new link.
	 * @return 256 random bits, as text that an address can hold
	 */
	public static String segreto() {
		byte[] caso = new byte[BYTE_CASUALI];
		CASO.nextBytes(caso);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(caso);
	}

	/**
	 * What is kept of a link. No salt and no slow function: nobody guesses 256 random
	 * bits.
	 * @param segreto what stands in the link, whatever somebody has written there
	 * @return SHA-256, hexadecimal
	 */
	public static String impronta(String segreto) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(segreto.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether it can be used.
	 * @param adesso the moment
	 * @return {@code true} once it has left, until it expires, is used or is replaced
	 */
	public boolean valido(Instant adesso) {
		return this.inviato != null && this.usato == null && this.annullato == null && adesso.isBefore(this.scade);
	}

}
