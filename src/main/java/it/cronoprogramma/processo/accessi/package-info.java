/**
 * Who may do what in the engine: roles as groups, enti as tenants, the rights of each
 * role, the filters of Tasklist. Made at every start, so that a new version brings its
 * own.
 */
package it.cronoprogramma.processo.accessi;
