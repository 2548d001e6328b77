package fr.trame.app.search.elasticsearch;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import fr.trame.app.search.SearchIndex.Entry;
import fr.trame.app.search.SearchIndex.EntryRefused;
import fr.trame.app.search.SearchIndex.IndexUnavailable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Entries cut into what one request may carry, and what the index says of each. */
final class Portions {

    private static final int MOST_ENTRIES = 500;

    /** At three bytes each, the most French takes, just under five megabytes. */
    private static final int MOST_CHARS = 1_600_000;

    private static final int BAD_REQUEST = 400;
    private static final int CONFLICT = 409;

    private Portions() {}

    static List<List<BulkOperation>> of(List<Entry> entries) {
        var portions = new ArrayList<List<BulkOperation>>();
        var portion = new ArrayList<BulkOperation>();
        long chars = 0;
        for (Entry entry : entries) {
            long more = (long) entry.title().length() + Math.min(entry.body().length(), IndexedEntry.MOST_CHARS);
            if (portion.size() == MOST_ENTRIES || (!portion.isEmpty() && chars + more > MOST_CHARS)) {
                portions.add(List.copyOf(portion));
                portion.clear();
                chars = 0;
            }
            portion.add(putting(entry));
            chars += more;
        }
        portions.add(portion);
        return portions;
    }

    /** Version 0 is refused by the index, hence the one more. */
    private static BulkOperation putting(Entry entry) {
        return BulkOperation.of(operation -> operation.<IndexedEntry>index(
                index -> index.id(IndexedEntry.id(entry.kind(), entry.entity(), entry.page()))
                        .versionType(VersionType.External)
                        .version(entry.version() + 1)
                        .document(IndexedEntry.of(entry))));
    }

    /**
     * What the index holds newer already is as it should be; removing what is not there is no error to begin with.
     *
     * @throws EntryRefused for one that no waiting makes better
     * @throws IndexUnavailable for anything else: too much at once, no room left, no shard
     */
    static void check(BulkResponse response) {
        for (BulkResponseItem item : response.items()) {
            var error = item.error();
            if (error != null && item.status() == BAD_REQUEST) {
                throw new EntryRefused("the index refused " + item.id() + ": " + error.type() + ": " + error.reason());
            }
            if (error != null && item.status() != CONFLICT) {
                throw new IndexUnavailable(
                        "the index refused " + item.id() + " with " + item.status(),
                        new IOException(error.type() + ": " + error.reason()));
            }
        }
    }
}
