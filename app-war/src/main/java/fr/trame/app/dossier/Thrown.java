package fr.trame.app.dossier;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A document in the trash.
 *
 * @param deletedBy display name
 * @param until when it can be taken back
 */
public record Thrown(
        UUID id, String name, long size, String deletedBy, OffsetDateTime deletedAt, OffsetDateTime until) {}
