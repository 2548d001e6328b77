package fr.trame.app.search;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The index of the tenant at work, with the tenant's own key. Every call is a network call with a timeout: never make
 * one inside a transaction. When the index does not answer, each method throws {@link IndexUnavailable}.
 */
public interface SearchIndex {

    /** What kind of thing a hit is. */
    enum Kind {
        FICHE,
        DOSSIER,
        DOCUMENT,
        /** Of a document, shown at its page; the title it is shown with is the document's. */
        COMMENT
    }

    /**
     * One thing to find; a document gives one entry a page, so that a hit names its page.
     *
     * @param entity identifier of the fiche, dossier, document or comment
     * @param page 1 and up for a page of a document, or the one a comment is about, 0 otherwise
     * @param version grows with each change of the entity; an older or equal one than the index holds changes nothing
     * @param type file extension in lower case, or null
     * @param status state of the fiche, or null
     * @param authors subjects of those who wrote it
     * @param language of the body as it was detected, such as {@code en}, "" when nobody knows
     */
    record Entry(
            Kind kind,
            UUID entity,
            int page,
            long version,
            UUID workspace,
            @Nullable UUID dossier,
            String title,
            String body,
            @Nullable String reference,
            @Nullable String status,
            @Nullable String type,
            int year,
            Instant modified,
            Set<String> authors,
            String language) {

        /** In a language nobody asked for: French, most likely. */
        public Entry(
                Kind kind,
                UUID entity,
                int page,
                long version,
                UUID workspace,
                @Nullable UUID dossier,
                String title,
                String body,
                @Nullable String reference,
                @Nullable String status,
                @Nullable String type,
                int year,
                Instant modified,
                Set<String> authors) {
            this(
                    kind, entity, page, version, workspace, dossier, title, body, reference, status, type, year,
                    modified, authors, "");
        }
    }

    /** In which order hits come. */
    enum Order {
        RELEVANCE,
        RECENT,
        TITLE
    }

    /** A thing to find others like. */
    record Like(Kind kind, UUID entity) {}

    /**
     * What is asked.
     *
     * @param words as typed, at most 256 characters are used
     * @param workspaces those this person may read; nothing outside them is found or counted
     * @param filters facet name ({@code kind workspace status type year}) to the chosen values, any of them
     * @param page 0 and up
     * @param size of a page, at most 50
     * @param authors subjects of whom one wrote it, or null for anybody
     * @param like what the hits must be like, or null
     * @param everything whether no words find everything, rather than nothing
     * @param except what is neither found nor counted
     */
    record Query(
            String words,
            Set<UUID> workspaces,
            Map<String, Set<String>> filters,
            int page,
            int size,
            Order order,
            @Nullable Set<String> authors,
            @Nullable Like like,
            boolean everything,
            Set<UUID> except) {

        /** By anybody, the best first. */
        public Query(String words, Set<UUID> workspaces, Map<String, Set<String>> filters, int page, int size) {
            this(words, workspaces, filters, page, size, Order.RELEVANCE, null, null, false, Set.of());
        }

        /** @return the same without those */
        public Query except(Set<UUID> others) {
            return new Query(
                    words, workspaces, filters, page, size, order, authors, like, everything, Set.copyOf(others));
        }
    }

    /**
     * One hit. {@code title} and {@code snippet} are cut at marks: odd places (1, 3, …) are matches, to be shown in
     * {@code <mark>}; nothing in them is markup.
     *
     * @param document the one a comment is about, null for all else
     */
    record Hit(
            Kind kind,
            UUID entity,
            int page,
            UUID workspace,
            @Nullable UUID dossier,
            @Nullable String reference,
            @Nullable String status,
            @Nullable String type,
            int year,
            Instant modified,
            List<String> title,
            List<String> snippet,
            @Nullable UUID document) {

        /** @return the same comment, as one of that document */
        public Hit about(UUID what, String called) {
            return new Hit(
                    kind,
                    entity,
                    page,
                    workspace,
                    dossier,
                    reference,
                    status,
                    type,
                    year,
                    modified,
                    List.of(called),
                    snippet,
                    what);
        }
    }

    /**
     * @param total entities found, exact up to 10,000
     * @param facets facet name to value to count, counted over the whole result
     * @param correction what the person may have meant, or null
     * @param relaxed whether few had most of the words, so that any of them was enough
     */
    record Result(
            long total,
            List<Hit> hits,
            Map<String, Map<String, Long>> facets,
            @Nullable String correction,
            boolean relaxed) {

        public static final Result NOTHING = new Result(0, List.of(), Map.of(), null, false);

        /** @return the same with other hits and what the person may have meant */
        public Result with(List<Hit> others, @Nullable String meant) {
            return new Result(total, others, facets, meant, relaxed);
        }
    }

    /** Writes entries; repeating or reordering calls is harmless. */
    void put(List<Entry> entries);

    /** Removes every entry of an entity. */
    void remove(Kind kind, UUID entity);

    /** Removes the pages of a document that are not among those; a new version may have fewer than the one before. */
    void keepPages(UUID document, Set<Integer> pages);

    /** Finds; the best hit of each entity only. */
    Result find(Query query);

    /**
     * What the person may be about to type: things whose title has words that begin so, in any order, or whose reference
     * does. The best of each kind, without snippets, what is typed marked in the titles.
     *
     * @param typed so far
     * @param workspaces those this person may read
     * @param each at most so many of a kind
     */
    List<Hit> suggest(String typed, Set<UUID> workspaces, int each);

    /** Makes what was put findable now; for tests and rebuilds. */
    void refresh();

    /** The index takes others but not this one: another try would fail too. */
    class EntryRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public EntryRefused(String message) {
            super(message);
        }
    }

    /** The index does not answer, or answers that it cannot. Worth another try later. */
    class IndexUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public IndexUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
