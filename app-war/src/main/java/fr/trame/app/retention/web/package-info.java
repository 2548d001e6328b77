/**
 * Pages of retention.
 * Owns what its pages show.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.retention.web;

import org.jspecify.annotations.NullMarked;
