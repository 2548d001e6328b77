package fr.trame.app.dossier;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A dossier as lists show it.
 *
 * @param documents how many it holds
 * @param failed how many of them could not be read
 * @param size of all of them, in bytes
 */
public record DossierSummary(
        UUID id,
        UUID workspaceId,
        String name,
        String description,
        long documents,
        long failed,
        long size,
        OffsetDateTime createdAt) {}
