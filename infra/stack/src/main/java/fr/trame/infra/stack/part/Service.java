package fr.trame.infra.stack.part;

import fr.trame.infra.stack.artifact.Artifact;
import fr.trame.infra.stack.console.Lane;
import fr.trame.infra.stack.process.Command;
import fr.trame.infra.stack.setting.Part;
import java.io.IOException;
import java.util.List;

/** How one part is made ready, started and recognised as ready. */
public interface Service {

    Part part();

    /** The files it still needs from outside. */
    List<Artifact> artifacts();

    /** Brings everything onto the disk that the start needs. May take long; needs no other part. */
    void prepare(Lane lane) throws IOException;

    /** The program; called after {@link #prepare}, when the parts it needs are there. */
    Command command() throws IOException;

    /** Whether it does its work now. Asked again and again while it starts. */
    boolean isReady();

    /** What is left to do once it is ready the first time. */
    default void settle() throws IOException {}

    /** Where anybody can see that it is well, for infra/status. */
    String health();

    /** What to say once it is ready. */
    default String greeting() {
        return "ready";
    }

    /** The process to follow, when the one that was started only starts the real one. */
    default long followed(Process started) {
        return started.pid();
    }
}
