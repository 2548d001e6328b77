package fr.trame.app.fiche;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fiche as a row of a list.
 *
 * @param budget planned amounts of all funders and years, in the tenant's currency
 * @param late whether its end date is past while it is neither completed, abandoned nor closed
 */
public record FicheSummary(
        UUID id,
        String reference,
        String title,
        String axis,
        WorkflowState workflowState,
        Phase phase,
        PhaseStatus phaseStatus,
        Priority priority,
        @Nullable String lead,
        BigDecimal budget,
        @Nullable LocalDate end,
        boolean late,
        OffsetDateTime modifiedAt,
        UUID workspaceId) {}
