package fr.trame.admin.search;

import java.util.UUID;

/**
 * What tells whether a row changed since it was read. The version alone would do if every writer raised it; what the
 * pipeline writes on a document beside it is compared too.
 *
 * @param kind fiche, dossier or document, as the outbox calls its aggregates
 */
record RowState(String kind, UUID id, long version, String detail) {}
