/**
 * REST door of retention.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.retention.api;

import org.jspecify.annotations.NullMarked;
