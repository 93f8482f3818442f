package it.cronoprogramma.notifica;

import java.util.List;
import java.util.Set;

/**
 * What a run does with the reminders it looks at.
 *
 * @param mail one for each address, in the order of the addresses
 * @param attendono reminders that somebody is still to be told of on another day
 * @param scartati reminders that nobody is told of any more
 * @param senzaNessuno those among the waiting for which there is nobody at all
 */
public record Piano(List<Mail> mail, Set<String> attendono, Set<String> scartati, Set<String> senzaNessuno) {

	/**
	 * One mail.
	 *
	 * @param indirizzo to whom, lower case
	 * @param righe what it tells, the most urgent first; at least one
	 */
	public record Mail(String indirizzo, List<Riga> righe) {
	}

	/**
	 * One reminder in a mail.
	 *
	 * @param cosa the reminder
	 * @param motivo in which quality he is told
	 * @param nessuno whether he is told because the ente has nobody
	 * @param respinti addresses in whose place he is told, because they refuse
	 */
	public record Riga(Sollevato cosa, Motivo motivo, boolean nessuno, Set<String> respinti) {
	}

}
