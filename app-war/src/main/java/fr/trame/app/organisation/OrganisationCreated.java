package fr.trame.app.organisation;

import fr.trame.app.DomainEvent;
import java.util.UUID;

/** An organisation is known to the tenant. */
public record OrganisationCreated(UUID subject) implements DomainEvent {
    @Override
    public String operation() {
        return "ORGANISATION_CREATED";
    }
}
