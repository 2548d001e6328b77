package fr.trame.app.integrity;

import fr.trame.app.search.IndexSurvey;
import fr.trame.app.search.IndexSurvey.Holding;
import fr.trame.app.search.SearchIndex;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the index with the rows. People go on working meanwhile, so each difference is looked at twice, and what is
 * about to be indexed is left for the next time.
 */
@ApplicationScoped
class EntriesLook {

    private static final int AT_ONCE = 1_000;
    private static final int STUCK_AT_ONCE = 500;
    private static final String LAST = "~";

    @Inject
    Inventory inventory;

    @Inject
    IndexSurvey survey;

    @Inject
    SearchIndex index;

    /** What waits in vain is asked for again; doing so changes its row's queue, not the row. */
    Slice pipeline() {
        var findings = new ArrayList<Finding>();
        for (var each : inventory.stuck(STUCK_AT_ONCE)) {
            var kind = each.work().equals("INDEX") ? Finding.Kind.NOT_INDEXED : Finding.Kind.NOT_EXTRACTED;
            inventory.repair(each.work(), CheckStep.PIPELINE, each.document(), each.version());
            findings.add(new Finding(kind, each.document(), each.name(), true));
        }
        return new Slice("", 0, 0, 0, findings);
    }

    Slice entries(CheckStep step, String after) {
        var kind = kind(step);
        var part = survey.part(kind, after);
        var rows = inventory.indexed(step, after, AT_ONCE);
        var until = earlier(
                part.isLast() ? LAST : last(part.holdings(), Holding::entity),
                rows.size() < AT_ONCE ? LAST : last(rows, Inventory.Indexed::id));
        var held = upTo(until, part.holdings(), Holding::entity);
        var expected = upTo(until, rows, Inventory.Indexed::id);
        var findings = new ArrayList<Finding>();
        expected.values().stream()
                .filter(row -> !row.isWaiting() && differs(row, held.get(row.id())) != null)
                .forEach(row -> again(step, row.id()).ifPresent(findings::add));
        held.keySet().stream().filter(id -> !expected.containsKey(id)).forEach(id -> unknown(step, id)
                .ifPresent(findings::add));
        return new Slice(until.equals(LAST) ? "" : until, 0, 0, expected.size(), findings);
    }

    /** The row may have changed since it was read, or the index caught up. */
    private Optional<Finding> again(CheckStep step, UUID id) {
        var holding = survey.holding(kind(step), id);
        var now = inventory.indexed(step, id);
        if (now.isEmpty() || now.get().isWaiting()) {
            return Optional.empty();
        }
        var row = now.get();
        var kind = differs(row, holding.orElse(null));
        if (kind == null) {
            return Optional.empty();
        }
        var repairs = kind == Finding.Kind.ENTRY_MISSING || kind == Finding.Kind.ENTRY_OLD;
        if (repairs) {
            inventory.repair("INDEX", step, id, row.version());
        }
        return Optional.of(new Finding(kind, id, row.name(), repairs));
    }

    private Optional<Finding> unknown(CheckStep step, UUID id) {
        if (inventory.exists(step, id) || survey.holding(kind(step), id).isEmpty()) {
            return Optional.empty();
        }
        index.remove(kind(step), id);
        return Optional.of(new Finding(Finding.Kind.ENTRY_UNKNOWN, id, "", true));
    }

    private static Finding.@Nullable Kind differs(Inventory.Indexed row, @Nullable Holding holding) {
        if (holding == null || holding.entries() < row.entries()) {
            return Finding.Kind.ENTRY_MISSING;
        }
        if (holding.newest() > row.version()) {
            return Finding.Kind.ENTRY_AHEAD;
        }
        return holding.oldest() < row.oldest() ? Finding.Kind.ENTRY_OLD : null;
    }

    private static SearchIndex.Kind kind(CheckStep step) {
        return switch (step) {
            case FICHES -> SearchIndex.Kind.FICHE;
            case DOSSIERS -> SearchIndex.Kind.DOSSIER;
            case DOCUMENTS -> SearchIndex.Kind.DOCUMENT;
            case COMMENTS -> SearchIndex.Kind.COMMENT;
            case OBJECTS, DIGESTS, PIPELINE, END -> throw new IllegalArgumentException(step + " is not about entries");
        };
    }

    private static <T> String last(List<T> all, Function<T, UUID> id) {
        return id.apply(all.get(all.size() - 1)).toString();
    }

    private static String earlier(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static <T> Map<UUID, T> upTo(String until, List<T> all, Function<T, UUID> id) {
        return all.stream()
                .filter(each -> id.apply(each).toString().compareTo(until) <= 0)
                .collect(Collectors.toMap(id, Function.identity()));
    }
}
