package fr.trame.app.search;

import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;

/** What a person may be about to type; trimmed twice, as the search is. */
@ApplicationScoped
public class Suggestions {

    private static final int LEAST_CHARS = 2;
    private static final int OF_EACH_KIND = 4;
    private static final int OF_EACH_NAME = 3;
    private static final int RECENT = 5;

    @Inject
    SearchIndex index;

    @Inject
    Workspaces workspaces;

    @Inject
    HitCheck check;

    @Inject
    RecentSearches recent;

    @Inject
    Directory directory;

    /** A thing to go to, and the name of the workspace it is in. */
    public record Suggestion(SearchIndex.Hit hit, String workspace) {}

    /**
     * @param recent what the person searched for before
     * @param things to go to
     * @param directory workspaces, organisations and people to go to
     */
    public record Offer(List<String> recent, List<Suggestion> things, List<Directory.Entry> directory) {}

    /**
     * Suggests.
     *
     * @param typed so far; below two characters the person's own searches only
     * @return nothing to go to while the index does not answer: who types is not told of it, who searches is
     */
    public Offer of(String typed) {
        var own = recent.latest(typed.length() > 100 ? typed.substring(0, 100) : typed, RECENT);
        return typed.strip().length() < LEAST_CHARS
                ? new Offer(own, List.of(), List.of())
                : new Offer(own, things(typed), directory.find(typed, OF_EACH_NAME));
    }

    private List<Suggestion> things(String typed) {
        var readable = workspaces.readable();
        if (readable.isEmpty()) {
            return List.of();
        }
        try {
            var hits = index.suggest(typed, readable, OF_EACH_KIND);
            var places = check.places(hits.stream().map(SearchIndex.Hit::entity).toList());
            return hits.stream()
                    .filter(hit -> places.containsKey(hit.entity()))
                    .map(hit -> new Suggestion(
                            hit,
                            Objects.requireNonNull(places.get(hit.entity())).name()))
                    .toList();
        } catch (SearchIndex.IndexUnavailable away) {
            return List.of();
        }
    }
}
