/**
 * Pages and the open door of deposit.
 * Owns the forms.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.deposit.web;

import org.jspecify.annotations.NullMarked;
