/**
 * REST door of fiche.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.fiche.api;

import org.jspecify.annotations.NullMarked;
