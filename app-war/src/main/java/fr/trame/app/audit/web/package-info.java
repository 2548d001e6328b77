/**
 * Reads of the audit trail for pages.
 * Owns nothing.
 * Knows its own capability.
 */
@NullMarked
package fr.trame.app.audit.web;

import org.jspecify.annotations.NullMarked;
