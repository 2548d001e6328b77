/**
 * Dossiers and their documents, from the upload to the extracted text.
 * Owns dossiers, documents and extracted pages.
 * Knows workspace, storage, extraction, outbox, identity and tenancy.
 */
@NullMarked
package fr.trame.app.dossier;

import org.jspecify.annotations.NullMarked;
