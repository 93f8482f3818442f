package it.cronoprogramma.notifica;

import java.nio.file.Path;

import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/**
 * Mail goes out by SMTP where {@code spring.mail.host} is set, else into a folder where
 * one is named, else the application does not start: it exists to remind.
 */
@Configuration(proxyBeanMethods = false)
class PostaConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "\0 nessuno")
	static class SenzaSmtp {

		@Bean
		@ConditionalOnMissingBean(JavaMailSender.class)
		JavaMailSender postaInCartella(PostaProperties posta) {
			if (posta.cartella() == null || posta.cartella().isBlank()) {
				throw new IllegalStateException(
						"Non è indicato da dove parte la posta: imposti spring.mail.host con il "
								+ "server SMTP (variabile d'ambiente SPRING_MAIL_HOST). Senza, nessun promemoria arriverebbe.");
			}
			return new PostaInCartella(Path.of(posta.cartella()));
		}

	}

}
