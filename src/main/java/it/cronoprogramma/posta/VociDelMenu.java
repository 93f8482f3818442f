package it.cronoprogramma.posta;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Tells every page whether its reader follows the mail of a gestione: the menu has one
 * way more.
 */
@Configuration(proxyBeanMethods = false)
class VociDelMenu implements WebMvcConfigurer {

	@Override
	public void addInterceptors(InterceptorRegistry registro) {
		registro.addInterceptor(new HandlerInterceptor() {
			@Override
			public boolean preHandle(HttpServletRequest richiesta, HttpServletResponse risposta, Object chi) {
				richiesta.setAttribute("postaDegliEnti",
						PostaController.manda(richiesta) || richiesta.isUserInRole("RESPONSABILE"));
				return true;
			}
		});
	}

}
