package fr.trame.app.storage;

import java.io.IOException;
import java.io.InputStream;

/**
 * Write-once bytes in the bucket of the tenant at work. Every call is a network call with a timeout: never make one
 * inside a transaction. When the store does not answer, each method throws a {@link StoreUnavailable}.
 */
public interface ObjectStore {

    /**
     * Streams bytes under a new key. Memory use does not grow with the size.
     *
     * @param key never used before; a key that exists is refused with {@link IllegalStateException}
     * @param bytes read to its end, not closed
     * @param size how many bytes will come, or -1 when unknown
     * @param mediaType recorded with the object
     * @return the digest and the size that were really written
     * @throws IOException when reading {@code bytes} fails; nothing is kept then
     */
    Written put(String key, InputStream bytes, long size, String mediaType) throws IOException;

    /**
     * @param key of an object that exists
     * @return its bytes from the first one; the caller closes it
     * @throws java.util.NoSuchElementException when no such object exists
     */
    InputStream open(String key);

    /** Removes an object; removing what does not exist is not an error. */
    void delete(String key);

    /** @return whether the object exists */
    boolean exists(String key);

    /**
     * What was written.
     *
     * @param sha256 64 lower-case hexadecimal digits
     * @param size in bytes
     */
    record Written(String sha256, long size) {}

    /** The store does not answer, or answers that it cannot. Worth another try later. */
    class StoreUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public StoreUnavailable(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
