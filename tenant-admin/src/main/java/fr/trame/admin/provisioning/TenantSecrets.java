package fr.trame.admin.provisioning;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import fr.trame.admin.Refused;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.UUID;

/**
 * Encrypts a tenant's secrets with the key of the installation. The tenant's identifier is authenticated with each, so
 * that a ciphertext moved to another tenant's row cannot be read there.
 */
public final class TenantSecrets {

    private static final int KEY_BYTES = 32;

    private final Aead cipher;

    private TenantSecrets(Aead cipher) {
        this.cipher = cipher;
    }

    /**
     * @param base64 the value of TRAME_KEK
     * @throws Refused when it is not 32 bytes in base64
     */
    public static TenantSecrets withKey(String base64) {
        try {
            var key = Base64.getDecoder().decode(base64);
            if (key.length == KEY_BYTES) {
                return new TenantSecrets(new AesGcmJce(key));
            }
        } catch (IllegalArgumentException notBase64) {
            // told below, like a key of another length
        } catch (GeneralSecurityException missingCipher) {
            throw new IllegalStateException("this Java has no AES-GCM", missingCipher);
        }
        throw new Refused("TRAME_KEK must be 32 random bytes in base64, for example from: openssl rand -base64 32");
    }

    public byte[] encrypt(UUID tenant, String secret) {
        try {
            return cipher.encrypt(secret.getBytes(StandardCharsets.UTF_8), context(tenant));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** @throws Refused when this key did not encrypt it for this tenant, or it was altered */
    public String decrypt(UUID tenant, byte[] ciphertext) {
        try {
            return new String(cipher.decrypt(ciphertext, context(tenant)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException notReadable) {
            throw new Refused(
                    "The secrets of tenant " + tenant + " cannot be read with this TRAME_KEK: use the key they were"
                            + " stored with. If it is lost, delete the tenant's rows in"
                            + " tenant_secret and create the tenant again with the same"
                            + " values: new keys are issued.");
        }
    }

    private static byte[] context(UUID tenant) {
        return tenant.toString().getBytes(StandardCharsets.UTF_8);
    }
}
