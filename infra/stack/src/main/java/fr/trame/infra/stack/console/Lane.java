package fr.trame.infra.stack.console;

/** One line of the board: what one part is doing. May be called from any thread. */
public interface Lane {

    /** Says what happens now; the clock of the line goes on. */
    void doing(String what);

    /** Says how far it is: shown in place on a terminal, seldom where each change is a line of its own. */
    void progress(String howFar);

    /** Says how it ended and stops the clock. */
    void done(String what);
}
