/**
 * What a term is and when it falls due. Pure: {@code java.time} and the holiday calendar,
 * nothing else.
 * <p>
 * {@link it.cronoprogramma.termine.Termine} is the quantity written in an avviso,
 * {@link it.cronoprogramma.termine.Differimento} an act that changes it;
 * {@link it.cronoprogramma.termine.CalcoloTermine} turns them into dates and their
 * explanation, {@link it.cronoprogramma.termine.SequenzaEventi} is the clock that says
 * what happens next. Days are {@code LocalDate}s of Italy; the zone is named once, in
 * {@link it.cronoprogramma.termine.Roma}. The avvisi are silent on holidays, so the
 * counting rests on general law: art. 2963 c.c. and art. 155 c.p.c.
 */
package it.cronoprogramma.termine;
