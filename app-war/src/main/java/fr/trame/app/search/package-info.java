/**
 * Full-text search in French over fiches, dossiers and documents, seen only by those who may.
 * Owns the tenant's index, which can be rebuilt from the database.
 * Knows fiche, dossier, workspace, outbox, identity and tenancy.
 */
@NullMarked
package fr.trame.app.search;

import org.jspecify.annotations.NullMarked;
