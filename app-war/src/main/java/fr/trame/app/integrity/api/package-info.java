/**
 * REST door of integrity.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.integrity.api;

import org.jspecify.annotations.NullMarked;
