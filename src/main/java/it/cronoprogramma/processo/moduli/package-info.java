/**
 * What goes into a form and what comes out of it. The data a form shows are computed when
 * it is opened; what somebody fills in reaches only the task's own rule, never the
 * process variables: a name that is not the form's is refused.
 */
package it.cronoprogramma.processo.moduli;
