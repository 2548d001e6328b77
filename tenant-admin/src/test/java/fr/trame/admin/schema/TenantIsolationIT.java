package fr.trame.admin.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The database's own architecture test: reads the catalogue, then attacks as the application's role. */
class TenantIsolationIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";
    private static final String RAISED = "P0001";

    private static final String FOREIGN_KEYS_WITHOUT_TENANT =
            """
            select conrelid::regclass || '.' || conname from pg_constraint c
            where contype = 'f' and connamespace = 'public'::regnamespace
              and confrelid not in ('tenant'::regclass, 'programme'::regclass, 'axis'::regclass, 'measure'::regclass,
                  'document_kind'::regclass)
              and not exists (select from pg_attribute a where a.attrelid = c.conrelid and a.attnum = any (c.conkey)
                              and a.attname = 'tenant_id')
            """;
    private static final String TABLES_NOT_GUARDED =
            """
            select relname from pg_class c
            where relkind in ('r', 'p', 'm') and relnamespace = 'public'::regnamespace
              and relname not in ('tenant', 'programme', 'axis', 'measure', 'document_kind', 'revoked_session',
                  'flyway_schema_history')
              and not (relrowsecurity and relforcerowsecurity
                       and exists (select from pg_policy p where p.polrelid = c.oid)
                       and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'
                                   and a.attnotnull))
            """;
    /** Each further door is named here, with its reason in the migration that opens it. */
    private static final String POLICIES_BESIDE_THE_STANDARD_ONE =
            """
            select polrelid::regclass || '.' || polname from pg_policy
            where not (polname = 'tenant_only'
                       and pg_get_expr(polqual, polrelid) like '(tenant_id = ( SELECT current_tenant()%')
              and polrelid::regclass || '.' || polname not in ('member.own_memberships', 'outbox.owner_sees_due_work')
            """;

    private static final String FUNCTIONS_OF_THE_OWNER =
            """
            select proname from pg_proc where prosecdef and pronamespace = 'public'::regnamespace
              and (proname <> 'tenants_with_due_work' or proconfig is null)
            """;
    private static final String TENANT_TABLES =
            """
            select relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where relkind = 'r' and relnamespace = 'public'::regnamespace order by relname
            """;

    private static EmbeddedPostgres postgres;
    private static UUID north;
    private static UUID south;
    private static UUID northWorkspace;

    @BeforeAll
    static void startPostgresAndOpenTwoTenants() throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        new Schema(postgres.getPostgresDatabase()).migrate();
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            System.out.println("TenantIsolationIT runs on PostgreSQL " + query(owner, "show server_version"));
            north = openTenant(owner, "nord");
            south = openTenant(owner, "sud");
        }
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            query(owner, SampleRows.ofTheOwner(north));
        }
        try (var app = appIn(north)) {
            northWorkspace = UUID.fromString(query(app, SampleRows.WORKSPACE).get(0));
            query(app, SampleRows.IN_EVERY_TABLE);
            app.commit();
        }
    }

    @AfterAll
    static void stopPostgres() throws IOException {
        if (postgres != null) {
            postgres.close();
        }
    }

    @Test
    void everyTableForcesRowLevelSecurity() throws SQLException {
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            assertEquals(List.of(), query(owner, TABLES_NOT_GUARDED));
        }
    }

    @Test
    void theCatalogueRulesFailOnAGuiltyTable() throws SQLException {
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            owner.setAutoCommit(false);
            query(
                    owner,
                    "create table guilty (id uuid primary key, tenant_id uuid, fiche uuid, fiche_tenant uuid, "
                            + "foreign key (fiche_tenant, fiche) references fiche (tenant_id, id)); select 1");
            assertEquals(List.of("guilty"), query(owner, TABLES_NOT_GUARDED));
            assertFalse(query(owner, FOREIGN_KEYS_WITHOUT_TENANT).isEmpty());
            owner.rollback();
        }
    }

    @Test
    void everyForeignKeyCarriesTheTenant() throws SQLException {
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            assertEquals(List.of(), query(owner, FOREIGN_KEYS_WITHOUT_TENANT));
        }
    }

    @Test
    void noPolicyOrOwnerFunctionOpensAnotherDoor() throws SQLException {
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            assertEquals(List.of(), query(owner, POLICIES_BESIDE_THE_STANDARD_ONE));
            assertEquals(List.of(), query(owner, FUNCTIONS_OF_THE_OWNER));
        }
    }

    @Test
    void noRowOfAnyTableIsReachedFromAnotherTenant() throws SQLException {
        for (var table : tenantTables()) {
            try (var app = appIn(north)) {
                assertFalse(query(app, "select 1 from " + table).isEmpty(), table + " has no sample row to protect");
            }
            for (var stranger : new UUID[] {south, null}) {
                try (var app = appIn(stranger)) {
                    assertEquals(List.of(), query(app, "select 1 from " + table), table);
                }
                changesNothing(stranger, "update " + table + " set tenant_id = tenant_id returning 1");
                changesNothing(stranger, "delete from " + table + " returning 1");
            }
        }
    }

    @Test
    void aPersonSeesTheOwnMembershipsOnlyWhileNoTenantIsBound() throws SQLException {
        var memberships = "select tenant_id from member";
        try (var app = appIn(null)) {
            query(app, "select set_config('app.subject', 'someone', true)");
            assertEquals(List.of(north.toString()), query(app, memberships));
            query(app, "select set_config('app.subject', 'nobody', true)");
            assertEquals(List.of(), query(app, memberships));
        }
        try (var app = appIn(south)) {
            query(app, "select set_config('app.subject', 'someone', true)");
            assertEquals(List.of(), query(app, memberships));
        }
    }

    @Test
    void theWorkerLearnsWhichTenantsHaveWorkAndNothingElse() throws SQLException {
        try (var app = appIn(null)) {
            assertEquals(List.of(north.toString()), query(app, "select tenants_with_due_work()"));
            assertEquals(List.of(), query(app, "select id from outbox"));
        }
    }

    @Test
    void theApplicationRoleCannotBypassOrOwnAnything() throws SQLException {
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            assertEquals(
                    List.of("f"),
                    query(owner, "select rolsuper or rolbypassrls from pg_roles where rolname = 'trame_app'"));
            assertEquals(List.of(), query(owner, "select relname from pg_class where relowner = 'trame_app'::regrole"));
        }
    }

    @Test
    void aTenantSeesItsOwnRowsOnly() throws SQLException {
        try (var app = appIn(north)) {
            assertEquals(List.of(northWorkspace.toString()), query(app, "select id from workspace"));
        }
        try (var app = appIn(south)) {
            assertEquals(List.of(), query(app, "select id from workspace"));
        }
    }

    @Test
    void withoutATenantNothingIsReadOrWritten() throws SQLException {
        try (var app = appIn(null)) {
            assertEquals(List.of(), query(app, "select id from workspace"));
            refused(app, "insert into workspace (code, name) values ('XX', 'x') returning id");
        }
    }

    @Test
    void aForeignTenantCannotBeNamedMovedToOrPointedAt() throws SQLException {
        refusedIn(
                south,
                "insert into workspace (tenant_id, code, name) values ('" + north + "', 'XX', 'x') returning id");
        refusedIn(north, "update workspace set tenant_id = '" + south + "' returning id");
        refusedIn(
                south,
                "insert into fiche (workspace_id, title, reference) values ('" + northWorkspace
                        + "', 'x', 'x') returning id");
        refusedIn(south, "alter table workspace no force row level security");
        refusedIn(south, "truncate workspace cascade");
    }

    @Test
    void theAuditTrailIsAppendOnlyEvenForItsOwner() throws SQLException {
        var entry = "insert into audit_entry (actor, operation, outcome) values ('a', 'b', 'DONE') returning id";
        try (var app = appIn(north)) {
            assertEquals(1, query(app, entry).size());
            refused(app, "delete from audit_entry");
        }
        refusedIn(north, "update audit_entry set actor = 'x'");
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            refused(owner, "delete from audit_entry");
            refused(owner, "update audit_entry set actor = 'x'");
            refused(owner, "truncate audit_entry");
        }
    }

    @Test
    void anOutboxRowIsClaimedInItsOwnTenantOnly() throws SQLException {
        var claim = "select id from outbox where available_at <= now() for update skip locked";
        try (var app = appIn(north)) {
            assertEquals(1, query(app, claim).size());
        }
        try (var app = appIn(south)) {
            assertEquals(List.of(), query(app, claim));
        }
    }

    @Test
    void migratingTwiceChangesNothing() {
        assertEquals(0, new Schema(postgres.getPostgresDatabase()).migrate());
    }

    private static List<String> tenantTables() throws SQLException {
        try (var owner = postgres.getPostgresDatabase().getConnection()) {
            var tables = query(owner, TENANT_TABLES);
            assertTrue(tables.containsAll(List.of("workspace", "fiche", "document_page", "outbox")), tables.toString());
            return tables;
        }
    }

    /** Refused for want of a right, or let through and found nothing: both leave the other tenant as it was. */
    private static void changesNothing(@Nullable UUID tenant, String sql) throws SQLException {
        try (var app = appIn(tenant)) {
            assertEquals(List.of(), query(app, sql), sql);
        } catch (SQLException refusal) {
            assertTrue(Set.of(INSUFFICIENT_PRIVILEGE, RAISED).contains(refusal.getSQLState()), sql + ": " + refusal);
        }
    }

    private static UUID openTenant(Connection owner, String alias) throws SQLException {
        return UUID.fromString(query(
                        owner,
                        "insert into tenant (alias, name, kind, state) values ('" + alias + "', '" + alias
                                + "', 'REGION', 'OPEN') returning id")
                .get(0));
    }

    /** A transaction of the application's role, bound to the tenant as the product binds it. */
    private static Connection appIn(@Nullable UUID tenant) throws SQLException {
        var connection = postgres.getPostgresDatabase().getConnection();
        connection.setAutoCommit(false);
        query(connection, "select set_config('role', 'trame_app', true)");
        if (tenant != null) {
            query(connection, "select set_config('app.tenant_id', '" + tenant + "', true)");
        }
        return connection;
    }

    private static void refusedIn(UUID tenant, String sql) throws SQLException {
        try (var app = appIn(tenant)) {
            refused(app, sql);
        }
    }

    private static void refused(Connection app, String sql) {
        assertThrows(SQLException.class, () -> query(app, sql), sql);
    }

    private static List<String> query(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var rows = new ArrayList<String>();
            for (var more = statement.execute(sql); ; more = statement.getMoreResults()) {
                if (more) {
                    try (var result = statement.getResultSet()) {
                        while (result.next()) {
                            rows.add(result.getString(1));
                        }
                    }
                } else if (statement.getUpdateCount() == -1) {
                    return rows.stream()
                            .filter(row -> row != null && !row.isEmpty())
                            .toList();
                }
            }
        }
    }
}
