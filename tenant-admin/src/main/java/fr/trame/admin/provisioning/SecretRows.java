package fr.trame.admin.provisioning;

import fr.trame.admin.database.OwnerDatabase;
import java.util.Optional;
import java.util.UUID;

/** The table of tenants' secrets: only ciphertext goes in, and it comes out readable for its own tenant. */
final class SecretRows {

    private final OwnerDatabase database;
    private final TenantSecrets secrets;

    SecretRows(OwnerDatabase database, TenantSecrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    Optional<String> find(UUID tenant, String name) {
        var sql = "select ciphertext from tenant_secret where tenant_id = current_tenant() and name = ?";
        return database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                try (var result = statement.executeQuery()) {
                    return result.next() ? Optional.of(secrets.decrypt(tenant, result.getBytes(1))) : Optional.empty();
                }
            }
        });
    }

    void store(UUID tenant, String name, String secret) {
        var sql = "insert into tenant_secret (name, ciphertext) values (?, ?)"
                + " on conflict (tenant_id, name) do update set ciphertext = excluded.ciphertext, changed_at = now()";
        database.inTenant(tenant, connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setString(1, name);
                statement.setBytes(2, secrets.encrypt(tenant, secret));
                return statement.executeUpdate();
            }
        });
    }
}
