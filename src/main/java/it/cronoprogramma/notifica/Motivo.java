package it.cronoprogramma.notifica;

/**
 * In which quality somebody is told of a reminder.
 */
public enum Motivo {

	REFERENTE, SEGRETARIO, RTD, RESPONSABILE

}
