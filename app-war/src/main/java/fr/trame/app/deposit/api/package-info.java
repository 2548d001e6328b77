/**
 * REST door of deposit.
 * Owns the JSON shapes.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.deposit.api;

import org.jspecify.annotations.NullMarked;
