/**
 * Sends mail that the product itself writes.
 * Owns nothing.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app.mail;

import org.jspecify.annotations.NullMarked;
