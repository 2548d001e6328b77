package fr.trame.admin.search;

import fr.trame.admin.ServiceFailure;

/** Waiting, the only way this command line has to be patient. */
final class Pause {

    private Pause() {}

    static void millis(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new ServiceFailure("Interrupted", stopped);
        }
    }
}
