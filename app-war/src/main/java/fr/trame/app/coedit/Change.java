package fr.trame.app.coedit;

import java.util.UUID;

/**
 * A committed change.
 *
 * @param node that took it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Change(long seq, UUID node, byte[] payload) {

    /**
     * A change that is to be committed.
     *
     * @param subject of the person who made it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Draft(String subject, byte[] payload) {}
}
