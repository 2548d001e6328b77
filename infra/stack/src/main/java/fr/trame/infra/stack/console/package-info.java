/**
 * What the person at the terminal reads: one line for each part while it starts, and failures in whole sentences.
 * Owns standard output. Knows nobody.
 */
@NullMarked
package fr.trame.infra.stack.console;

import org.jspecify.annotations.NullMarked;
