package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.PartnerRole;
import java.io.Serializable;
import java.util.UUID;

/** A row of partners: who it is stays, as what may change. */
public class PartnerRow implements Serializable {

    private static final long serialVersionUID = 1L;

    private final UUID organisation;
    private PartnerRole role;

    PartnerRow(UUID organisation, PartnerRole role) {
        this.organisation = organisation;
        this.role = role;
    }

    FicheContent.Partner partner() {
        return new FicheContent.Partner(organisation, role);
    }

    public UUID getOrganisation() {
        return organisation;
    }

    public PartnerRole getRole() {
        return role;
    }

    public void setRole(PartnerRole role) {
        this.role = role;
    }
}
