/**
 * The extraction port through Tika's own server process, with limits.
 * Owns connections to the extractor.
 * Used by nobody: CDI wires it.
 */
@NullMarked
package fr.trame.app.extraction.tika;

import org.jspecify.annotations.NullMarked;
