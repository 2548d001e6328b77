package fr.trame.infra.bench;

import fr.trame.admin.database.OwnerDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Tenants with one workspace of fiches each, written by SQL: only the database knows of them. */
final class FicheRows {

    private static final String WORKSPACE =
            "insert into workspace (code, name) values (?, 'Fiches mesurées') returning id";
    private static final String ORGANISATION =
            "insert into organisation (name, kind) values ('Organisation ' || ?, 'ENTREPRISE') returning id";
    private static final String FICHES =
            """
            insert into fiche (workspace_id, reference, title, axis, context, objectives, description,
                lead_organisation_id, start_date, end_date, workflow_state, created_by, modified_by)
            select ?::uuid, ? || '-' || number, 'Fiche ' || number, 'INNOVATE', repeat('contexte ', 100),
                repeat('objectif ', 100), repeat('description ', 100), ?::uuid, current_date - number,
                current_date + 200 - number, (array['DRAFT', 'IN_CONSULTATION', 'VALIDATED'])[1 + number % 3],
                'bench', 'bench'
            from generate_series(1, 50) number
            """;
    private static final String FUNDING =
            """
            insert into fiche_funding (fiche_id, funder, year, planned)
            select id, 'Financeur', year, 10000 from fiche, generate_series(2026, 2028) year where workspace_id = ?::uuid
            """;

    private final Place place;
    private final OwnerDatabase database;

    FicheRows(Place place) {
        this.place = place;
        this.database = place.database();
    }

    /** @return the identifier of a new workspace with fifty fiches */
    UUID workspace(UUID tenant, String code) {
        return database.inTenant(tenant, connection -> fill(connection, code));
    }

    /** Adds tenants of the same kind until there are that many. */
    void tenants(int wanted) {
        for (long there = count(); there < wanted; there++) {
            var tenant = UUID.randomUUID();
            database.transaction(connection -> {
                try (var statement = connection.prepareStatement(
                        "insert into tenant (id, alias, name, kind, state) values (?, ?, 'Mesure', 'REGION', 'OPEN')")) {
                    statement.setObject(1, tenant);
                    statement.setString(2, "mesure-" + tenant.toString().substring(0, 13));
                    statement.executeUpdate();
                }
                OwnerDatabase.bind(connection, tenant);
                return fill(connection, "FICHES");
            });
        }
        place.analyze();
    }

    long count() {
        return database.transaction(connection -> {
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from tenant")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private static UUID fill(Connection connection, String code) throws SQLException {
        var workspace = returned(connection, WORKSPACE, code);
        var organisation = returned(connection, ORGANISATION, code);
        run(connection, FICHES, workspace, code, organisation);
        run(connection, FUNDING, workspace);
        return workspace;
    }

    private static UUID returned(Connection connection, String sql, String value) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
