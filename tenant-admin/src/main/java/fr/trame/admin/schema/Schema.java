package fr.trame.admin.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * Brings a database to the schema this version of the product needs. Forward only: there is no undo, because
 * undoing a migration on live tenants would lose rows.
 */
public final class Schema {

    private final DataSource owner;

    /** @param owner connects as the role that owns the tables, never as the application's role */
    public Schema(DataSource owner) {
        this.owner = owner;
    }

    /**
     * Applies what is missing; a second call changes nothing.
     *
     * @return how many migrations ran, 0 when the schema was already current
     * @throws org.flywaydb.core.api.FlywayException when a migration fails (it is rolled back) or when an applied one
     *     was edited afterwards
     */
    public int migrate() {
        return Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                // Work lands beside other work: a migration may be older than one that was applied already.
                .outOfOrder(true)
                .load()
                .migrate()
                .migrationsExecuted;
    }
}
