package fr.trame.app.it;

/** What can be wrong with a line. */
enum Fault {
    /** Nothing. */
    NONE,

    /** Connections are taken, and that is all. */
    BLACKHOLE,

    /** Connections are taken and broken off. */
    RESET,

    /** Five seconds from one end to the other. */
    SLOW,

    /** A byte a second. */
    TRICKLE,

    /** What is said arrives; when the answer comes, the line is closed. */
    HALF_CLOSED,

    /** A second well, a second broken off, and so on. */
    FLAPPING;

    /** @return what is wrong at this moment */
    Fault now() {
        if (this != FLAPPING) {
            return this;
        }
        return System.currentTimeMillis() / 1000 % 2 == 0 ? NONE : RESET;
    }
}
