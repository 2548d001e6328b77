package fr.trame.app.outbox;

import java.util.UUID;

/**
 * A claimed piece of work.
 *
 * @param aggregate what it is about, such as {@code fiche}
 * @param id identifier of the aggregate
 * @param attempts how often it was claimed, this time included
 */
public record OutboxRow(long row, String aggregate, UUID id, long version, int attempts) {}
