package fr.trame.admin.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.standin.OwnedPostgres;
import fr.trame.admin.standin.SearchStandIn;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rebuilds an index from a real database, while rows change and while the search engine misbehaves. */
class IndexRebuildIT {

    private static OwnedPostgres postgres;

    private SearchStandIn elasticsearch = new SearchStandIn();
    private UUID tenant = new UUID(0, 0);
    private String alias = "";

    @BeforeAll
    static void startPostgres() throws Exception {
        postgres = new OwnedPostgres();
    }

    @AfterAll
    static void stopPostgres() throws Exception {
        if (postgres != null) {
            postgres.close();
        }
    }

    @BeforeEach
    void openATenantWithAFewRows() throws SQLException {
        tenant = UUID.randomUUID();
        alias = SearchIndexDefinition.aliasOf(tenant);
        elasticsearch = new SearchStandIn();
        new SearchIndex(cluster()).ensure(tenant);
        inTenant(RowsToIndex.A_FEW.formatted(tenant, "t" + tenant.toString().substring(0, 8)));
    }

    @AfterEach
    void stopElasticsearch() {
        elasticsearch.close();
    }

    @Test
    void everyRowOfTheTenantIsAnEntryOfTheNewIndexUnderItsVersionPlusOne() throws SQLException {
        var report = rebuild();
        assertEquals(alias + "-v2", elasticsearch.aliases().get(alias));
        assertEquals(List.of(alias + "-v2"), List.copyOf(elasticsearch.indices()));
        var entries = elasticsearch.entries(alias + "-v2");
        assertEquals(1 + 1 + (1 + 3) + 1 + 1, entries.size(), entries.keySet().toString());
        isTheFiche(entries);
        isAPageOfTheReport(entries);
        isTheComment(entries);
        var unread = entries.get("document-" + id("document", "name = 'Sans extension'") + "-p0");
        assertEquals(
                "Sans extension|0|", text(unread, "body") + "|" + text(unread, "page") + "|" + text(unread, "type"));
        assertTrue(report.stream().anyMatch(line -> line.startsWith("done: 5 rows, 8 entries, ")), report.toString());
        assertEquals(List.of("0"), postgres.rows("select count(*) from outbox where tenant_id = '" + tenant + "'"));
    }

    private static void isTheFiche(Map<String, JsonNode> entries) throws SQLException {
        var id = postgres.rows("select id from fiche order by created_at desc limit 1")
                .get(0);
        var fiche = entries.get("fiche-" + id);
        assertEquals("FICHE", text(fiche, "kind"));
        assertEquals(id, text(fiche, "entity"));
        assertEquals("Le contexte\n\nLa description", text(fiche, "body"));
        assertEquals("VALIDATED NORD-1", text(fiche, "status") + " " + text(fiche, "reference"));
        assertEquals("2024 2024-12-31T23:30:00Z", text(fiche, "year") + " " + text(fiche, "modified"));
        assertEquals("5", text(fiche, "version"));
    }

    private void isTheComment(Map<String, JsonNode> entries) throws SQLException {
        var comment = entries.get("comment-" + id("document_comment", "body = 'Une question'"));
        assertEquals(
                "COMMENT Une question 9",
                text(comment, "kind") + " " + text(comment, "body") + " " + text(comment, "page"));
        assertEquals(id("dossier", "true"), text(comment, "dossier"));
        assertEquals("6", text(comment, "version"), "its own, its document's, and one");
        assertFalse(comment != null && comment.has("title"), "a document's name finds the document");
    }

    private void isAPageOfTheReport(Map<String, JsonNode> entries) throws SQLException {
        var page = entries.get("document-" + id("document", "name = 'Rapport.PDF'") + "-p9");
        assertEquals(
                "DOCUMENT Rapport.PDF pdf", text(page, "kind") + " " + text(page, "title") + " " + text(page, "type"));
        assertEquals("page neuf", text(page, "body"));
        assertEquals("page neuf", text(page, "english"), "for the analyzer of its language");
        assertEquals(id("dossier", "true"), text(page, "dossier"));
        assertEquals("3", text(page, "version"));
        var name = entries.get("document-" + id("document", "name = 'Rapport.PDF'") + "-p0");
        assertEquals("Rapport PDF", text(name, "body"), "each word of a name is a word");
        assertNull(entries.get("document-" + id("document", "name = 'Rapport.PDF'") + "-p2"), "a blank page");
    }

