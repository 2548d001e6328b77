package fr.trame.app.dossier;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * Why something may not be erased now.
 *
 * @param subject the dossier or document that is held
 * @param name of it
 * @param whole whether it is a dossier, with all it holds
 * @param placedBy display name
 */
public record Hold(
        UUID id, UUID subject, String name, boolean whole, String reason, String placedBy, OffsetDateTime placedAt) {}
