package fr.trame.app.storage.minio;

import fr.trame.app.storage.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;

/** An object that comes in parts from one sender. */
final class LongUpload {

    /** What one upload holds in memory; anything smaller goes in a single request. */
    static final int PART = 8 * 1024 * 1024;

    private LongUpload() {}

    /**
     * Sends an object part by part, or nothing of it.
     *
     * @param first part, which is read already
     * @throws IOException when its sender breaks off
     */
    static void send(ObjectStore store, String key, String mediaType, byte[] first, InputStream rest)
            throws IOException {
        var multipart = store.begin(key, mediaType);
        try {
            var parts = new ArrayList<String>();
            for (var part = first; part.length > 0; part = rest.readNBytes(PART)) {
                parts.add(store.part(key, multipart, parts.size() + 1, part));
            }
            store.complete(key, multipart, parts);
        } catch (IOException | RuntimeException failure) {
            giveUp(store, key, multipart, failure);
            throw failure;
        }
    }

    private static void giveUp(ObjectStore store, String key, String multipart, Exception why) {
        try {
            store.abort(key, multipart);
        } catch (ObjectStore.StoreUnavailable away) {
            why.addSuppressed(away);
        }
    }
}
