package it.cronoprogramma.cruscotto;

import it.cronoprogramma.candidatura.RegoleDocumento;
import jakarta.servlet.MultipartConfigElement;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/**
 * How large a document may be: one setting, from which follows what the servlet container
 * accepts.
 */
@Configuration(proxyBeanMethods = false)
class DocumentiConfiguration {

	/** What stands around a file in a request: its fields, their names, the token. */
	private static final DataSize CORNICE = DataSize.ofMegabytes(1);

	@Bean
	RegoleDocumento regoleDocumento(@Value("${cronoprogramma.documenti.dimensione-massima}") DataSize massimo) {
		return new RegoleDocumento(massimo.toBytes());
	}

	/**
	 * The largest upload there is: a document that is larger than it may be is refused by
	 * its rules.
	 */
	@Bean
	MultipartConfigElement caricamenti(@Value("${cronoprogramma.documenti.dimensione-massima}") DataSize documento,
			@Value("${cronoprogramma.importazioni.dimensione-massima}") DataSize importazione,
			@Value("${cronoprogramma.pec.dimensione-massima}") DataSize pec) {
		long massimo = Math.max(pec.toBytes(), Math.max(documento.toBytes(), importazione.toBytes()));
		MultipartConfigFactory caricamenti = new MultipartConfigFactory();
		caricamenti.setMaxFileSize(DataSize.ofBytes(massimo));
		caricamenti.setMaxRequestSize(DataSize.ofBytes(massimo + CORNICE.toBytes()));
		return caricamenti.createMultipartConfig();
	}

}
