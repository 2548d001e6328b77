package fr.trame.app.coedit;

import java.time.Instant;

/** The messages of the line: those of the y-protocols, and two of our own above 99. */
final class Messages {

    static final int SYNC = 0;
    static final int AWARENESS = 1;
    static final int ASK_AWARENESS = 3;
    private static final int SAVED = 100;
    private static final int RIGHTS = 101;

    static final int STEP_1 = 0;
    static final int STEP_2 = 1;
    static final int UPDATE = 2;

    private Messages() {}

    /** What the server has: the browser answers with what it has beyond that. */
    static byte[] step1(byte[] stateVector) {
        return sync(STEP_1, stateVector);
    }

    /** What the browser lacks. */
    static byte[] step2(byte[] difference) {
        return sync(STEP_2, difference);
    }

    static byte[] update(byte[] update) {
        return sync(UPDATE, update);
    }

    private static byte[] sync(int step, byte[] content) {
        return new Wire.Writer().number(SYNC).number(step).block(content).toBytes();
    }

    static byte[] awareness(byte[] states) {
        return new Wire.Writer().number(AWARENESS).block(states).toBytes();
    }

    /**
     * Changes are committed.
     *
     * @param count of the changes that came on this line, from the first on
     */
    static byte[] saved(long count, Instant at) {
        return new Wire.Writer()
                .number(SAVED)
                .number(count)
                .number(at.toEpochMilli())
                .toBytes();
    }

    static byte[] rights(boolean mayWrite) {
        return new Wire.Writer().number(RIGHTS).number(mayWrite ? 1 : 0).toBytes();
    }
}
