/**
 * Pages of search.
 * Owns the forms.
 * Knows its own capability, dossier for the names of places, and the shell.
 */
@NullMarked
package fr.trame.app.search.web;

import org.jspecify.annotations.NullMarked;
