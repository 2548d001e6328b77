package fr.trame.infra.stack.process;

import fr.trame.infra.stack.console.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How root runs what refuses to run as root. Best: a user namespace in which root appears as an ordinary user, since
 * files then need no other owner. Where namespaces are not allowed: the user nobody, to whom the folders are given.
 */
public enum Privileges {
    /** We are not root: nothing to do. */
    ORDINARY,
    /** An ordinary user inside. An unmapped one will not do: a JVM that attaches to itself compares owners. */
    UNSHARE,
    /** The user nobody. */
    SETPRIV;

    private static final String CHOICE = "TRAME_UNPRIVILEGED";
    private static final int NOBODY = 65534;

    /** @throws StackFailure when we are root and neither way works */
    public static Privileges find() {
        if (owner(Path.of("/proc/self")) != 0) {
            return ORDINARY;
        }
        var choice = System.getenv(CHOICE);
        if (choice != null && !choice.isBlank()) {
            return valueOf(choice.strip().toUpperCase(Locale.ROOT));
        }
        if (UNSHARE.works()) {
            return UNSHARE;
        }
        if (SETPRIV.works()) {
            return SETPRIV;
        }
        throw new StackFailure("PostgreSQL and Elasticsearch refuse to run as root, and neither `unshare --user` nor "
                + "`setpriv` (package util-linux) works here. Run infra/up as an ordinary user.");
    }

    private boolean works() {
        return runs(List.of("true"));
    }

    /** The words before a command's own. */
    List<String> prefix() {
        return switch (this) {
            case ORDINARY -> List.of();
            case UNSHARE -> List.of("unshare", "--user", "--map-user=1000", "--map-group=1000");
            case SETPRIV -> List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        };
    }

    /**
     * Gives a folder, with what is in it, to the user that will work in it.
     *
     * @throws StackFailure when that user could not even reach it
     */
    public void own(Path folder) {
        if (this == ORDINARY) {
            return;
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new StackFailure("The folder " + folder + " cannot be made: " + failure, failure);
        }
        ownFile(folder);
        requireReadable(folder);
    }

    /** Gives one path, with what is under it, to the user that will work with it. */
    public void ownFile(Path path) {
        int user = this == SETPRIV ? NOBODY : 0;
        if (this != ORDINARY && owner(path) != user) {
            run(List.of("chown", "-R", user + ":" + user, path.toString()));
        }
    }

    /** @throws StackFailure when the user nobody cannot read the path, with the way out */
    public void requireReadable(Path path) {
        if (this == SETPRIV && !runs(List.of("test", "-r", path.toString()))) {
            throw new StackFailure("The user nobody, as whom PostgreSQL and Elasticsearch run when root starts the "
                    + "stack, cannot read " + path + ". Put both folders where everybody may go, for example "
                    + "TRAME_HOME=/var/lib/trame TRAME_CACHE=/var/cache/trame, or run infra/up as an ordinary user.");
        }
    }

    private boolean runs(List<String> words) {
        var command = new ArrayList<>(prefix());
        command.addAll(words);
        return run(command);
    }

    private static boolean run(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notThere) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static int owner(Path path) {
        try {
            return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        } catch (IOException failure) {
            throw new StackFailure("The owner of " + path + " cannot be read: " + failure, failure);
        }
    }
}
