package fr.trame.app.ydoc;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** One document that people wrote with Yjs, put before the product in every way in which it may reach it. */
final class Trial {

    private final Oracle oracle;
    private final long seed;
    private final Random random;
    private final List<String> mismatches = new ArrayList<>();
    private int updates;
    private int refusals;

    Trial(Oracle oracle, long seed) {
        this.oracle = oracle;
        this.seed = seed;
        random = new Random(seed);
    }

    int updates() {
        return updates;
    }

    int refusals() {
        return refusals;
    }

    List<String> mismatches() {
        var written = oracle.write(seed);
        var log = Oracle.all(written.get("log"));
        var order = ((List<?>) Objects.requireNonNull(written.get("order")))
                .stream().map(each -> log.get(((Number) each).intValue())).toList();
        updates = log.size();
        try {
            var inOrder = judge("in order", log, written.get("inOrder"));
            var outOfOrder = judge("out of order", order, written.get("outOfOrder"));
            judge("from snapshots", Oracle.all(written.get("snapshots")), written.get("fromSnapshots"));
            reconnection((Map<?, ?>) written.get("reconnection"));
            if (written.get("cuts") instanceof Boolean cuts && !cuts) {
                converged(inOrder, outOfOrder, (List<?>) Objects.requireNonNull(written.get("writers")));
            }
            readBack(inOrder);
            compacted(log, inOrder);
            tampered(log);
        } catch (MalformedUpdateException refused) {
            mismatches.add("refused: " + refused.getMessage());
        } catch (Oracle.Trouble trouble) {
            mismatches.add(trouble.getMessage());
        }
        return mismatches.stream().map(each -> "seed " + seed + " " + each).toList();
    }

    /** The product, in the role in which Yjs was. */
    private YDoc judge(String way, List<byte[]> updates, @Nullable Object verdict) throws MalformedUpdateException {
        var yjs = (Map<?, ?>) Objects.requireNonNull(verdict);
        var doc = YDoc.empty();
        for (var each : updates) {
            doc.apply(each);
        }
        same(way + ": what is said", View.plain(yjs.get("view")), View.of(doc));
        same(way + ": what waits", yjs.get("waits"), doc.hasPending());
        same(way + ": state", Oracle.bytes(yjs.get("state")), doc.encode());
        same(way + ": state vector", Oracle.bytes(yjs.get("vector")), doc.stateVector());
        return doc;
    }

    private void converged(YDoc inOrder, YDoc outOfOrder, List<?> writers) {
        same("converged with other order", View.of(inOrder), View.of(outOfOrder));
        for (var each : writers) {
            same("converged with a writer", View.plain(each), View.of(inOrder));
        }
    }

    private void reconnection(@Nullable Map<?, ?> yjs) throws MalformedUpdateException {
        var doc = YDoc.empty();
        for (var each : Oracle.all(Objects.requireNonNull(yjs).get("diffs"))) {
            doc.apply(each);
        }
        same("by Yjs's diffs: state", Oracle.bytes(yjs.get("state")), doc.encode());
    }

    /** Yjs takes what the product wrote and goes on; the product takes that. */
    private void readBack(YDoc doc) throws MalformedUpdateException {
        var state = doc.encode();
        var yjs = oracle.read(state, seed);
        var taken = (Map<?, ?>) Objects.requireNonNull(yjs.get("taken"));
        var again = YDoc.of(state);
        same("read back: what is said", View.of(doc), View.plain(taken.get("view")));
        same("read back: state", Oracle.bytes(taken.get("state")), again.encode());
        var updates = new ArrayList<>(List.of(state));
        updates.addAll(Oracle.all(yjs.get("edits")));
        judge("edited on top", updates, yjs.get("onTop"));
    }

    /** Two servers that tell each other what the other lacks, and are put away and read again at any moment. */
    private void compacted(List<byte[]> log, YDoc whole) throws MalformedUpdateException {
        var near = YDoc.empty();
        var far = YDoc.empty();
        var diffs = new ArrayList<byte[]>();
        for (var each : log) {
            near.apply(each);
            if (random.nextInt(6) == 0) {
                diffs.add(near.diff(far.stateVector()));
                far.apply(diffs.get(diffs.size() - 1));
            }
            near = random.nextInt(6) == 0 ? YDoc.of(near.encode()) : near;
            far = random.nextInt(6) == 0 ? YDoc.of(far.encode()) : far;
        }
        diffs.add(near.diff(far.stateVector()));
        far.apply(diffs.get(diffs.size() - 1));
        var yjs = oracle.replay(diffs);
        same("compacted: what is said", View.of(near), View.of(far));
        same("by the product's diffs: what is said", View.of(far), View.plain(yjs.get("view")));
        same("by the product's diffs: state vector", Oracle.bytes(yjs.get("vector")), whole.stateVector());
    }

    /** What the product takes of updates that were tampered with, Yjs must be able to take, to the same effect. */
    private void tampered(List<byte[]> log) {
        var doc = YDoc.empty();
        var taken = new ArrayList<byte[]>();
        for (var each : log) {
            var update = random.nextInt(3) == 0 ? Tampering.tampered(random, each) : each;
            try {
                doc.apply(update);
                taken.add(update);
            } catch (MalformedUpdateException refused) {
                refusals++;
            }
        }
        var yjs = oracle.take(taken);
        same("tampered with: what waits", yjs.get("waits"), doc.hasPending());
        same("tampered with: state vector", Oracle.bytes(yjs.get("vector")), doc.stateVector());
        if (!doc.hasPending()) {
            same("tampered with: state", Oracle.bytes(yjs.get("state")), doc.encode());
        }
    }

    private void same(String what, @Nullable Object expected, @Nullable Object actual) {
        if (!Objects.equals(expected, actual)) {
            mismatches.add(what + "\n  expected " + expected + "\n  but was  " + actual);
        }
    }

    private void same(String what, byte[] expected, byte[] actual) {
        if (!Arrays.equals(expected, actual)) {
            mismatches.add(what + " of " + actual.length + " bytes instead of " + expected.length);
        }
    }
}
