/**
 * Pages of piloting.
 * Owns nothing.
 * Knows its own capability, and the states of a fiche.
 */
@NullMarked
package fr.trame.app.piloting.web;

import org.jspecify.annotations.NullMarked;
