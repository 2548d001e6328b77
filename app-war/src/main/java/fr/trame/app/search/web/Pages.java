package fr.trame.app.search.web;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Where a page of results is among the others.
 *
 * @param current 1 and up
 * @param last 0 when nothing was found
 */
public record Pages(int current, int last) {

    private static final int SIZE = 20;
    private static final int MOST = 500;
    private static final int AROUND = 2;

    static Pages of(int current, long results) {
        return new Pages(current, (int) Math.min(MOST, (results + SIZE - 1) / SIZE));
    }

    /** @return the numbers of the pages next to this one, and its own */
    public List<Integer> around() {
        return IntStream.rangeClosed(Math.max(1, current - AROUND), Math.min(last, current + AROUND))
                .boxed()
                .toList();
    }
}
