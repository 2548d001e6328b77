package fr.trame.app.search;

import fr.trame.app.BusinessException;
import fr.trame.app.workspace.Workspaces;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The search of the tenant, trimmed twice: the index is asked for readable workspaces only, and what it answers is looked
 * up in the database before it is shown, because an index is always a little late.
 */
@ApplicationScoped
public class Search {

    private static final int PAGE_SIZE = 20;

    @Inject
    SearchIndex index;

    @Inject
    Workspaces workspaces;

    @Inject
    HitCheck check;

    /**
     * Finds.
     *
     * @param words as typed; with the operators the page names; a broken expression is read as plain words
     * @param filters facet name to chosen values
     * @param page 0 and up, 20 hits each, the first 500 pages only
     * @throws BusinessException UNAVAILABLE when the index does not answer
     */
    public SearchIndex.Result find(String words, Map<String, Set<String>> filters, int page) {
        var readable = workspaces.readable();
        if (words.isBlank() || readable.isEmpty()) {
            return new SearchIndex.Result(0, List.of(), Map.of(), null);
        }
        try {
            var bounded = Math.max(0, Math.min(page, 499));
            var result = index.find(new SearchIndex.Query(words, readable, filters, bounded, PAGE_SIZE));
            return new SearchIndex.Result(
                    result.total(), check.stillThere(result.hits()), result.facets(), result.correction());
        } catch (SearchIndex.IndexUnavailable away) {
            throw BusinessException.unavailable("search.unavailable");
        }
    }
}
