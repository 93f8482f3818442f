package it.cronoprogramma;

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
		SpringApplication.run(CronoprogrammaApplication.class, args);
	}

}
