package fr.trame.app.ydoc;

/** One unit of content: the nth that one client wrote. */
record Id(long client, int clock) implements Parent {

    boolean is(long otherClient, int otherClock) {
        return client == otherClient && clock == otherClock;
    }
}
