package fr.trame.app.search.elasticsearch;

import fr.trame.app.search.SearchIndex.Entry;
import fr.trame.app.search.SearchIndex.Kind;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the index keeps it; {@code body} does not come back with hits.
 *
 * @param arabic the body once more when it is in Arabic, for the analyzer of that language
 * @param english the same in English
 */
record IndexedEntry(
        String kind,
        String entity,
        String workspace,
        @Nullable String dossier,
        @Nullable String title,
        @Nullable String body,
        int page,
        @Nullable String status,
        @Nullable String type,
        @Nullable String reference,
        int year,
        @Nullable String modified,
        @Nullable Set<String> author,
        @Nullable String arabic,
        @Nullable String english) {

    /** More of one page is not read by anybody, and not by the highlighter either. */
    static final int MOST_CHARS = 1_000_000;

    static IndexedEntry of(Entry entry) {
        var body = entry.body().length() > MOST_CHARS ? entry.body().substring(0, MOST_CHARS) : entry.body();
        var text = MarkedText.clean(body);
        return new IndexedEntry(
                entry.kind().name(),
                entry.entity().toString(),
                entry.workspace().toString(),
                entry.dossier() == null ? null : entry.dossier().toString(),
                entry.kind() == Kind.COMMENT ? null : MarkedText.clean(entry.title()),
                text,
                entry.page(),
                entry.status(),
                entry.type(),
                entry.reference(),
                entry.year(),
                entry.modified().toString(),
                entry.authors(),
                entry.language().equals("ar") ? text : null,
                entry.language().equals("en") ? text : null);
    }

    /** @return what names the entry in the index */
    static String id(Kind kind, UUID entity, int page) {
        var id = kind.name().toLowerCase(Locale.ROOT) + "-" + entity;
        return kind == Kind.DOCUMENT ? id + "-p" + page : id;
    }

    /** @return whether a name is of none of those pages */
    static Predicate<String> otherThan(UUID document, Set<Integer> pages) {
        var named =
                pages.stream().map(page -> id(Kind.DOCUMENT, document, page)).collect(Collectors.toSet());
        return name -> !named.contains(name);
    }
}
