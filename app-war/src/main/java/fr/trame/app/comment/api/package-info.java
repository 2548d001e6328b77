/**
 * REST door of comment.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.comment.api;

import org.jspecify.annotations.NullMarked;
