/**
 * The antivirus port through ClamAV's daemon.
 * Owns connections to it.
 * Used by nobody: CDI wires it.
 */
@NullMarked
package fr.trame.app.scan.clamd;

import org.jspecify.annotations.NullMarked;
