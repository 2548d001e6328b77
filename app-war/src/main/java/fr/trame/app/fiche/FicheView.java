package fr.trame.app.fiche;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A fiche as it is read.
 *
 * @param version to be given back when it is revised
 * @param modifiedBy display name of the last author
 */
public record FicheView(
        UUID id,
        int version,
        String reference,
        UUID workspaceId,
        String workspaceName,
        WorkflowState workflowState,
        FicheContent content,
        String modifiedBy,
        OffsetDateTime modifiedAt) {}
