/**
 * Text of a document, page by page: a port in front of the extractor's process.
 * Owns nothing.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app.extraction;

import org.jspecify.annotations.NullMarked;
