/**
 * REST door of dossier.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.dossier.api;

import org.jspecify.annotations.NullMarked;
