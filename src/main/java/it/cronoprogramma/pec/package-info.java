/**
 * The PEC that reach an ente: how they are read, whatever state they are in, which
 * candidatura they speak of, and what is kept of them. Reading and recognition are pure;
 * what follows is left to the engine through
 * {@link it.cronoprogramma.pec.SeguitoNotifica}. A row is called <em>notifica</em>, not
 * PEC: SERQ and REM will come by the same way.
 */
package it.cronoprogramma.pec;
