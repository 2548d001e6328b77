/**
 * Pages of renewal.
 * Owns what its page shows.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.renewal.web;

import org.jspecify.annotations.NullMarked;
