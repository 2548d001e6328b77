/**
 * Documents that several people write at once: merges, keeps and reads what the editor's library (Yjs) sends.
 * Owns nothing.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app.ydoc;

import org.jspecify.annotations.NullMarked;
