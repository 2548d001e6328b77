package fr.trame.app.storage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A store for tests that need none. It keeps the contract, in memory, for one tenant. */
public final class InMemoryObjectStore implements ObjectStore {

    private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();
    private final Map<String, Instant> ages = new ConcurrentHashMap<>();
    private final Set<String> unlisted = ConcurrentHashMap.newKeySet();
    private final Map<String, Map<Integer, byte[]>> attempts = new ConcurrentHashMap<>();

    @Override
    public Written put(String key, InputStream bytes, long size, String mediaType) throws IOException {
        var all = bytes.readAllBytes();
        if (size >= 0 && all.length != size) {
            throw new IOException(size + " bytes were announced, " + all.length + " came");
        }
        if (objects.putIfAbsent(key, all) != null) {
            throw new IllegalStateException("the key is taken: " + key);
        }
        return new Written(sha256(all), all.length);
    }

    @Override
    public String begin(String key, String mediaType) {
        var multipart = UUID.randomUUID().toString();
        attempts.put(multipart, new ConcurrentHashMap<>());
        return multipart;
    }

    @Override
    public String part(String key, String multipart, int number, byte[] bytes) {
        parts(multipart).put(number, bytes.clone());
        return sha256(bytes);
    }

    @Override
    public void complete(String key, String multipart, List<String> parts) {
        var all = new ByteArrayOutputStream();
        for (var number = 1; number <= parts.size(); number++) {
            all.writeBytes(parts(multipart).getOrDefault(number, new byte[0]));
        }
        if (objects.putIfAbsent(key, all.toByteArray()) != null) {
            throw new StoreUnavailable("the key is taken: " + key, new IOException(key));
        }
        attempts.remove(multipart);
    }

    @Override
    public void abort(String key, String multipart) {
        attempts.remove(multipart);
    }

    private Map<Integer, byte[]> parts(String multipart) {
        var parts = attempts.get(multipart);
        if (parts == null) {
            throw new NoSuchElementException("no such upload: " + multipart);
        }
        return parts;
    }

    @Override
    public InputStream open(String key) {
        var bytes = objects.get(key);
        if (bytes == null) {
            throw new NoSuchElementException("no object " + key);
        }
        return new ByteArrayInputStream(bytes);
    }

    @Override
    public void delete(String key) {
        objects.remove(key);
    }

    @Override
    public boolean exists(String key) {
        return objects.containsKey(key);
    }

    @Override
    public List<Listed> list(String after, int atMost) {
        return objects.entrySet().stream()
                .filter(each -> each.getKey().compareTo(after) > 0 && !unlisted.contains(each.getKey()))
                .limit(atMost)
                .map(each -> new Listed(
                        each.getKey(), each.getValue().length, ages.getOrDefault(each.getKey(), Instant.now())))
                .toList();
    }

    /** Makes an object as old as that. */
    public void written(String key, Instant when) {
        ages.put(key, when);
    }

    /** Makes an object one that came just after each list. */
    public void unlist(String key) {
        unlisted.add(key);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
