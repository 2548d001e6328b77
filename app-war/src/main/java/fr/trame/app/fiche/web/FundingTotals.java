package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;

/** The sums under a funding table. */
public record FundingTotals(BigDecimal planned, BigDecimal requested, BigDecimal granted, BigDecimal paid) {

    static FundingTotals of(List<FicheContent.Funding> rows) {
        return new FundingTotals(
                sum(rows, FicheContent.Funding::planned),
                sum(rows, FicheContent.Funding::requested),
                sum(rows, FicheContent.Funding::granted),
                sum(rows, FicheContent.Funding::paid));
    }

    private static BigDecimal sum(List<FicheContent.Funding> rows, Function<FicheContent.Funding, BigDecimal> amount) {
        return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
