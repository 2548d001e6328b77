/**
 * The dossiers as a network drive, by WebDAV (RFC 4918, class 2).
 * Owns names that hold nothing yet and what programs remember of documents.
 * Knows workspace and dossier, whose rules it can only follow: every change goes through their boundaries.
 */
@NullMarked
package fr.trame.app.webdav;

import org.jspecify.annotations.NullMarked;
