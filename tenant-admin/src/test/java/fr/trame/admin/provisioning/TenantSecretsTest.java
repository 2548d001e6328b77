package fr.trame.admin.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.admin.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.UUID;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class TenantSecretsTest {

    private static final byte[] KEY = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final String KEK = Base64.getEncoder().encodeToString(KEY);
    private static final UUID TENANT = UUID.fromString("ABCDEF00-0000-7000-8000-000000000001");

    private final TenantSecrets secrets = TenantSecrets.withKey(KEK);

    @Test
    void whatIsEncryptedForATenantIsReadForThisTenantOnly() {
        var ciphertext = secrets.encrypt(TENANT, "clé:secret");
        assertEquals("clé:secret", secrets.decrypt(TENANT, ciphertext));
        assertThrows(Refused.class, () -> secrets.decrypt(UUID.randomUUID(), ciphertext));
    }

    @Test
    void anAlteredCiphertextOrAnotherKeyIsRefused() {
        var ciphertext = secrets.encrypt(TENANT, "secret");
        var otherKey = TenantSecrets.withKey(Base64.getEncoder().encodeToString(new byte[32]));
        assertThrows(Refused.class, () -> otherKey.decrypt(TENANT, ciphertext));
        ciphertext[ciphertext.length - 1] ^= 1;
        assertThrows(Refused.class, () -> secrets.decrypt(TENANT, ciphertext));
        assertThrows(Refused.class, () -> secrets.decrypt(TENANT, new byte[3]));
    }

    @Test
    void theSameSecretNeverLooksTheSameTwice() {
        assertFalse(Arrays.equals(secrets.encrypt(TENANT, "secret"), secrets.encrypt(TENANT, "secret")));
    }

    /** The product reads these rows by its own code: 12 bytes of nonce, the text, 16 of tag, the tenant as context. */
    @Test
    void theFormIsPlainAesGcmWithTheTenantInLowerCaseAsContext() throws Exception {
        var ciphertext = secrets.encrypt(TENANT, "secret");
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(KEY, "AES"), new GCMParameterSpec(128, ciphertext, 0, 12));
        cipher.updateAAD(TENANT.toString().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
        var plain = cipher.doFinal(ciphertext, 12, ciphertext.length - 12);
        assertEquals("secret", new String(plain, StandardCharsets.UTF_8));
    }

    @Test
    void aKeyThatIsNot32BytesIsRefusedByName() {
        for (var wrong : new String[] {"", "not base64!", "AAAA", KEK + "AAAA"}) {
            var refused = assertThrows(Refused.class, () -> TenantSecrets.withKey(wrong));
            assertTrue(refused.toString().contains("TRAME_KEK"), wrong);
        }
    }
}
