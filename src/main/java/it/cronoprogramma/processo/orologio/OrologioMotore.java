package it.cronoprogramma.processo.orologio;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

import it.cronoprogramma.termine.Roma;

import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's clock as a {@link Clock}: rules, mails and timers see the same instant.
 */
public final class OrologioMotore extends Clock {

	private final ZoneId fuso;

	/** The clock in Rome. */
	public OrologioMotore() {
		this(Roma.FUSO);
	}

	private OrologioMotore(ZoneId fuso) {
		this.fuso = fuso;
	}

	@Override
	public ZoneId getZone() {
		return this.fuso;
	}

	@Override
	public Clock withZone(ZoneId zona) {
		return new OrologioMotore(zona);
	}

	@Override
	public Instant instant() {
		return ClockUtil.getCurrentTime().toInstant();
	}

}
