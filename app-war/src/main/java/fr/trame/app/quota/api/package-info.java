/**
 * REST door of quota.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.quota.api;

import org.jspecify.annotations.NullMarked;
