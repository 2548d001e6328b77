package fr.trame.app.integrity;

import java.util.List;

/**
 * A part of a step, done in seconds.
 *
 * @param reached where the step goes on, empty when it is done
 * @param objects compared in it
 * @param digests computed in it
 * @param entries compared in it
 */
record Slice(String reached, long objects, long digests, long entries, List<Finding> findings) {

    boolean isLast() {
        return reached.isEmpty();
    }
}
