package fr.trame.app.fiche;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/** A row of a fiche's funding. */
@Embeddable
public class FicheFunding {

    private String funder;
    private int year;
    private BigDecimal planned;
    private BigDecimal requested;
    private BigDecimal granted;
    private BigDecimal paid;

    protected FicheFunding() {}

    FicheFunding(FicheContent.Funding funding) {
        funder = funding.funder().strip();
        year = funding.year();
        planned = funding.planned();
        requested = funding.requested();
        granted = funding.granted();
        paid = funding.paid();
    }

    FicheContent.Funding content() {
        return new FicheContent.Funding(funder, year, planned, requested, granted, paid);
    }
}
