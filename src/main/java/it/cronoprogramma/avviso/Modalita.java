package it.cronoprogramma.avviso;

import java.util.List;
import java.util.Optional;

/**
 * How a service is delivered, where the avviso tells kinds of services apart.
 */
public enum Modalita {

	/** 1.2: rehost without changes to the application (seed 000, "Cloud - modalità"). */
	TRASFERIMENTO("trasferimento", "trasferimento in sicurezza dell'infrastruttura IT"),

	/** 1.2: repurchase, replace or replatform (seed 000, "Cloud - modalità"). */
	AGGIORNAMENTO("aggiornamento", "aggiornamento in sicurezza di applicazioni in cloud"),

	/** App IO: messages (seed 000, "AppIO - modalità"). */
	MESSAGGI("messaggi", "messaggi"),

	/** App IO: points of access (seed 000, "AppIO - modalità"). */
	PUNTI_DI_ACCESSO("punti-di-accesso", "punti di accesso per interattività bidirezionale"),

	/** App IO: enabling technologies (seed 000, "AppIO - modalità"). */
	TECNOLOGIE_ABILITANTI("tecnologie-abilitanti", "tecnologie abilitanti per interattività bidirezionale");

	private final String codice;

	private final String nome;

	Modalita(String codice, String nome) {
		this.codice = codice;
		this.nome = nome;
	}

	/**
	 * The word used in columns.
	 * @return the code
	 */
	public String codice() {
		return this.codice;
	}

	/**
	 * The words of the avviso.
	 * @return the name
	 */
	public String nome() {
		return this.nome;
	}

	/**
	 * The kinds that a pacchetto tells apart.
	 * @param pacchetto the pacchetto
	 * @return its kinds, empty where all services are alike
	 */
	public static List<Modalita> di(Pacchetto pacchetto) {
		return switch (pacchetto) {
			case CLOUD -> List.of(TRASFERIMENTO, AGGIORNAMENTO);
			case APP_IO -> List.of(MESSAGGI, PUNTI_DI_ACCESSO, TECNOLOGIE_ABILITANTI);
			default -> List.of();
		};
	}

	/**
	 * Reads the code.
	 * @param codice the word used in columns, or {@code null}
	 * @return the kind, empty if there is none
	 */
	public static Optional<Modalita> trova(String codice) {
		for (Modalita m : values()) {
			if (m.codice.equals(codice)) {
				return Optional.of(m);
			}
		}
		return Optional.empty();
	}

}
