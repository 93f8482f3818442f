package it.cronoprogramma.processo.orologio;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The simulated clock, only where {@code cronoprogramma.oggi} names a day and the profile
 * is {@code demo} or {@code test}: elsewhere the day is the real one.
 */
@Configuration(proxyBeanMethods = false)
@Profile({ "demo", "test" })
@ConditionalOnProperty("cronoprogramma.oggi")
class OrologioSimulatoConfiguration {

	/**
	 * Before the engine is built: its first timers must already see the simulated day.
	 */
	@Bean
	@DependsOn("flywayInitializer")
	AbstractProcessEnginePlugin giornoSimulato(JdbcClient jdbc, @Value("${cronoprogramma.oggi}") String oggi) {
		return new AbstractProcessEnginePlugin() {
			@Override
			public void preInit(ProcessEngineConfigurationImpl configurazione) {
				try {
					OrologioSimulato.regola(jdbc, LocalDate.parse(oggi));
				}
				catch (DateTimeParseException ex) {
					throw new IllegalStateException(
							"cronoprogramma.oggi vale «" + oggi + "»: serve una data come 2022-11-15.", ex);
				}
			}
		};
	}

	@Bean(destroyMethod = "close")
	RipristinoOrologio ripristinoOrologio() {
		return ClockUtil::reset;
	}

	@Bean
	OrologioSimulato orologioSimulato(JdbcClient jdbc, ProcessEngine motore) {
		return new OrologioSimulato(jdbc, motore);
	}

	/** The engine's clock is one for the whole machine: give it back when we stop. */
	interface RipristinoOrologio extends AutoCloseable {

		@Override
		void close();

	}

}
