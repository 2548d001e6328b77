package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.web.Money;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The sums under a funding table.
 *
 * @param cents whether an amount of the table has cents, so that all of it is written with them
 */
public record FundingTotals(
        BigDecimal planned, BigDecimal requested, BigDecimal granted, BigDecimal paid, boolean cents) {

    static FundingTotals of(List<FicheContent.Funding> rows) {
        return new FundingTotals(
                sum(rows, FicheContent.Funding::planned),
                sum(rows, FicheContent.Funding::requested),
                sum(rows, FicheContent.Funding::granted),
                sum(rows, FicheContent.Funding::paid),
                Money.hasCents(rows.stream()
                        .flatMap(row -> Stream.of(row.planned(), row.requested(), row.granted(), row.paid()))));
    }

    private static BigDecimal sum(List<FicheContent.Funding> rows, Function<FicheContent.Funding, BigDecimal> amount) {
        return rows.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
