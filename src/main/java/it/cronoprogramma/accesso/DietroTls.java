package it.cronoprogramma.accesso;

import java.util.Locale;
import java.util.Map;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Where people reach the application by {@code https}, cookies travel only so, and
 * browsers are told never to come otherwise: nobody has to remember the settings for it.
 */
public final class DietroTls implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment ambiente, SpringApplication applicazione) {
		if (cifrato(ambiente.getProperty("cronoprogramma.indirizzo", ""))) {
			ambiente.getPropertySources()
				.addLast(new MapPropertySource("dietroTls",
						Map.of("server.servlet.session.cookie.secure", "true",
								"camunda.bpm.webapp.csrf.enable-secure-cookie", "true",
								"camunda.bpm.webapp.session-cookie.enable-secure-cookie", "true",
								"camunda.bpm.webapp.header-security.hsts-disabled", "false")));
		}
	}

	/**
	 * Whether an address is reached through TLS.
	 * @param indirizzo the address
	 * @return whether it is {@code https}
	 */
	static boolean cifrato(String indirizzo) {
		return indirizzo.toLowerCase(Locale.ROOT).startsWith("https:");
	}

	@Override
	public int getOrder() {
		// after the files of settings have been read
		return Ordered.LOWEST_PRECEDENCE;
	}

}
