package it.cronoprogramma.accesso;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

import java.util.HashMap;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

class DietroTlsTest {

	@ParameterizedTest
	@CsvSource({ "https://crono.example.org, , true", "HTTPS://crono.example.org, , true",
			"http://localhost:8080, , false", ", , false", "https://crono.example.org, false, false" })
	void iCookieViaggianoSoloCifratiDoveCiSiArrivaCosi(String indirizzo, String detto, boolean attesi) {
		StandardEnvironment ambiente = new StandardEnvironment();
		Map<String, Object> scritte = new HashMap<>();
		if (indirizzo != null) {
			scritte.put("cronoprogramma.indirizzo", indirizzo);
		}
		if (detto != null) {
			scritte.put("server.servlet.session.cookie.secure", detto);
		}
		ambiente.getPropertySources().addFirst(new MapPropertySource("scritte", scritte));
		new DietroTls().postProcessEnvironment(ambiente, new SpringApplication());
		assertThat(ambiente.getProperty("server.servlet.session.cookie.secure", Boolean.class, false))
			.isEqualTo(attesi);
		if (detto == null) {
			assertThat(ambiente.getProperty("camunda.bpm.webapp.csrf.enable-secure-cookie", Boolean.class, false))
				.isEqualTo(attesi);
			assertThat(ambiente.getProperty("camunda.bpm.webapp.session-cookie.enable-secure-cookie", Boolean.class,
					false))
				.isEqualTo(attesi);
			assertThat(ambiente.getProperty("camunda.bpm.webapp.header-security.hsts-disabled", Boolean.class, true))
				.isNotEqualTo(attesi);
		}
	}

}
