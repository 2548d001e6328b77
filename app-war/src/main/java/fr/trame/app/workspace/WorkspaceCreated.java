package fr.trame.app.workspace;

import fr.trame.app.DomainEvent;
import java.util.UUID;

/** A workspace exists. */
public record WorkspaceCreated(UUID subject) implements DomainEvent {
    @Override
    public String operation() {
        return "WORKSPACE_CREATED";
    }
}
