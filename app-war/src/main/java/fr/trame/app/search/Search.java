package fr.trame.app.search;

import fr.trame.app.BusinessException;
import fr.trame.app.workspace.WorkspaceSummary;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The search of the tenant, trimmed twice: the index is asked for readable workspaces only, and what it answers is looked
 * up in the database before it is shown, because an index is always a little late.
 */
@ApplicationScoped
public class Search {

    private static final int PAGE_SIZE = 20;
    private static final int LAST_PAGE = 499;
    private static final int LARGEST_PAGE = 50;
    private static final int ROUNDS = 3;

    @Inject
    SearchIndex index;

    @Inject
    Workspaces workspaces;

    @Inject
    HitCheck check;

    @Inject
    Authors authors;

    /**
     * Finds.
     *
     * @param page 0 and up, 20 hits each, the first 500 pages only
     * @throws BusinessException UNAVAILABLE when the index does not answer, NOT_FOUND when what the hits should be like
     *     is not there for this person
     */
    public SearchIndex.Result find(Question question, int page) {
        return find(question, Math.max(0, Math.min(page, LAST_PAGE)), PAGE_SIZE);
    }

    /**
     * Finds the first so many, whatever the page.
     *
     * @param atMost hits; a few may be missing when they are no longer there
     */
    public List<SearchIndex.Hit> first(Question question, int atMost) {
        var hits = new ArrayList<SearchIndex.Hit>();
        for (int page = 0; hits.size() < atMost; page++) {
            var result = find(question, page, LARGEST_PAGE);
            hits.addAll(result.hits());
            if (result.total() <= (page + 1L) * LARGEST_PAGE) {
                break;
            }
        }
        return List.copyOf(hits.subList(0, Math.min(hits.size(), atMost)));
    }

    private SearchIndex.Result find(Question question, int page, int size) {
        var like = question.like();
        if (question.words().isBlank() && like == null) {
            return SearchIndex.Result.NOTHING;
        }
        var readable = workspaces.readable();
        var limits = limits(question.words());
        var places = within(readable, limits.workspaces());
        if (places.isEmpty()) {
            return SearchIndex.Result.NOTHING;
        }
        var asked = new SearchIndex.Query(
                limits.rest(),
                places,
                question.filters(),
                page,
                size,
                question.order(),
                limits.authors(),
                like == null ? null : new SearchIndex.Like(place(like).kind(), like),
                like != null || !limits.typed().isEmpty(),
                Set.of());
        try {
            var result = checked(asked);
            return result.with(result.hits(), meant(result.correction(), limits));
        } catch (SearchIndex.IndexUnavailable away) {
            throw BusinessException.unavailable("search.unavailable");
        }
    }

    /**
     * What the index still has and the database no longer shows this person is not counted either: the index is asked
     * again without it. That is rare, since an index is late by a second or two.
     */
    private SearchIndex.Result checked(SearchIndex.Query asked) {
        var gone = new HashSet<UUID>();
        for (int round = 1; ; round++) {
            var result = index.find(gone.isEmpty() ? asked : asked.except(gone));
            var there = check.stillThere(result.hits());
            if (there.size() == result.hits().size()) {
                return result.with(there, result.correction());
            }
            if (round == ROUNDS) {
                return new SearchIndex.Result(there.size(), there, Map.of(), null, result.relaxed());
            }
            result.hits().stream().map(SearchIndex.Hit::entity).forEach(gone::add);
            there.stream().map(SearchIndex.Hit::entity).forEach(gone::remove);
        }
    }

    /**
     * @return the place and the title of something this person may read
     * @throws BusinessException NOT_FOUND when it is not there for this person
     */
    public HitCheck.Place place(UUID entity) {
        var place = check.places(List.of(entity)).get(entity);
        if (place == null) {
            throw BusinessException.notFound("search.like.unknown");
        }
        return place;
    }

    private NamedLimits limits(String words) {
        if (words.indexOf(':') < 0) {
            return new NamedLimits(words, "", null, null);
        }
        Map<String, List<String>> names = workspaces.list().stream()
                .collect(Collectors.toMap(each -> each.id().toString(), each -> names(each)));
        return NamedLimits.of(words, names, authors::named);
    }

    private static List<String> names(WorkspaceSummary workspace) {
        return List.of(workspace.code(), workspace.name());
    }

    private static Set<UUID> within(Set<UUID> readable, @Nullable Set<String> named) {
        return named == null
                ? readable
                : readable.stream()
                        .filter(each -> named.contains(each.toString()))
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static @Nullable String meant(@Nullable String correction, NamedLimits limits) {
        return correction == null || limits.typed().isEmpty() ? correction : correction + " " + limits.typed();
    }
}
