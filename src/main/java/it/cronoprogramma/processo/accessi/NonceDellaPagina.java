package it.cronoprogramma.processo.accessi;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the web apps a nonce of its own. The web apps write it in the header
 * and read it back for the page from an attribute of the servlet context, which every
 * other request overwrites meanwhile: the browser then refuses the page's scripts and
 * shows an empty page.
 */
class NonceDellaPagina extends OncePerRequestFilter {

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServletContext contesto = conNonce(request.getServletContext());
		chain.doFilter(new HttpServletRequestWrapper(request) {
			@Override
			public ServletContext getServletContext() {
				return contesto;
			}
		}, response);
	}

	/** The context itself, but for the nonce. */
	private static ServletContext conNonce(ServletContext contesto) {
		Object[] nonce = new Object[1];
		return (ServletContext) Proxy.newProxyInstance(NonceDellaPagina.class.getClassLoader(),
				new Class<?>[] { ServletContext.class }, (proxy, metodo, argomenti) -> {
					if (argomenti != null && ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE.equals(argomenti[0])) {
						if (metodo.getName().equals("setAttribute")) {
							nonce[0] = argomenti[1];
						}
						return metodo.getName().equals("getAttribute") ? nonce[0] : null;
					}
					try {
						return metodo.invoke(contesto, argomenti);
					}
					catch (InvocationTargetException ex) {
						throw ex.getCause();
					}
				});
	}

}
