package it.cronoprogramma.notifica;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How mail leaves.
 *
 * @param mittente the sender's address
 * @param cartella a folder to write mails into instead of sending them; used only where
 * no SMTP server is set
 * @param giro the time of the morning runs in Rome, e.g. {@code 08:30}; empty for none
 * @param modelli a folder of templates that take the place of ours; empty for none
 */
@ConfigurationProperties("cronoprogramma.posta")
public record PostaProperties(String mittente, String cartella, String giro, String modelli) {
}
