/**
 * Tests of the whole product, with its real parts.
 * Owns what they share: the running product, its accounts, the browser.
 * Knows every door, as users do.
 */
@NullMarked
package fr.trame.app.it;

import org.jspecify.annotations.NullMarked;
