/**
 * Operating system processes: starting them in their own session and without privileges, remembering them over
 * launcher runs, probing and stopping them. Knows the settings and the console.
 */
@NullMarked
package fr.trame.infra.stack.process;

import org.jspecify.annotations.NullMarked;
