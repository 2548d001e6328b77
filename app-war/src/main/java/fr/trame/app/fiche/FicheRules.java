package fr.trame.app.fiche;

import fr.trame.app.BusinessException;
import fr.trame.app.Text;
import java.math.BigDecimal;
import java.util.HashSet;

/** What every fiche must hold to be saved at all; the first rule broken names its field. */
final class FicheRules {

    private static final BigDecimal LARGEST = new BigDecimal("99999999999999.99");

    /** The longest context and objectives. */
    static final int SHORT_TEXT = 10_000;

    /** The longest description. */
    static final int LONG_TEXT = 20_000;

    private FicheRules() {}

    static void check(FicheContent content) {
        Text.check("title", content.title().strip(), 1, 300);
        Text.check("context", content.context(), 0, SHORT_TEXT);
        Text.check("objectives", content.objectives(), 0, SHORT_TEXT);
        Text.check("description", content.description(), 0, LONG_TEXT);
        if (content.start() != null && content.end() != null && content.end().isBefore(content.start())) {
            throw BusinessException.invalid("end", "fiche.end.before.start");
        }
        if (new HashSet<>(content.partners()).size() < content.partners().size()) {
            throw BusinessException.invalid("partners", "fiche.partner.twice");
        }
        var funders = new HashSet<String>();
        for (var funding : content.funding()) {
            check(funding);
            if (!funders.add(funding.funder().strip() + " " + funding.year())) {
                throw BusinessException.invalid(
                        "funding", "fiche.funding.twice", funding.funder(), funding.year() + "");
            }
        }
    }

    private static void check(FicheContent.Funding funding) {
        Text.check("funding", funding.funder().strip(), 1, 200);
        if (funding.year() < 2000 || funding.year() > 2100) {
            throw BusinessException.invalid("funding", "fiche.funding.year");
        }
        amount(funding.planned());
        amount(funding.requested());
        amount(funding.granted());
        amount(funding.paid());
    }

    private static void amount(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(LARGEST) > 0) {
            throw BusinessException.invalid("funding", "fiche.funding.amount");
        }
    }
}
