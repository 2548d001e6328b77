package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A document that several people write at once. It takes the updates of their editors in any order, any number of times,
 * and comes to what they all come to; it makes no edit of its own. Bytes are those of Yjs 13, update format 1.
 *
 * <p>Not thread-safe: one thread at a time, which is the caller's to see to.
 */
public final class YDoc {

    private final YLimits limits;
    private final Store store = new Store();
    private Pending pending = Pending.NOTHING;
    private int size = 2;

    private YDoc(YLimits limits) {
        this.limits = limits;
    }

    public static YDoc empty() {
        return empty(YLimits.DEFAULT);
    }

    public static YDoc empty(YLimits limits) {
        return new YDoc(limits);
    }

    /** @param state what {@link #encode} gave; it was looked at when it came, so that only its depth is limited now */
    public static YDoc of(byte[] state) throws MalformedUpdateException {
        return of(state, YLimits.DEFAULT);
    }

    public static YDoc of(byte[] state, YLimits limits) throws MalformedUpdateException {
        var doc = new YDoc(limits);
        doc.merge(state, limits.forOwn(), null);
        doc.size = state.length;
        return doc;
    }

    public Applied apply(byte[] update) throws MalformedUpdateException {
        return merge(update, limits, null);
    }

    /** Takes what was taken before, here or elsewhere: it is part of the document, whatever the limits are. */
    public Applied replay(byte[] update) throws MalformedUpdateException {
        return merge(update, limits.forOwn(), null);
    }

    /**
     * Takes an update of somebody who may write into some roots only. What waits for other updates is judged by the roots
     * it names; where the rest of it belongs is not known yet.
     *
     * @throws MalformedUpdateException if it is not taken; the document is as it was
     */
    public Applied apply(byte[] update, Set<String> allowedRoots) throws MalformedUpdateException {
        return merge(update, limits, allowedRoots);
    }

    private Applied merge(byte[] bytes, YLimits within, @Nullable Set<String> allowedRoots)
            throws MalformedUpdateException {
        if (bytes.length > within.updateBytes()) {
            throw new MalformedUpdateException(Reason.TOO_LARGE, "The update has " + bytes.length + " bytes");
        }
        var update = Update.read(bytes, within);
        var sequence = Sequencer.sequence(store, update.structs());
        admit(update, sequence, bytes.length, within, allowedRoots);
        var change = new Change(store, within.steps(), !within.equals(limits));
        var before = pending;
        var after = before;
        var wakes = false;
        try {
            sequence.ready().forEach(change::merge);
            after = before.plus(sequence).with(deleted(change, update.deletes(), before.deletes()));
            wakes = before.wakes(store);
            if (wakes) {
                after = wake(after, change);
            }
        } catch (Refused no) {
            change.undo();
            if (wakes) {
                // What waited is at fault, and may not stand in the way of what others write.
                pending = Pending.NOTHING.with(before.deletes());
                return merge(bytes, within, allowedRoots);
            }
            throw new MalformedUpdateException(no.reason, String.valueOf(no.getMessage()));
        }
        change.tidy();
        pending = after;
        var changed = !change.isEmpty() || before.weight() != after.weight();
        size += changed ? bytes.length : 0;
        return new Applied(changed, Set.copyOf(change.roots()), !after.isEmpty());
    }

    private void admit(
            Update update, Sequencer.Sequence sequence, int bytes, YLimits within, @Nullable Set<String> allowedRoots)
            throws MalformedUpdateException {
        if (size > within.documentBytes() - bytes && encode().length > within.documentBytes() - bytes) {
            throw new MalformedUpdateException(Reason.TOO_LARGE, "The document would be too large");
        }
        if (store.structs() > within.items() - update.count()) {
            throw new MalformedUpdateException(Reason.TOO_MANY, "The document would have too many pieces");
        }
        if (pending.weight() > within.pendingBytes() - Pending.weight(sequence, update.deletes(), store)) {
            throw new MalformedUpdateException(Reason.TOO_MUCH_PENDING, "Too much waits for updates that did not come");
        }
        var admission = new Admission(store, update.structs(), within.depth(), allowedRoots);
        admission.checkNames();
        admission.check(sequence.ready());
        admission.check(update.deletes());
    }

    private static DeleteSet deleted(Change change, DeleteSet news, DeleteSet waiting) {
        var unknown = change.delete(news);
        unknown.addAll(change.delete(waiting));
        return unknown;
    }

    /** Something came that others waited for. Those that turn out to go too deep are let go. */
    private Pending wake(Pending waiting, Change change) {
        var sequence = Sequencer.sequence(store, waiting.structs());
        try {
            new Admission(store, waiting.structs(), limits.depth(), null).check(sequence.ready());
        } catch (MalformedUpdateException tooDeep) {
            return Pending.NOTHING.with(waiting.deletes());
        }
        sequence.ready().forEach(each -> change.merge(each.after(0)));
        return Pending.of(sequence.waiting(), sequence.missing(), new DeleteSet())
                .with(change.delete(waiting.deletes()));
    }

    /** What this document knows, so that others can send what it lacks. */
    public byte[] stateVector() {
        return new StateWriter(store).stateVector();
    }

    /** What somebody lacks who has this state vector. */
    public byte[] diff(byte[] stateVector) throws MalformedUpdateException {
        return new StateWriter(store).update(StateWriter.readStateVector(stateVector), pending);
    }

    /** The whole document, with what waits in it. */
    public byte[] encode() {
        var state = new StateWriter(store).update(Map.of(), pending);
        size = state.length;
        return state;
    }

    /** Whether something waits for updates that did not come yet. */
    public boolean hasPending() {
        return !pending.isEmpty();
    }

    /** About how many bytes {@link #encode} gives; exact after it was asked, mostly more than needed otherwise. */
    public int size() {
        return size;
    }

    /** The roots that hold something, or did. */
    public Set<String> roots() {
        var names = new TreeSet<String>();
        store.roots().forEach(each -> names.add(each.name));
        return names;
    }

    /** The text of a root without its form, a line for each paragraph. */
    public String text(String root) {
        return Plain.of(store.findRoot(root));
    }

    /** The text of a root as the editor's JSON: {@code {"type":"doc","content":[…]}}. */
    public Map<String, Object> prosemirror(String root) {
        return Rich.document(store.findRoot(root));
    }

    /** The elements right in a root, in their order. */
    public List<Piece> pieces(String root) {
        return Piece.of(store.findRoot(root));
    }

    /** A root that is a map: its values by key. */
    public Map<String, @Nullable Object> map(String root) {
        return Tree.map(store.findRoot(root));
    }

    /** A root that is a list. */
    public List<@Nullable Object> list(String root) {
        return Tree.list(store.findRoot(root));
    }

    /** A root as well-formed XML. */
    public String xml(String root) {
        return Xml.of(store.findRoot(root));
    }
}
