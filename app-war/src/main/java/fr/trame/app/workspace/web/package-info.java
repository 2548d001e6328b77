/**
 * Pages of workspace.
 * Owns the forms.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.workspace.web;

import org.jspecify.annotations.NullMarked;
