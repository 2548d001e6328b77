package fr.trame.app.ydoc;

import java.util.Arrays;

/** All that one client wrote, in its order and without gaps. */
final class StructList {

    private Struct[] structs = new Struct[4];
    private int size;

    int size() {
        return size;
    }

    Struct get(int index) {
        return structs[index];
    }

    /** The first unit that is not known yet. */
    int state() {
        return size == 0 ? 0 : structs[size - 1].end();
    }

    /** The index of the struct that has a unit, which must be known. */
    int indexOf(int clock) {
        var low = 0;
        var high = size - 1;
        if (structs[high].clock <= clock) {
            return high;
        }
        while (low < high) {
            var middle = (low + high + 1) >>> 1;
            if (structs[middle].clock <= clock) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    void add(Struct struct) {
        insert(size, struct);
    }

    void insert(int index, Struct struct) {
        if (size == structs.length) {
            structs = Arrays.copyOf(structs, size + (size >> 1));
        }
        System.arraycopy(structs, index, structs, index + 1, size - index);
        structs[index] = struct;
        size++;
    }

    void remove(int index) {
        size--;
        System.arraycopy(structs, index + 1, structs, index, size - index);
        Arrays.fill(structs, size, size + 1, null);
    }

    void set(int index, Struct struct) {
        structs[index] = struct;
    }

    /**
     * Lets the struct at an index melt into those before it, as far as they go together.
     *
     * @return how many structs there are less
     */
    int mergeLeftwards(int index) {
        var at = index;
        while (at > 0 && melt(structs[at - 1], structs[at])) {
            at--;
        }
        var merged = index - at;
        if (merged > 0) {
            System.arraycopy(structs, index + 1, structs, at + 1, size - index - 1);
            Arrays.fill(structs, size - merged, size, null);
            size -= merged;
        }
        return merged;
    }

    private static boolean melt(Struct left, Struct right) {
        if (left instanceof Gone && right instanceof Gone) {
            left.length += right.length;
            return true;
        }
        return left instanceof Item item && right instanceof Item next && item.merge(next);
    }
}
