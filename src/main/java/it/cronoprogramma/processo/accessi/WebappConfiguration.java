package it.cronoprogramma.processo.accessi;

import java.util.Map;

import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.boot.autoconfigure.security.SecurityProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Puts the application's login in front of the web apps' own, and mends their pages.
 */
@Configuration(proxyBeanMethods = false)
class WebappConfiguration {

	@Bean
	FilterRegistrationBean<ContainerBasedAuthenticationFilter> utenteDelleWebapp() {
		FilterRegistrationBean<ContainerBasedAuthenticationFilter> filtro = new FilterRegistrationBean<>(
				new ContainerBasedAuthenticationFilter());
		filtro.setInitParameters(Map.of("authentication-provider", UtenteDelleWebapp.class.getName()));
		filtro.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
		// after Spring Security, before the web apps' own filters
		filtro.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
		return filtro;
	}

	@Bean
	FilterRegistrationBean<NonceDellaPagina> nonceDellaPagina() {
		FilterRegistrationBean<NonceDellaPagina> filtro = new FilterRegistrationBean<>(new NonceDellaPagina());
		filtro.addUrlPatterns("/camunda/app/*");
		filtro.setOrder(SecurityProperties.DEFAULT_FILTER_ORDER + 1);
		return filtro;
	}

}
