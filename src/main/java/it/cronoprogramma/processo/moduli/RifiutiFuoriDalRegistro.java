package it.cronoprogramma.processo.moduli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import it.cronoprogramma.rifiuto.Rifiuto;
import org.slf4j.Marker;

/**
 * Keeps refusals out of the log: the engine would write an error with its stack trace
 * each time somebody mistypes a CUP, and real errors would drown.
 */
public final class RifiutiFuoriDalRegistro extends TurboFilter {

	@Override
	public FilterReply decide(Marker marker, Logger logger, Level level, String formato, Object[] parametri,
			Throwable errore) {
		if (level.isGreaterOrEqual(Level.WARN)
				&& (rifiuto(errore) || riguardaUnRifiuto(formato) || riguardaUnRifiuto(parametri))) {
			return FilterReply.DENY;
		}
		return FilterReply.NEUTRAL;
	}

	/** The engine's REST puts the whole stack trace into a text. */
	private static boolean riguardaUnRifiuto(String testo) {
		return testo != null && testo.contains(Rifiuto.class.getName());
	}

	private static boolean riguardaUnRifiuto(Object[] parametri) {
		if (parametri != null) {
			for (Object p : parametri) {
				if (rifiuto(p) || (p instanceof String testo && riguardaUnRifiuto(testo))) {
					return true;
				}
			}
		}
		return false;
	}

	private static boolean rifiuto(Object errore) {
		for (Throwable causa = (errore instanceof Throwable t) ? t : null; causa != null; causa = causa.getCause()) {
			if (causa instanceof Rifiuto) {
				return true;
			}
		}
		return false;
	}

}
