/**
 * Looks whether rows, objects, digests and index agree, and sets right what does not.
 * Owns checks and what they found.
 * Knows dossier, fiche, search, storage, outbox, identity and tenancy.
 */
@NullMarked
package fr.trame.app.integrity;

import org.jspecify.annotations.NullMarked;
