package it.cronoprogramma.termine;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Objects;

/**
 * One act that changes when a term falls due (dominio 2.6). It is never overwritten: who
 * wants it undone leaves it out of those that count. How several act together is told by
 * {@link CalcoloTermine#calcola(Computo, java.util.Collection, LocalDate)}.
 *
 * @param numero the order of registration, greater is later
 * @param tipo what the act does
 * @param contatore the counter of a PROROGA, {@code null} for the others
 * @param quantita days of a PROROGA, months of MESI, 0 for the others
 * @param dal first day of a SOSPENSIONE, itself suspended; {@code null} for the others
 * @param al last day of a SOSPENSIONE, itself suspended; the day set by DATA_FISSA,
 * RIMESSIONE and PORTALE; {@code null} for the others
 * @param atto the act, e.g. {@code Decreto 207/2023}
 * @param dataAtto its date; for PORTALE the day on which the portal was read
 */
public record Differimento(long numero, Tipo tipo, Contatore contatore, int quantita, LocalDate dal, LocalDate al,
		String atto, LocalDate dataAtto) {

	/** The most days that one act may add or suspend: ten years. */
	public static final int GIORNI_MASSIMI = 3_650;

	/** The most months that one act may add: ten years. */
	public static final int MESI_MASSIMI = 120;

	/**
	 * The order in which acts count: by their own date, then as they were registered.
	 */
	public static final Comparator<Differimento> ORDINE = Comparator.comparing(Differimento::dataAtto)
		.thenComparingLong(Differimento::numero);

	/**
	 * Checks that the act is whole.
	 * @throws NullPointerException if kind, act or date of the act is missing, or what
	 * the kind needs
	 * @throws IllegalArgumentException if a quantity is out of range, a suspension ends
	 * before it starts or something is given that the kind does not have; the message is
	 * in Italian
	 */
	public Differimento {
		Objects.requireNonNull(tipo, "tipo");
		Objects.requireNonNull(atto, "atto");
		Objects.requireNonNull(dataAtto, "dataAtto");
		switch (tipo) {
			case PROROGA -> {
				Objects.requireNonNull(contatore, "contatore");
				tra(quantita, GIORNI_MASSIMI, "giorni concessi");
			}
			case MESI -> tra(quantita, MESI_MASSIMI, "mesi in più");
			case SOSPENSIONE -> {
				Objects.requireNonNull(dal, "dal");
				Objects.requireNonNull(al, "al");
				if (al.isBefore(dal)) {
					throw new IllegalArgumentException(
							"Sospensione non valida: finisce " + Spiegazione.articolato("il", al)
									+ ", prima di cominciare " + Spiegazione.articolato("il", dal) + ".");
				}
				if (ChronoUnit.DAYS.between(dal, al) >= GIORNI_MASSIMI) {
					throw new IllegalArgumentException(
							"Sospensione non valida: al massimo " + GIORNI_MASSIMI + " giorni.");
				}
			}
			case DATA_FISSA, RIMESSIONE, PORTALE -> Objects.requireNonNull(al, "al");
		}
		estraneo(contatore != null && tipo != Tipo.PROROGA);
		estraneo(quantita != 0 && tipo != Tipo.PROROGA && tipo != Tipo.MESI);
		estraneo(dal != null && tipo != Tipo.SOSPENSIONE);
		estraneo(al != null && (tipo == Tipo.PROROGA || tipo == Tipo.MESI));
	}

	/**
	 * Days granted: they are added to the unshifted date, which is then shifted once.
	 * @param numero the order of registration
	 * @param contatore the portal's counter
	 * @param giorni calendar days granted, 1 to 3650
	 * @param atto the act
	 * @param dataAtto its date
	 * @return the differimento
	 * @throws IllegalArgumentException if the days are out of range
	 */
	public static Differimento proroga(long numero, Contatore contatore, int giorni, String atto, LocalDate dataAtto) {
		return new Differimento(numero, Tipo.PROROGA, contatore, giorni, null, null, atto, dataAtto);
	}

	/**
	 * A decree that lengthens the term by months.
	 * @param numero the order of registration
	 * @param mesi months, 1 to 120
	 * @param atto the act
	 * @param dataAtto its date
	 * @return the differimento
	 * @throws IllegalArgumentException if the months are out of range
	 */
	public static Differimento mesi(long numero, int mesi, String atto, LocalDate dataAtto) {
		return new Differimento(numero, Tipo.MESI, null, mesi, null, null, atto, dataAtto);
	}

	/**
	 * A decree or a slot that sets a day.
	 * @param numero the order of registration
	 * @param giorno the day, which no holiday moves
	 * @param atto the act
	 * @param dataAtto its date
	 * @return the differimento
	 */
	public static Differimento dataFissa(long numero, LocalDate giorno, String atto, LocalDate dataAtto) {
		return new Differimento(numero, Tipo.DATA_FISSA, null, 0, null, giorno, atto, dataAtto);
	}

	/**
	 * A law that stops all terms for a while.
	 * @param numero the order of registration
	 * @param dal first suspended day
	 * @param al last suspended day
	 * @param atto the act
	 * @param dataAtto its date
	 * @return the differimento
	 * @throws IllegalArgumentException if it ends before it starts or lasts more than ten
	 * years
	 */
	public static Differimento sospensione(long numero, LocalDate dal, LocalDate al, String atto, LocalDate dataAtto) {
		return new Differimento(numero, Tipo.SOSPENSIONE, null, 0, dal, al, atto, dataAtto);
	}

	/**
	 * A rimessione in termini: a missed term runs again until a day.
	 * @param numero the order of registration
	 * @param giorno the day, which no holiday moves
	 * @param atto the act
	 * @param dataAtto its date
	 * @return the differimento
	 */
	public static Differimento rimessione(long numero, LocalDate giorno, String atto, LocalDate dataAtto) {
		return new Differimento(numero, Tipo.RIMESSIONE, null, 0, null, giorno, atto, dataAtto);
	}

	/**
	 * The date that the portal shows.
	 * @param numero the order of registration
	 * @param giorno the day
	 * @param atto where it was read, e.g. a screenshot's protocol number
	 * @param letta the day on which it was read
	 * @return the differimento
	 */
	public static Differimento portale(long numero, LocalDate giorno, String atto, LocalDate letta) {
		return new Differimento(numero, Tipo.PORTALE, null, 0, null, giorno, atto, letta);
	}

	/**
	 * The act in Italian words, as it stands in an explanation.
	 * @return for example {@code proroga automatica di 90 giorni}
	 */
	public String inParole() {
		return switch (this.tipo) {
			case PROROGA -> "proroga " + this.contatore.nome() + " di " + Unita.GIORNI.conta(this.quantita);
			case MESI -> "differimento di " + Unita.MESI.conta(this.quantita);
			case DATA_FISSA -> "nuova data fissa " + Spiegazione.giorno(this.al);
			case SOSPENSIONE ->
				"sospensione " + Spiegazione.articolato("dal", this.dal) + " " + Spiegazione.articolato("al", this.al);
			case RIMESSIONE -> "rimessione in termini fino " + Spiegazione.articolato("al", this.al);
			case PORTALE -> "data del portale " + Spiegazione.giorno(this.al);
		};
	}

	/**
	 * The act with its date, as it is quoted.
	 * @return for example {@code Decreto 207/2023 del 15/12/2023}
	 */
	public String attoConData() {
		return this.atto + " del " + Spiegazione.giorno(this.dataAtto);
	}

	private static void tra(int quantita, int massimo, String che) {
		if (quantita < 1 || quantita > massimo) {
			throw new IllegalArgumentException("Differimento non valido: i " + che + " devono essere da 1 a " + massimo
					+ ", non " + quantita + ".");
		}
	}

	private static void estraneo(boolean estraneo) {
		if (estraneo) {
			throw new IllegalArgumentException("Differimento non valido: contiene dati di un altro tipo.");
		}
	}

	/** What an act does to a term. */
	public enum Tipo {

		/** Adds days. */
		PROROGA("Proroga in giorni", false),

		/** Lengthens the term by months. */
		MESI("Differimento in mesi", false),

		/** Sets a day. */
		DATA_FISSA("Nuova data fissa", true),

		/** Stops the term between two days. */
		SOSPENSIONE("Sospensione per legge", false),

		/** Makes a missed term run again. */
		RIMESSIONE("Rimessione in termini", true),

		/** The portal's own date, which governs once known. */
		PORTALE("Data del portale", false);

		private final String nome;

		private final boolean fissa;

		Tipo(String nome, boolean fissa) {
			this.nome = nome;
			this.fissa = fissa;
		}

		/**
		 * The kind as people call it.
		 * @return the name
		 */
		public String nome() {
			return this.nome;
		}

		/**
		 * Whether it puts a day in the place of whatever was counted before.
		 * @return {@code true} for DATA_FISSA and RIMESSIONE
		 */
		public boolean fissa() {
			return this.fissa;
		}

	}

}
