package fr.trame.app.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.storage.ObjectStore.Written;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every store must do, whoever made it. */
public abstract class ObjectStoreContract {

    private static final int MEBI = 1024 * 1024;

    /** A store that works, for one tenant. */
    protected abstract ObjectStore store();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4_097, 8 * MEBI - 1, 8 * MEBI, 8 * MEBI + 1, 23 * MEBI})
    void whatIsPutIsReadBack(int size) throws Exception {
        var bytes = random(size);
        var known = key();
        var unknown = key();
        var expected = new Written(sha256(bytes), size);
        assertEquals(expected, put(known, bytes, size));
        assertEquals(expected, put(unknown, bytes, -1));
        assertArrayEquals(bytes, read(known));
        assertArrayEquals(bytes, read(unknown));
    }

    @Test
    void aKeyIsWrittenOnce() throws Exception {
        var key = key();
        put(key, random(10), 10);
        var first = read(key);
        assertThrows(IllegalStateException.class, () -> put(key, random(20), 20));
        assertArrayEquals(first, read(key));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 12 * MEBI})
    void aStreamThatIsShorterThanAnnouncedLeavesNothing(int size) throws Exception {
        var key = key();
        assertThrows(IOException.class, () -> put(key, random(size), size + 1));
        assertFalse(store().exists(key));
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 12 * MEBI})
    void aStreamThatIsLongerThanAnnouncedLeavesNothing(int size) throws Exception {
        var key = key();
        assertThrows(IOException.class, () -> put(key, random(size), size - 1));
        assertFalse(store().exists(key));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 12 * MEBI})
    void aSourceThatBreaksLeavesNothing(int after) {
        var key = key();
        var failure = assertThrows(
                IOException.class, () -> store().put(key, breaking(after), -1, "application/octet-stream"));
        assertTrue(String.valueOf(failure.getMessage()).contains("the wire was cut"), () -> "got " + failure);
        assertFalse(store().exists(key));
    }

    @Test
    void theSourceIsNotClosed() throws Exception {
        var closed = new AtomicBoolean();
        var source = new FilterInputStream(new ByteArrayInputStream(random(100))) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        store().put(key(), source, 100, "text/plain");
        assertFalse(closed.get());
    }

    @Test
    void partsBecomeOneObjectAndAPartSentAgainReplacesTheFirst() throws Exception {
        var key = key();
        var first = random(5 * MEBI);
        var last = random(1_000);
        var multipart = store().begin(key, "application/octet-stream");
        store().part(key, multipart, 1, random(5 * MEBI + 1));
        var one = store().part(key, multipart, 1, first);
        var two = store().part(key, multipart, 2, last);
        assertFalse(store().exists(key), "half an object is none");
        store().complete(key, multipart, List.of(one, two));
        var all = Arrays.copyOf(first, first.length + last.length);
        System.arraycopy(last, 0, all, first.length, last.length);
        assertArrayEquals(all, read(key));
    }

    @Test
    void partsThatAreGivenUpLeaveNothingAndGivingUpTwiceIsHarmless() {
        var key = key();
        var multipart = store().begin(key, "application/octet-stream");
        var part = store().part(key, multipart, 1, random(100));
        store().abort(key, multipart);
        assertDoesNotThrow(() -> store().abort(key, multipart));
        assertThrows(NoSuchElementException.class, () -> store().complete(key, multipart, List.of(part)));
        assertFalse(store().exists(key));
    }

    @Test
    void whatDoesNotExistIsMissing() {
        var key = key();
        assertFalse(store().exists(key));
        assertThrows(NoSuchElementException.class, () -> store().open(key).close());
    }

    @Test
    void objectsAreListedInTheOrderOfTheirKeysAPartAtATime() throws Exception {
        var prefix = "listed/" + UUID.randomUUID() + "/";
        for (var name : List.of("b", "a", "c-2", "c-10", "Z")) {
            put(prefix + name, random(name.length()), name.length());
        }
        var seen = new ArrayList<String>();
        var after = prefix;
        List<ObjectStore.Listed> part;
        do {
            part = store().list(after, 2);
            assertTrue(part.size() <= 2, part::toString);
            for (var each : part) {
                if (each.key().startsWith(prefix)) {
                    var name = each.key().substring(prefix.length());
                    assertEquals(name.length(), each.size(), name);
                    assertTrue(each.modified().isAfter(Instant.now().minusSeconds(600)), each::toString);
                    seen.add(name);
                }
                after = each.key();
            }
        } while (part.size() == 2 && after.startsWith(prefix));
        assertEquals(List.of("Z", "a", "b", "c-10", "c-2"), seen);
    }

    @Test
    void removingTwiceIsHarmless() throws Exception {
        var key = key();
        put(key, random(10), 10);
        assertTrue(store().exists(key));
        store().delete(key);
        assertFalse(store().exists(key));
        assertDoesNotThrow(() -> store().delete(key));
    }

    @Test
    void aReaderMayStopHalfWay() throws Exception {
        var key = key();
        put(key, random(3 * MEBI), 3 * MEBI);
        for (int time = 0; time < 25; time++) {
            try (var half = store().open(key)) {
                assertEquals(1_000, half.readNBytes(1_000).length);
            }
        }
    }

    protected final Written put(String key, byte[] bytes, long size) throws IOException {
        return store().put(key, new ByteArrayInputStream(bytes), size, "application/octet-stream");
    }

    protected final byte[] read(String key) throws IOException {
        try (var stream = store().open(key)) {
            return stream.readAllBytes();
        }
    }

    protected static String key() {
        return "documents/" + UUID.randomUUID();
    }

    protected static byte[] random(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /** Gives so many zeros, then fails. */
    private static InputStream breaking(int after) {
        return new SequenceInputStream(new ByteArrayInputStream(new byte[after]), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the wire was cut");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        });
    }
}
