/**
 * One class for each part: which files it needs, how it starts, how one knows that it is ready. Parts do not know each
 * other; the stack orders them. Knows settings, processes and artifacts.
 */
@NullMarked
package fr.trame.infra.stack.part;

import org.jspecify.annotations.NullMarked;
