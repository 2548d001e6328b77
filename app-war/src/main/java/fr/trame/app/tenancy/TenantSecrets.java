package fr.trame.app.tenancy;

import com.google.crypto.tink.subtle.AesGcmJce;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The tenant's own keys for its bucket and its index. They lie encrypted in the database (AES-GCM, the tenant's
 * identifier as associated data: one tenant's secret cannot be read as another's) and are kept in memory for a minute.
 */
@ApplicationScoped
public class TenantSecrets {

    private static final long KEPT_MILLIS = 60_000;

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    @Inject
    TenantContext context;

    @Inject
    @ConfigProperty(name = "trame.kek")
    String keyEncryptionKey;

    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    /**
     * Call it outside of a transaction.
     *
     * @param name {@code STORE_KEY} or {@code SEARCH_KEY}
     * @return the secret of the tenant at work
     * @throws IllegalStateException when the operator's side wrote none, or it cannot be decrypted
     */
    public String secret(String name) {
        var tenant = context.tenant().id().toString();
        var now = System.currentTimeMillis();
        Kept found = kept.get(tenant + name);
        if (found == null || found.until() < now) {
            found = new Kept(decrypt(tenant, read(tenant, name)), now + KEPT_MILLIS);
            kept.put(tenant + name, found);
        }
        return found.secret();
    }

    private byte[] read(String tenant, String name) {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (var bind = connection.prepareStatement("select set_config('app.tenant_id', ?, true)");
                    var select = connection.prepareStatement("select ciphertext from tenant_secret where name = ?")) {
                bind.setString(1, tenant);
                bind.execute();
                select.setString(1, name);
                var bytes = first(select);
                connection.rollback();
                if (bytes == null) {
                    throw new IllegalStateException("the tenant has no " + name);
                }
                return bytes;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read the tenant's secrets", failure);
        }
    }

    private static byte @Nullable [] first(java.sql.PreparedStatement select) throws SQLException {
        try (var rows = select.executeQuery()) {
            return rows.next() ? rows.getBytes(1) : null;
        }
    }

    private String decrypt(String tenant, byte[] ciphertext) {
        try {
            var cipher = new AesGcmJce(Base64.getDecoder().decode(keyEncryptionKey));
            return new String(
                    cipher.decrypt(ciphertext, tenant.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("the tenant's secret cannot be decrypted with this key", failure);
        }
    }

    private record Kept(String secret, long until) {}
}
