package fr.trame.app.storage;

import org.jspecify.annotations.Nullable;

/**
 * How much room a tenant has.
 *
 * @param used bytes of all objects, those on their way included
 * @param reserved how many of those are on their way, or wait for somebody to accept them
 * @param quota how many it may use, null for as many as there are
 */
public record Room(long used, long reserved, @Nullable Long quota) {

    /** @return how much of it is used, in percent; 0 without a quota */
    public long percent() {
        return quota == null ? 0 : used * 100 / quota;
    }

    /** @return how many bytes are left, 0 when more is used than there is; without a quota, all there are */
    public long left() {
        return quota == null ? Long.MAX_VALUE : Math.max(0, quota - used);
    }
}
