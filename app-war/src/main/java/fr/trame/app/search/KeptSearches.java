package fr.trame.app.search;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Saved searches together with what the index and the rights of the moment say of them. */
@ApplicationScoped
public class KeptSearches {

    @Inject
    SavedSearches saved;

    @Inject
    Search search;

    @Inject
    HitCheck check;

    /** A saved search and how much of what is new in it the person may read now. */
    public record Kept(SavedSearch search, int fresh) {}

    /** Keeps a search; what it finds now is no news. */
    public UUID save(String name, String words, String filters, boolean alert) {
        var question = new Question(words, Filters.parse(filters), SearchIndex.Order.RECENT, null);
        var known = search.first(question, Alerts.LATEST).stream()
                .map(SearchIndex.Hit::entity)
                .toList();
        return saved.save(name, words, filters, alert, known);
    }

    /** @return the person's own, by name */
    public List<Kept> list() {
        Map<SavedSearch, List<UUID>> unseen = new LinkedHashMap<>();
        saved.list().forEach(each -> unseen.put(each, saved.unseen(each.id())));
        var readable =
                check.places(unseen.values().stream().flatMap(List::stream).collect(Collectors.toSet()));
        return unseen.entrySet().stream()
                .map(each -> new Kept(each.getKey(), (int)
                        each.getValue().stream().filter(readable::containsKey).count()))
                .toList();
    }
}
