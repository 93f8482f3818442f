package it.cronoprogramma.cruscotto.api;

import it.cronoprogramma.rifiuto.Rifiuto;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Every error of the API as a problem with a detail in Italian; never a stack trace.
 */
@RestControllerAdvice(annotations = RestController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ErroriApi extends ResponseEntityExceptionHandler {

	private static final Logger LOG = LoggerFactory.getLogger(ErroriApi.class);

	@ExceptionHandler(Rifiuto.class)
	ResponseEntity<ProblemDetail> rifiuto(Rifiuto rifiuto) {
		HttpStatus stato = switch (rifiuto.motivo()) {
			case NON_VALIDO -> HttpStatus.UNPROCESSABLE_ENTITY;
			case NON_TROVATO -> HttpStatus.NOT_FOUND;
			case CONFLITTO -> HttpStatus.CONFLICT;
		};
		return ResponseEntity.status(stato).body(ProblemDetail.forStatusAndDetail(stato, rifiuto.getMessage()));
	}

	@ExceptionHandler(Exception.class)
	ResponseEntity<ProblemDetail> imprevisto(Exception ex) {
		LOG.error("Errore imprevisto nella API", ex);
		return ResponseEntity.internalServerError()
			.body(ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
					"Errore imprevisto: non è stato cambiato nulla. Riprovi, o avvisi l'amministratore."));
	}

	@Override
	protected ResponseEntity<Object> handleHttpMessageNotReadable(HttpMessageNotReadableException ex,
			HttpHeaders intestazioni, HttpStatusCode stato, WebRequest richiesta) {
		return problema(ex,
				"Il corpo della richiesta non è nel formato atteso: serve JSON come descritto in " + "/v3/api-docs.",
				intestazioni, stato, richiesta);
	}

	@Override
	protected ResponseEntity<Object> handleExceptionInternal(Exception ex, Object corpo, HttpHeaders intestazioni,
			HttpStatusCode stato, WebRequest richiesta) {
		String dettaglio = switch (stato.value()) {
			case 400 -> "La richiesta non è nel formato atteso: veda /v3/api-docs.";
			case 404 -> "Questo indirizzo non esiste: veda /v3/api-docs.";
			case 405 -> "Questo metodo non è ammesso qui: veda /v3/api-docs.";
			case 406, 415 -> "Formato non ammesso: la API parla JSON in UTF-8.";
			default -> "La richiesta non può essere accolta.";
		};
		return problema(ex, dettaglio, intestazioni, stato, richiesta);
	}

	private ResponseEntity<Object> problema(Exception ex, String dettaglio, HttpHeaders intestazioni,
			HttpStatusCode stato, WebRequest richiesta) {
		return super.handleExceptionInternal(ex, ProblemDetail.forStatusAndDetail(stato, dettaglio), intestazioni,
				stato, richiesta);
	}

}
