package fr.trame.admin.search;

import fr.trame.admin.ServiceFailure;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.search.IndexSource.Batch;
import fr.trame.admin.search.IndexSource.Position;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Fills a new index from PostgreSQL beside the one that is searched, then moves the alias. What the product writes
 * meanwhile goes to the old index: after the move every row that is not as it was read is asked to be indexed again,
 * through the outbox and under its version, so that doing it twice is harmless.
 */
public final class IndexRebuild {

    /** A search that began on the old index may still be collecting its hits when the alias moves. */
    private static final Duration FOR_LAST_SEARCHES = Duration.ofSeconds(3);

    private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(5);

    private final OwnerDatabase database;
    private final SearchCluster cluster;
    private final Consumer<String> report;
    private final Duration forLastSearches;

    public IndexRebuild(OwnerDatabase database, SearchCluster cluster, Consumer<String> report) {
        this(database, cluster, report, FOR_LAST_SEARCHES);
    }

    IndexRebuild(OwnerDatabase database, SearchCluster cluster, Consumer<String> report, Duration forLastSearches) {
        this.database = database;
        this.cluster = cluster;
        this.report = report;
        this.forLastSearches = forLastSearches;
    }

    /** @throws ServiceFailure when it could not be finished; the index that is searched is then the one before */
    public void rebuild(UUID tenant) {
        database.exclusively("the index of tenant " + tenant, () -> rebuildAlone(tenant));
    }

    private void rebuildAlone(UUID tenant) {
        var started = System.nanoTime();
        var alias = SearchIndexDefinition.aliasOf(tenant);
        var searched = cluster.indexBehind(alias);
        var fresh = SearchIndexDefinition.indexOf(tenant, nextNumber(tenant, searched));
        var changes = new RowChanges(database, tenant);
        cluster.createUnsearched(fresh);
        report.accept("index: filling " + fresh + ", " + searched.orElse("none") + " is searched meanwhile");
        var entries = fill(tenant, fresh, changes);
        cluster.swap(alias, searched, fresh);
        report.accept("alias: moved to " + fresh);
        catchUp(fresh, changes);
        if (searched.isPresent()) {
            Pause.millis(forLastSearches.toMillis());
            cluster.delete(searched.get());
        }
        report.accept("done: " + changes.rows() + " rows, " + entries + " entries, " + seconds(started));
    }

    /** Removes what an interrupted rebuild left, and counts on from the highest number. */
    private int nextNumber(UUID tenant, Optional<String> searched) {
        var highest = 0;
        for (var index : cluster.indicesOf(tenant)) {
            highest = Math.max(highest, SearchIndexDefinition.numberOf(index));
            if (searched.isPresent() && !index.equals(searched.get())) {
                cluster.delete(index);
                report.accept("index: removed " + index + ", left by an interrupted rebuild");
            }
        }
        return highest + 1;
    }

    private long fill(UUID tenant, String fresh, RowChanges changes) {
        var source = new IndexSource(database, tenant);
        var writer = new BulkWriter(cluster, fresh);
        copy("fiches", source::fiches, writer, changes);
        copy("dossiers", source::dossiers, writer, changes);
        copy("pages of documents", source::pages, writer, changes);
        copy("comments", source::comments, writer, changes);
        var written = writer.written();
        cluster.finishFilling(fresh);
        var counted = cluster.count(fresh);
        if (counted != written) {
            cluster.delete(fresh);
            throw new ServiceFailure(fresh + " holds " + counted + " entries, but " + written + " were written: it was"
                    + " removed and the index before is still searched. Run the command again.");
        }
        return written;
    }

    private void copy(String what, Function<Position, Batch> next, BulkWriter writer, RowChanges changes) {
        var started = System.nanoTime();
        var told = started;
        var entries = 0L;
        for (var batch = next.apply(Position.START); !batch.entries().isEmpty(); batch = next.apply(batch.last())) {
            writer.write(batch.entries());
            changes.remember(batch.rows());
            entries += batch.entries().size();
            if (System.nanoTime() - told > BETWEEN_REPORTS.toNanos()) {
                told = System.nanoTime();
                report.accept(what + ": " + entries + " so far, " + seconds(started));
            }
        }
        report.accept(what + ": " + entries + ", " + seconds(started));
    }

    private void catchUp(String fresh, RowChanges changes) {
        var found = changes.enqueueChanged();
        var writer = new BulkWriter(cluster, fresh);
        found.gone().forEach(id -> writer.remove(cluster.entriesOf(fresh, id)));
        report.accept("caught up: " + found.changed() + " rows changed meanwhile are queued, "
                + found.gone().size() + " deleted ones removed");
    }

    private static String seconds(long started) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - started) / 1e9);
    }
}
