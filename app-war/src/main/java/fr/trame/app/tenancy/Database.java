package fr.trame.app.tenancy;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one way to the database, as the role without DDL that row-level security binds. Nulls and identifiers go untyped,
 * so that the server gives them the column's type.
 */
@DataSourceDefinition(
        name = "java:app/jdbc/trame",
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${ENV=TRAME_DB_URL}",
        user = "${ENV=TRAME_DB_USER}",
        password = "${ENV=TRAME_DB_PASSWORD}",
        minPoolSize = 2,
        maxPoolSize = 20,
        properties = {
            "stringtype=unspecified",
            "connectTimeout=3",
            "socketTimeout=30",
            "fish.payara.is-connection-validation-required=true",
            "fish.payara.connection-validation-method=auto-commit",
            "fish.payara.validate-atmost-once-period-in-seconds=5",
            "fish.payara.fail-all-connections=true"
        })
@ApplicationScoped
public class Database {}
