package fr.trame.app.transfer;

import java.util.HexFormat;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 that can be put aside and gone on with, which the JDK's own cannot: so a file that comes in pieces over days
 * and restarts is read once.
 */
final class Digest {

    private final SHA256Digest digest;

    private Digest(SHA256Digest digest) {
        this.digest = digest;
    }

    /** @param state as {@link #state} gave it, or null to begin */
    static Digest resume(byte @Nullable [] state) {
        return new Digest(state == null || state.length == 0 ? new SHA256Digest() : new SHA256Digest(state));
    }

    void update(byte[] bytes, int from, int length) {
        digest.update(bytes, from, length);
    }

    byte[] state() {
        return digest.getEncodedState();
    }

    /** Once, at the end. */
    String hex() {
        var value = new byte[digest.getDigestSize()];
        digest.doFinal(value, 0);
        return HexFormat.of().formatHex(value);
    }
}
