package fr.trame.app.outbox;

import java.util.List;

/**
 * Does one type of follow-up work, in the tenant's name and outside of any transaction. It may be called twice for the
 * same row and in any order: doing it again must be harmless.
 */
public interface OutboxListener {

    /** @return the type of rows it takes */
    String type();

    /** @return how many rows it takes at once; where it is about the present, how many things */
    int batch();

    /** @return how many take such rows at the same time */
    default int workers() {
        return 1;
    }

    /**
     * @return whether the work brings a thing to its present state, so that all events of the same thing that are due are
     *     done by doing it once
     */
    default boolean isAboutThePresent() {
        return false;
    }

    /**
     * Does the work.
     *
     * @throws RetryLater when a service is away: tried again without limit, every few seconds
     * @throws RuntimeException when the work itself fails: tried again 8 times further and further apart, then given up
     */
    void handle(List<OutboxRow> rows);

    /** Called when the work is given up, so that the user can be told. */
    void gaveUp(OutboxRow row);

    /** A service behind the product is away. */
    class RetryLater extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public RetryLater(Throwable cause) {
            super(cause);
        }
    }
}
