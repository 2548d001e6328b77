/**
 * Pages of dossier.
 * Owns the forms.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.dossier.web;

import org.jspecify.annotations.NullMarked;
