package fr.trame.app.coedit;

import fr.trame.app.identity.Person;
import fr.trame.app.tenancy.Tenant;
import java.security.Principal;
import java.util.UUID;

/**
 * Somebody whose right to this fiche was checked when the line was opened, and is checked again while it is.
 *
 * @param sid session at the identity server
 * @param mayWrite or read only
 */
public record Visit(Tenant tenant, UUID fiche, Person person, String sid, boolean mayWrite) implements Principal {

    @Override
    public String getName() {
        return person.subject();
    }

    /** @return which document it is about */
    RoomKey room() {
        return new RoomKey(tenant.id(), fiche);
    }
}
