/**
 * Fiches written together: the texts of a fiche as a document that several people change at once and that never conflicts.
 * Owns the changes and their states; writes the texts back to the fiche, and takes what its form saves into the document.
 * Knows ydoc, fiche, workspace, outbox, identity and tenancy.
 */
@NullMarked
package fr.trame.app.coedit;

import org.jspecify.annotations.NullMarked;
