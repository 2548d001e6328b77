package fr.trame.admin.search;

import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.http.JsonHttp;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a tenant as entries of its index, in short transactions that each continue after the last row of the one
 * before. Nothing is held while the index is filled, so rows may change in between: see {@link IndexRebuild}.
 */
final class IndexSource {

    /** A place in the order of one kind: the row and, for documents, the page. */
    record Position(UUID id, int page) {

        static final Position START = new Position(new UUID(0, 0), -1);
    }

    /** What is read at a time. */
    record Batch(List<IndexEntry> entries, List<RowState> rows, Position last) {}

    private static final int FICHES_AT_A_TIME = 500;
    private static final int PAGES_AT_A_TIME = 200;

    private static final String FICHES =
            """
        select id, version, workspace_id, reference, title, workflow_state, modified_at,
               array_remove(array[created_by, nullif(modified_by, created_by)], '') as authors,
               concat_ws(E'\\n\\n', nullif(context, ''), nullif(objectives, ''), nullif(description, ''),
                   (select string_agg(distinct o.name, ', ' order by o.name) from organisation o
                    where o.tenant_id = fiche.tenant_id and (o.id = fiche.lead_organisation_id or o.id in (
                        select p.organisation_id from fiche_partner p
                        where p.tenant_id = fiche.tenant_id and p.fiche_id = fiche.id)))) as body
        from fiche where tenant_id = current_tenant() and id > ? order by id limit ?
        """;
    private static final String DOSSIERS =
            """
        select id, version, workspace_id, name, description, created_at, array[created_by] as authors
        from dossier where tenant_id = current_tenant() and id > ? order by id limit ?
        """;
    /**
     * Page 0 is the name, its words apart, as the application's own indexer writes it: a document is found by its name
     * before its text is read, and without text. Blank pages are no entries there either.
     */
    private static final String PAGES =
            """
        select d.id, d.version, d.state || ' ' || d.pages as detail, d.name, d.dossier_id, d.uploaded_at,
               array[d.uploaded_by] as authors, o.workspace_id, p.page, p.body, coalesce(r.language, '') as language
        from document d
        join dossier o on o.tenant_id = d.tenant_id and o.id = d.dossier_id
        left join document_reading r on r.tenant_id = d.tenant_id and r.document_id = d.id
        cross join lateral (
            select 0 as page, regexp_replace(d.name, '[._-]+', ' ', 'g') as body
            union all
            select t.page, t.content from document_page t
            where t.tenant_id = d.tenant_id and t.document_id = d.id and t.content ~ '\\S') p
        where d.tenant_id = current_tenant() and d.deleted_at is null
            and d.state not in ('SCANNING', 'QUARANTINED') and d.id >= ? and (d.id, p.page) > (?, ?)
        order by d.id, p.page limit ?
        """;
    /** A comment moves with its document, so both count for how new it is. */
    private static final String COMMENTS =
            """
        select k.id, k.version + d.version as version, k.page, k.body, k.created_at, array[k.author] as authors,
               d.dossier_id, o.workspace_id
        from document_comment k
        join document d on d.tenant_id = k.tenant_id and d.id = k.document_id
        join dossier o on o.tenant_id = d.tenant_id and o.id = d.dossier_id
        where k.tenant_id = current_tenant() and k.deleted_at is null and d.deleted_at is null
            and d.state not in ('SCANNING', 'QUARANTINED') and k.id > ? order by k.id limit ?
        """;

    private final OwnerDatabase database;
    private final UUID tenant;

    IndexSource(OwnerDatabase database, UUID tenant) {
        this.database = database;
        this.tenant = tenant;
    }

    Batch fiches(Position after) {
        return read(FICHES, after, IndexSource::fiche, after.id(), FICHES_AT_A_TIME);
    }

    Batch dossiers(Position after) {
        return read(DOSSIERS, after, IndexSource::dossier, after.id(), FICHES_AT_A_TIME);
    }

    Batch pages(Position after) {
        var id = after.id();
        return read(PAGES, after, IndexSource::page, id, id, after.page(), PAGES_AT_A_TIME);
    }

    Batch comments(Position after) {
        return read(COMMENTS, after, IndexSource::comment, after.id(), FICHES_AT_A_TIME);
    }

