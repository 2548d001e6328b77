/**
 * Pages of link.
 * Owns the forms.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.link.web;

import org.jspecify.annotations.NullMarked;
