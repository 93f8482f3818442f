package it.cronoprogramma;

import java.util.Arrays;
import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/**
 * Starts the application: the Camunda engine with its web applications, the domain
 * tables, the pages and the REST API.
 */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CronoprogrammaApplication {

	public static void main(String[] args) {
		if (args.length > 0 && args[0].equals(RigaDiComando.IMPORTA)) {
			List<String> argomenti = Arrays.asList(args);
			System.exit(RigaDiComando.importa(argomenti.subList(1, argomenti.size()), System.out));
		}
		SpringApplication.run(CronoprogrammaApplication.class, args);
	}

}
