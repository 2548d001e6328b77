package fr.trame.admin.search;

import fr.trame.admin.database.OwnerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Remembers each row as it was when it was read, and finds afterwards what is no longer so. Comparing states rather
 * than dates also finds what a transaction wrote early and committed late, and what was deleted.
 */
final class RowChanges {

    private static final int ROWS_AT_A_TIME = 5_000;
    private static final Map<String, String> STATES = Map.of(
            "fiche",
            "select id, version, '' as detail from fiche",
            "dossier",
            "select id, version, '' as detail from dossier",
            "document",
            "select id, version, state || ' ' || pages as detail"
                    + " from (select * from document where deleted_at is null"
                    + " and state not in ('SCANNING', 'QUARANTINED')) kept",
            "comment",
            "select id, version, '' as detail from (select k.tenant_id, k.id, k.version + d.version as version"
                    + " from document_comment k join document d on d.tenant_id = k.tenant_id and d.id = k.document_id"
                    + " where k.deleted_at is null and d.deleted_at is null"
                    + " and d.state not in ('SCANNING', 'QUARANTINED')) kept");
    private static final String KEYSET = " where tenant_id = current_tenant() and id > ? order by id limit ?";

    private final OwnerDatabase database;
    private final UUID tenant;
    private final Map<UUID, RowState> read = new HashMap<>();

    RowChanges(OwnerDatabase database, UUID tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    /** The first sight of a row counts: of a document whose pages were read one after the other, the oldest state. */
    void remember(Collection<RowState> rows) {
        rows.forEach(row -> read.putIfAbsent(row.id(), row));
    }

    long rows() {
        return read.size();
    }

    /**
     * Asks for the indexing of every row that is new or other than when it was read.
     *
     * @return how many rows, and which ones are gone
     */
    Found enqueueChanged() {
        var gone = new HashSet<>(read.keySet());
        var changed = 0;
        for (var kind : STATES.entrySet()) {
            for (var batch = states(kind, new UUID(0, 0)); !batch.isEmpty(); batch = states(kind, last(batch))) {
                batch.forEach(row -> gone.remove(row.id()));
                changed += enqueue(batch.stream()
                        .filter(row -> !row.equals(read.get(row.id())))
                        .toList());
            }
        }
        return new Found(changed, gone);
    }

    record Found(int changed, Set<UUID> gone) {}

    private static UUID last(List<RowState> batch) {
        return batch.get(batch.size() - 1).id();
    }

    private List<RowState> states(Map.Entry<String, String> kind, UUID after) {
        return database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(kind.getValue() + KEYSET)) {
                statement.setObject(1, after);
                statement.setInt(2, ROWS_AT_A_TIME);
                try (var row = statement.executeQuery()) {
                    var states = new ArrayList<RowState>();
                    while (row.next()) {
                        states.add(new RowState(
                                kind.getKey(), row.getObject(1, UUID.class), row.getLong(2), row.getString(3)));
                    }
                    return states;
                }
            }
        });
    }

    private int enqueue(List<RowState> rows) {
        if (!rows.isEmpty()) {
            database.inTenant(tenant, connection -> insert(connection, rows));
        }
        return rows.size();
    }

    private static int insert(Connection connection, List<RowState> rows) throws SQLException {
        var sql = "insert into outbox (aggregate, aggregate_id, aggregate_version, type) values (?, ?, ?, 'INDEX')";
        try (var statement = connection.prepareStatement(sql)) {
            for (var row : rows) {
                statement.setString(1, row.kind());
                statement.setObject(2, row.id());
                statement.setLong(3, row.version());
                statement.addBatch();
            }
            return statement.executeBatch().length;
        }
    }
}
