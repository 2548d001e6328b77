/**
 * REST door of workspace.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.workspace.api;

import org.jspecify.annotations.NullMarked;
