package it.cronoprogramma.candidatura;

/**
 * How a candidatura came to be known.
 */
public enum Origine {

	/** Opened here. */
	UFFICIO,

	/** First heard of in the data that PA digitale 2026 publishes. */
	PUBBLICATA

}
