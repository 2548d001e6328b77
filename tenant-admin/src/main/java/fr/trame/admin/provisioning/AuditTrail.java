package fr.trame.admin.provisioning;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the operator did to a tenant, told in the tenant's own trail, in the transaction of the deed. */
final class AuditTrail {

    private static final String ACTOR = "operator";

    private AuditTrail() {}

    static void done(Connection connection, String operation, @Nullable UUID subject, @Nullable String reason)
            throws SQLException {
        var sql = "insert into audit_entry (actor, operation, outcome, subject, reason) values (?, ?, 'DONE', ?, ?)";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, ACTOR);
            statement.setString(2, operation);
            statement.setObject(3, subject);
            statement.setString(4, reason);
            statement.executeUpdate();
        }
    }

    /** Whether the tenant bound to this transaction has such an entry. */
    static boolean tells(Connection connection, String operation, String reason) throws SQLException {
        var sql = "select 1 from audit_entry where tenant_id = current_tenant() and operation = ? and reason = ?";
        try (var statement = connection.prepareStatement(sql)) {
            statement.setString(1, operation);
            statement.setString(2, reason);
            try (var result = statement.executeQuery()) {
                return result.next();
            }
        }
    }
}
