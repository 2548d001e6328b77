package fr.trame.app.ydoc;

/** A run of units of one client: content, what is left of content, or a gap in what was sent. */
abstract sealed class Struct permits Item, Gone, Gap {

    static final int IS_GONE = 0;
    static final int IS_GAP = 10;

    final long client;
    int clock;
    int length;

    Struct(long client, int clock, int length) {
        this.client = client;
        this.clock = clock;
        this.length = length;
    }

    int end() {
        return clock + length;
    }

    abstract boolean deleted();

    /** What comes after its first units, as if it had been sent so. */
    abstract Struct after(int units);

    /** About the bytes it takes. */
    abstract int weight();

    abstract void write(WireWriter out, int offset);
}