    private Batch read(String sql, Position after, Reader reader, Object... parameters) {
        return database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                for (var i = 0; i < parameters.length; i++) {
                    statement.setObject(i + 1, parameters[i]);
                }
                try (var row = statement.executeQuery()) {
                    var batch = new Batch(new ArrayList<>(), new ArrayList<>(), after);
                    while (row.next()) {
                        batch = new Batch(batch.entries(), batch.rows(), reader.read(row, batch));
                    }
                    return batch;
                }
            }
        });
    }

    private static Position fiche(ResultSet row, Batch batch) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var source = source("FICHE", id, row.getObject("workspace_id", UUID.class), row.getString("title"))
                .put("body", row.getString("body"))
                .put("status", row.getString("workflow_state"))
                .put("reference", row.getString("reference"));
        authors(source, row);
        dated(source, row.getObject("modified_at", OffsetDateTime.class));
        batch.entries().add(new IndexEntry("fiche-" + id, row.getLong("version") + 1, source));
        batch.rows().add(new RowState("fiche", id, row.getLong("version"), ""));
        return new Position(id, 0);
    }

    private static Position dossier(ResultSet row, Batch batch) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var source = source("DOSSIER", id, row.getObject("workspace_id", UUID.class), row.getString("name"))
                .put("body", row.getString("description"))
                .put("dossier", id.toString());
        authors(source, row);
        dated(source, row.getObject("created_at", OffsetDateTime.class));
        batch.entries().add(new IndexEntry("dossier-" + id, row.getLong("version") + 1, source));
        batch.rows().add(new RowState("dossier", id, row.getLong("version"), ""));
        return new Position(id, 0);
    }

    private static Position page(ResultSet row, Batch batch) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var page = row.getInt("page");
        var name = row.getString("name");
        var source = source("DOCUMENT", id, row.getObject("workspace_id", UUID.class), name)
                .put("body", row.getString("body"))
                .put("dossier", row.getString("dossier_id"))
                .put("page", page)
                .put("type", extension(name));
        if (page > 0) {
            switch (row.getString("language")) {
                case "en" -> source.put("english", row.getString("body"));
                case "ar" -> source.put("arabic", row.getString("body"));
                default -> {}
            }
        }
        authors(source, row);
        dated(source, row.getObject("uploaded_at", OffsetDateTime.class));
        batch.entries().add(new IndexEntry("document-" + id + "-p" + page, row.getLong("version") + 1, source));
        batch.rows().add(new RowState("document", id, row.getLong("version"), row.getString("detail")));
        return new Position(id, page);
    }

    /** Without a title: it is shown with its document's, and a document's name finds the document. */
    private static Position comment(ResultSet row, Batch batch) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var source = source("COMMENT", id, row.getObject("workspace_id", UUID.class), null)
                .put("body", row.getString("body"))
                .put("dossier", row.getString("dossier_id"))
                .put("page", row.getInt("page"));
        authors(source, row);
        dated(source, row.getObject("created_at", OffsetDateTime.class));
        batch.entries().add(new IndexEntry("comment-" + id, row.getLong("version") + 1, source));
        batch.rows().add(new RowState("comment", id, row.getLong("version"), ""));
        return new Position(id, 0);
    }

    private static ObjectNode source(String kind, UUID id, UUID workspace, @Nullable String title) {
        var source =
                JsonHttp.object().put("kind", kind).put("entity", id.toString()).put("workspace", workspace.toString());
        return title == null ? source : source.put("title", title);
    }

    private static void dated(ObjectNode source, OffsetDateTime moment) {
        var inUtc = moment.withOffsetSameInstant(ZoneOffset.UTC);
        source.put("modified", inUtc.toInstant().toString()).put("year", inUtc.getYear());
    }

    private static void authors(ObjectNode source, ResultSet row) throws SQLException {
        var authors = source.putArray("author");
        for (var subject : (String[]) row.getArray("authors").getArray()) {
            if (subject != null) {
                authors.add(subject);
            }
        }
    }

    /** The facet "type of file": what follows the last dot, in lower case, or nothing. */
    static String extension(String fileName) {
        var dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private interface Reader {
        Position read(ResultSet row, Batch batch) throws SQLException;
    }
}
