/**
 * What documents look like: a port in front of the process that opens and paints them.
 * Owns nothing.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app.rendition;

import org.jspecify.annotations.NullMarked;
