/**
 * REST door of link.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.link.api;

import org.jspecify.annotations.NullMarked;
