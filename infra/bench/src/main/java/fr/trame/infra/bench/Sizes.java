package fr.trame.infra.bench;

import java.util.List;

/**
 * How much of everything.
 *
 * @param largeMiB size of the one large file
 * @param hugeMiB size of the one file that takes long
 * @param largeRuns how often it is uploaded each way
 * @param smallFiles how many small files make one run
 * @param pages of documents in the index, one measurement each
 * @param sustained how many texts come without a pause
 * @param scans pages of one document of pictures
 * @param tenants in the database, one measurement each; fewer than there are already is as many as there are
 */
record Sizes(
        int largeMiB,
        int hugeMiB,
        int largeRuns,
        int smallFiles,
        int smallRuns,
        int texts,
        int pdfs,
        List<Integer> pages,
        int queries,
        List<Integer> tenants,
        int lists,
        int sustained,
        int scans) {

    static Sizes full() {
        return new Sizes(
                64, 1_024, 7, 200, 5, 20, 10, List.of(10_000, 100_000), 300, List.of(1, 100, 1_000), 500, 1_000, 20);
    }

    /** Enough to see that everything runs; the figures say nothing. */
    static Sizes small() {
        return new Sizes(8, 16, 2, 10, 2, 2, 1, List.of(200, 500), 20, List.of(1, 10), 20, 40, 2);
    }
}
