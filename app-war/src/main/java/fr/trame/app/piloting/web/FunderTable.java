package fr.trame.app.piloting.web;

import fr.trame.app.piloting.Indicators;
import fr.trame.app.web.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who pays how much: the largest funders, the others together, all of them in sum. */
public record FunderTable(List<Line> lines, Line total) {

    private static final int MOST = 7;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    static FunderTable of(List<Indicators.FunderAmounts> all) {
        var widest = all.isEmpty() ? BigDecimal.ZERO : all.get(0).planned();
        var lines = new ArrayList<Line>();
        all.stream().limit(MOST).forEach(each -> lines.add(line(each.funder(), List.of(each), widest)));
        if (all.size() > MOST) {
            lines.add(line("", all.subList(MOST, all.size()), widest));
        }
        return new FunderTable(List.copyOf(lines), line("", all, sum(all, Indicators.FunderAmounts::planned)));
    }

    /** @return whether amounts are better written in millions, so that a column has one unit */
    public boolean inMillions() {
        return total.planned().compareTo(MILLION) >= 0;
    }

    /** @return whether an amount has cents, so that all are written with them */
    public boolean cents() {
        return Money.hasCents(lines.stream().flatMap(each -> Stream.of(each.planned(), each.granted(), each.paid())));
    }

    /** @param funder "" for several together */
    private static Line line(String funder, List<Indicators.FunderAmounts> of, BigDecimal widest) {
        var planned = sum(of, Indicators.FunderAmounts::planned);
        var granted = sum(of, Indicators.FunderAmounts::granted);
        var paid = sum(of, Indicators.FunderAmounts::paid);
        var scale = planned.max(widest);
        return new Line(
                funder,
                planned,
                granted,
                paid,
                List.of(
                        Shares.of(planned, scale),
                        Shares.of(granted.min(scale), scale),
                        Shares.of(paid.min(scale), scale)));
    }

    private static BigDecimal sum(
            List<Indicators.FunderAmounts> of, Function<Indicators.FunderAmounts, BigDecimal> amount) {
        return of.stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /**
     * One line.
     *
     * @param widths of the bars for planned, granted and paid
     */
    public record Line(String funder, BigDecimal planned, BigDecimal granted, BigDecimal paid, List<String> widths) {}
}
