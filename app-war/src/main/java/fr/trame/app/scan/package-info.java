/**
 * Whether a file holds what is known to do harm: a port in front of an antivirus.
 * Owns nothing.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app.scan;

import org.jspecify.annotations.NullMarked;
