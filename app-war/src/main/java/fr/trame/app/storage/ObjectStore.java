package fr.trame.app.storage;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;

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
     * Begins an object that comes in parts. Nothing can be read under the key before it is complete.
     *
     * @param key never used before
     * @return the store's name for this attempt
     */
    String begin(String key, String mediaType);

    /**
     * Writes a part; writing it again replaces it.
     *
     * @param multipart as {@link #begin} gave it
     * @param number 1 to 10,000
     * @param bytes at least 5 MiB, but for the last part
     * @return the store's name for the part
     * @throws java.util.NoSuchElementException when the store gave the attempt up
     */
    String part(String key, String multipart, int number, byte[] bytes);

    /**
     * Makes the object of its parts, write-once as {@link #put}.
     *
     * @param parts as {@link #part} gave them, in order
     * @throws java.util.NoSuchElementException when the store gave the attempt up, or it is complete already
     */
    void complete(String key, String multipart, List<String> parts);

    /** Gives the parts up; doing so twice is not an error. */
    void abort(String key, String multipart);

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
     * Lists objects in the order of their keys, compared byte by byte.
     *
     * @param after the key to begin behind, empty for the first
     * @param atMost 1 to 1,000
     * @return fewer than asked for when there are no more
     */
    List<Listed> list(String after, int atMost);

    /**
     * What the store says of an object.
     *
     * @param size in bytes
     * @param modified when it was written
     */
    record Listed(String key, long size, Instant modified) {}

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
