package fr.trame.app.retention;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a list says of one document.
 *
 * @param kind code of its kind of piece, "" for none
 * @param decision {@code KEEP} or {@code DESTROY}, null while somebody has to look at it
 * @param decidedBy display name, "" for the product itself
 * @param agreedBy display name, null while nobody agreed
 * @param outcome {@code KEPT}, {@code DESTROYED}, {@code HELD}, {@code CHANGED} or {@code GONE}, null before
 */
public record EliminationLine(
        UUID document,
        String name,
        String dossier,
        String kind,
        String sha256,
        long size,
        int months,
        StartEvent start,
        LocalDate startedOn,
        LocalDate endedOn,
        @Nullable String decision,
        String decidedBy,
        @Nullable String agreedBy,
        @Nullable OffsetDateTime agreedAt,
        @Nullable String outcome,
        @Nullable OffsetDateTime doneAt) {}
