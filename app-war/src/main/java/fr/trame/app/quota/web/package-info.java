/**
 * Pages of quota.
 * Owns what its page shows.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.quota.web;

import org.jspecify.annotations.NullMarked;
