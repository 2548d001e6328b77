package fr.trame.app.fiche;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;

/** A row of a fiche's partners. */
@Embeddable
public class FichePartner {

    @Column(name = "organisation_id")
    private UUID organisation;

    @Enumerated(EnumType.STRING)
    private PartnerRole role;

    protected FichePartner() {}

    FichePartner(FicheContent.Partner partner) {
        organisation = partner.organisation();
        role = partner.role();
    }

    FicheContent.Partner content() {
        return new FicheContent.Partner(organisation, role);
    }
}
