package it.cronoprogramma.processo.motore;

/**
 * A bean that the expressions of the models may call, besides delegates and listeners.
 */
public interface NelProcesso {

}
