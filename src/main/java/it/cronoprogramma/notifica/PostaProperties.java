package it.cronoprogramma.notifica;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail leaves.
 *
 * @param mittente the sender's address
 * @param cartella a folder to write mails into instead of sending them; used only where
 * no SMTP server is set
 */
@ConfigurationProperties("cronoprogramma.posta")
public record PostaProperties(String mittente, String cartella) {
}
