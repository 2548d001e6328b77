package fr.trame.app.integrity;

import fr.trame.app.dossier.Renditions;
import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.ObjectStore.Listed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the store with the rows. An object is written before its row says so and removed after, so each difference is
 * looked at twice before it counts.
 */
@ApplicationScoped
class ObjectsLook {

    /** How long bytes without a row are left alone: a backup that is restored may bring the row back. */
    static final Duration GRACE = Duration.ofDays(7);

    private static final int AT_ONCE = 500;
    private static final int DIGESTS_AT_ONCE = 20;
    private static final String LAST_KEY = "\uffff";

    @Inject
    Inventory inventory;

    @Inject
    Renditions renditions;

    @Inject
    ObjectStore store;

    /** Two lists in the same order, read side by side as far as both are known. */
    Slice objects(String after) {
        var listed = store.list(after, AT_ONCE);
        var promises = inventory.promises(after, AT_ONCE);
        var until = earlier(
                listed.size() < AT_ONCE ? LAST_KEY : listed.get(AT_ONCE - 1).key(),
                promises.size() < AT_ONCE ? LAST_KEY : promises.get(AT_ONCE - 1).key());
        var there = upTo(until, listed, Listed::key);
        var promised = upTo(until, promises, Inventory.Promise::key);
        var findings = new ArrayList<Finding>();
        promised.values().stream()
                .filter(Inventory.Promise::isLinked)
                .forEach(promise -> broken(promise, there.get(promise.key())).ifPresent(findings::add));
        there.values().stream()
                .filter(object -> !promised.containsKey(object.key()))
                .forEach(object -> unknown(object).ifPresent(findings::add));
        return new Slice(until.equals(LAST_KEY) ? "" : until, there.size(), 0, 0, findings);
    }

    private Optional<Finding> broken(Inventory.Promise promise, @Nullable Listed object) {
        if (object == null) {
            return store.exists(promise.key()) || !inventory.isKnown(promise.key())
                    ? Optional.empty()
                    : told(Finding.Kind.OBJECT_MISSING, promise);
        }
        return promise.size() < 0 || promise.size() == object.size()
                ? Optional.empty()
                : told(Finding.Kind.OBJECT_RESIZED, promise);
    }

    private Optional<Finding> unknown(Listed object) {
        if (object.modified().isAfter(Instant.now().minus(GRACE)) || inventory.isKnown(object.key())) {
            return Optional.empty();
        }
        store.delete(object.key());
        return Optional.of(new Finding(Finding.Kind.OBJECT_UNKNOWN, null, object.key(), true));
    }

    /** Reads documents whole. What is missing was found by the step before. */
    Slice digests(String after, int share, int turn) {
        var asked = inventory.digests(after, share, turn, DIGESTS_AT_ONCE);
        var findings = asked.stream()
                .filter(this::isAltered)
                .map(each -> new Finding(Finding.Kind.OBJECT_CORRUPT, each.document(), each.name(), false))
                .toList();
        var reached = asked.size() < DIGESTS_AT_ONCE
                ? ""
                : asked.get(asked.size() - 1).key();
        return new Slice(reached, 0, asked.size(), 0, findings);
    }

    private boolean isAltered(Inventory.Digest promised) {
        try (var bytes = store.open(promised.key())) {
            return !sha256(bytes).equals(promised.sha256());
        } catch (NoSuchElementException missing) {
            return false;
        } catch (IOException cut) {
            throw new ObjectStore.StoreUnavailable("the store hung up", cut);
        }
    }

    private static String sha256(InputStream bytes) throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            int read;
            while ((read = bytes.read(buffer)) >= 0) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }

    /** What was made of a document is made again. */
    private Optional<Finding> told(Finding.Kind kind, Inventory.Promise promise) {
        var document = promise.document();
        if (promise.isDerived() && document != null) {
            renditions.lost(promise.key());
            inventory.repair("PREVIEW", CheckStep.DOCUMENTS, document, 0);
        }
        return Optional.of(new Finding(kind, document, promise.name(), promise.isDerived()));
    }

    private static String earlier(String one, String other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    private static <T> Map<String, T> upTo(String until, List<T> all, Function<T, String> key) {
        return all.stream()
                .filter(each -> key.apply(each).compareTo(until) <= 0)
                .collect(Collectors.toMap(key, Function.identity(), (one, other) -> one, HashMap::new));
    }
}
