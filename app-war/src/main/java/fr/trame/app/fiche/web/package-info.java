/**
 * Pages of fiche.
 * Owns the forms.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.fiche.web;

import org.jspecify.annotations.NullMarked;
