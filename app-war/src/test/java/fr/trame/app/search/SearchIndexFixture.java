package fr.trame.app.search;

import fr.trame.app.search.SearchIndex.Entry;
import fr.trame.app.search.SearchIndex.Kind;
import fr.trame.app.search.SearchIndex.Query;
import fr.trame.app.search.SearchIndex.Result;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** An index, a workspace for each test, and short words for what is put there and asked. */
public abstract class SearchIndexFixture {

    static final Instant DAY = Instant.parse("2026-01-15T10:00:00Z");

    protected UUID workspace = UUID.randomUUID();

    /** An index that works, for one tenant. */
    protected abstract SearchIndex index();

    @BeforeEach
    void openWorkspace() {
        workspace = UUID.randomUUID();
    }

    final void put(Entry... entries) {
        index().put(List.of(entries));
        index().refresh();
    }

    final Result find(String words) {
        return index().find(new Query(words, Set.of(workspace), Map.of(), 0, 10));
    }

    final List<UUID> found(String words) {
        return find(words).hits().stream().map(SearchIndex.Hit::entity).toList();
    }

    final Entry fiche(String title, String body, @Nullable String reference) {
        return new Entry(
                Kind.FICHE,
                UUID.randomUUID(),
                0,
                1,
                workspace,
                null,
                title,
                body,
                reference,
                "DRAFT",
                null,
                2026,
                DAY,
                Set.of());
    }

    final Entry entry(Kind kind, UUID id, int page, long version, String body) {
        return new Entry(
                kind, id, page, version, workspace, null, "Titre", body, null, null, null, 2026, DAY, Set.of());
    }

    final Entry facet(Kind kind, @Nullable String status, @Nullable String type, int year) {
        int page = kind == Kind.DOCUMENT ? 1 : 0;
        return new Entry(
                kind,
                UUID.randomUUID(),
                page,
                1,
                workspace,
                null,
                "Facette",
                "corps",
                null,
                status,
                type,
                year,
                DAY,
                Set.of());
    }
}
