/**
 * REST door of search.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.search.api;

import org.jspecify.annotations.NullMarked;
