package fr.trame.app.it;

/** How thoroughly the drills are done: all of it takes too long for each change. */
final class Drill {

    private Drill() {}

    /** @return whether everything was asked for, with {@code -Dtrame.drill=full} */
    static boolean isFull() {
        return "full".equals(System.getProperty("trame.drill"));
    }
}
