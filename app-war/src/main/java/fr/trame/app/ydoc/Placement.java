package fr.trame.app.ydoc;

import fr.trame.app.ydoc.MalformedUpdateException.Reason;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place of an item among those that others put to the same place meanwhile, the same for everybody whatever
 * the order of arrival: items with one origin stand in the order of their clients, each with what was written after it.
 */
final class Placement {

    private final Store store;
    private int stepsLeft;

    Placement(Store store, int steps) {
        this.store = store;
        stepsLeft = steps;
    }

    /** Links an item, whose neighbours are as its writer saw them, into its branch. */
    void place(Item item, Branch branch) {
        var left = item.left;
        var right = item.right;
        if (left == null ? right == null || right.left != null : left.right != right) {
            left = lastBefore(item, branch);
        }
        item.left = left;
        if (left != null) {
            item.right = left.right;
            left.right = item;
        } else {
            item.right = head(branch, item.key);
            if (item.key == null) {
                branch.first = item;
            }
        }
        if (item.right != null) {
            item.right.left = item;
        }
    }

    /** Takes an item out of its place again, in which nothing was put meanwhile. */
    void remove(Item item, Branch branch, @Nullable Item lastOfKey) {
        if (item.left != null) {
            item.left.right = item.right;
        } else if (item.key == null) {
            branch.first = item.right;
        }
        if (item.right != null) {
            item.right.left = item.left;
        }
        if (item.key != null) {
            branch.setLast(item.key, lastOfKey);
        }
    }

    private @Nullable Item lastBefore(Item item, Branch branch) {
        var left = item.left;
        var other = left == null ? head(branch, item.key) : left.right;
        var start = store.now();
        var undecided = start;
        while (other != null && other != item.right) {
            step();
            other.seen = store.tick();
            if (Objects.equals(item.origin, other.origin)) {
                if (other.client < item.client) {
                    left = other;
                    undecided = store.now();
                } else if (Objects.equals(item.rightOrigin, other.rightOrigin)) {
                    break;
                }
            } else {
                var seen = other.origin != null && store.get(other.origin) instanceof Item before ? before.seen : 0;
                if (seen <= start) {
                    break;
                }
                if (seen <= undecided) {
                    left = other;
                    undecided = store.now();
                }
            }
            other = other.right;
        }
        return left;
    }

    /** The first of the children, or of those that were the value of a key. */
    private @Nullable Item head(Branch branch, @Nullable String key) {
        if (key == null) {
            return branch.first;
        }
        var head = branch.last(key);
        while (head != null && head.left != null) {
            step();
            head = head.left;
        }
        return head;
    }

    private void step() {
        if (--stepsLeft < 0) {
            throw new Refused(Reason.TOO_COSTLY, "The update takes too long to merge");
        }
    }
}
