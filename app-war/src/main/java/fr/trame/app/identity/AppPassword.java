package fr.trame.app.identity;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A password for one of a person's programs, as the person sees it: never again the password itself.
 *
 * @param name what the person calls it, such as the machine it is for
 * @param lastUsedAt to the minute, null for never
 */
public record AppPassword(
        UUID id, String name, OffsetDateTime createdAt, OffsetDateTime endsAt, @Nullable OffsetDateTime lastUsedAt) {}
