/**
 * Pages of comment.
 * Owns the forms.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.comment.web;

import org.jspecify.annotations.NullMarked;
