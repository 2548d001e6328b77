package fr.trame.app.piloting.web;

import fr.trame.app.fiche.WorkflowState;
import fr.trame.app.piloting.Indicators;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The fiches by state as one bar, in the order of a fiche's life; states without a fiche have no part in it. */
public record StateBar(long total, List<Part> parts) {

    static StateBar of(List<Indicators.StateCount> counts) {
        var byState =
                counts.stream().collect(Collectors.toMap(Indicators.StateCount::state, Indicators.StateCount::count));
        var total = counts.stream().mapToLong(Indicators.StateCount::count).sum();
        var parts = new ArrayList<Part>();
        var before = 0L;
        for (var state : WorkflowState.values()) {
            var count = byState.getOrDefault(state.name(), 0L);
            if (count > 0) {
                parts.add(new Part(state, count, percent(before, total), percent(count, total)));
                before += count;
            }
        }
        return new StateBar(total, List.copyOf(parts));
    }

    private static String percent(long part, long whole) {
        return Shares.of(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
    }

    /** One state: where its part of the bar begins and how wide it is. */
    public record Part(WorkflowState state, long count, String start, String width) {}
}
