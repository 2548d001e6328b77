/**
 * REST door of renewal.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.renewal.api;

import org.jspecify.annotations.NullMarked;
