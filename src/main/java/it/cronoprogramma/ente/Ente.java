package it.cronoprogramma.ente;

/**
 * An ente that asks for money: a comune, for the avvisi known so far.
 *
 * @param id the project's own id, which survives mergers and changes of code; also the
 * engine's tenant
 * @param nome the name people know it by, e.g. {@code Comune di Crema}
 * @param codiceIpa its code in the IPA, compared without regard to case (dominio 5.4)
 * @param codiceIstat six digits, as text
 * @param popolazione inhabitants, of which the fascia is made
 * @param gestione the gestione associata that follows it, or {@code null}
 */
public record Ente(String id, String nome, String codiceIpa, String codiceIstat, int popolazione, String gestione) {
}
