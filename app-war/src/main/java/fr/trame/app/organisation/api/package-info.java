/**
 * REST door of organisation.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.organisation.api;

import org.jspecify.annotations.NullMarked;
