/**
 * Pages of integrity.
 * Owns what its page shows.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.integrity.web;

import org.jspecify.annotations.NullMarked;