    @Test
    void whatChangesMeanwhileIsQueuedAndWhatIsDeletedIsRemoved() throws SQLException {
        var once = new AtomicBoolean();
        elasticsearch.onBulk(() -> {
            if (!once.getAndSet(true)) {
                changeRows();
            }
        });
        var report = rebuild();
        assertEquals(
                List.of("document INDEX 2", "dossier INDEX 0", "dossier INDEX 1"),
                postgres.rows(
                        "select aggregate || ' ' || type || ' ' || aggregate_version from outbox where tenant_id = '"
                                + tenant + "' order by 1"));
        assertTrue(
                report.contains("caught up: 3 rows changed meanwhile are queued, 1 deleted ones removed"), report + "");
        var entries = elasticsearch.entries(alias + "-v2");
        assertTrue(
                entries.keySet().stream().noneMatch(id -> id.startsWith("fiche-")),
                entries.keySet().toString());
    }

    @Test
    void whatAnInterruptedRebuildLeftIsRemovedAndItsNumberNotUsedAgain() {
        cluster().createUnsearched(alias + "-v7");
        var report = rebuild();
        assertTrue(
                report.contains("index: removed " + alias + "-v7, left by an interrupted rebuild"), report.toString());
        assertEquals(List.of(alias + "-v8"), List.copyOf(elasticsearch.indices()));
        assertEquals(alias + "-v8", elasticsearch.aliases().get(alias));
    }

    @Test
    void anIncompleteIndexIsNeverPutInPlace() {
        elasticsearch.loseEntries(true);
        assertThrows(ServiceFailure.class, this::rebuild);
        assertEquals(alias + "-v1", elasticsearch.aliases().get(alias));
        assertEquals(List.of(alias + "-v1"), List.copyOf(elasticsearch.indices()));
    }

    @Test
    void aClusterThatIsBusyIsAskedAgain() {
        elasticsearch.refuseBulks(2);
        rebuild();
        assertEquals(8, elasticsearch.entries(alias + "-v2").size());
    }

    @Test
    void manyPagesAreReadInSeveralTurnsWithoutLossOrRepetition() throws SQLException {
        inTenant(RowsToIndex.MANY_PAGES.formatted(tenant));
        rebuild();
        assertEquals(8 + 1 + 700, elasticsearch.entries(alias + "-v2").size());
    }

    private void changeRows() {
        try {
            inTenant(RowsToIndex.CHANGES.formatted(tenant));
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private List<String> rebuild() {
        var report = new ArrayList<String>();
        var database = OwnerDatabase.from(new Settings(postgres.settings()));
        new IndexRebuild(database, cluster(), report::add, Duration.ZERO).rebuild(tenant);
        return report;
    }

    private SearchCluster cluster() {
        var settings = new HashMap<>(Map.of("TRAME_SEARCH_URL", elasticsearch.address()));
        settings.put("TRAME_SEARCH_ADMIN_USER", "elastic");
        settings.put("TRAME_SEARCH_ADMIN_PASSWORD", "secret");
        return SearchCluster.from(new Settings(settings));
    }

    private void inTenant(String sql) throws SQLException {
        postgres.execute("select set_config('app.tenant_id', '" + tenant + "', false); " + sql);
    }

    private String id(String table, String condition) throws SQLException {
        return postgres.rows("select id from " + table + " where tenant_id = '" + tenant + "' and " + condition)
                .get(0);
    }

    private static String text(@Nullable JsonNode entry, String field) {
        return entry == null ? "no such entry" : entry.path(field).asText();
    }
}
