package fr.trame.app.ydoc;

/**
 * How much a document takes before it refuses.
 *
 * @param updateBytes the greatest update
 * @param documentBytes the greatest document, as it is encoded
 * @param items the pieces a document is made of; neighbouring letters of one person are one piece
 * @param depth elements inside one another, and values inside one another
 * @param pendingBytes what may wait for updates that did not come yet
 * @param nameLength names of roots and elements, keys of maps, attributes and marks
 * @param steps the work one update may ask for; ordinary ones need a handful
 */
public record YLimits(
        int updateBytes, int documentBytes, int items, int depth, int pendingBytes, int nameLength, int steps) {

    /** What a fiche needs many times over. */
    public static final YLimits DEFAULT = new YLimits(2 << 20, 16 << 20, 1_000_000, 64, 1 << 20, 256, 20_000_000);

    /** For bytes that were looked at before. */
    static final YLimits NONE = new YLimits(
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    /** For what was taken before, piece by piece: it must be read again, whatever it has become. */
    YLimits forOwn() {
        return new YLimits(
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                depth,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE);
    }
}
