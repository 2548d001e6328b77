package fr.trame.infra.stack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The words of infra/up. */
final class UpOptions {

    @Option(names = "--detach", description = "Return when everything is ready and leave it running.")
    boolean detach;

    @Option(
            names = "--without",
            split = ",",
            paramLabel = "PART",
            description = "Do not start this part: postgres, keycloak, elasticsearch, store, mail, extractor, "
                    + "recogniser, antivirus, app.")
    List<String> without = new ArrayList<>();

    @Option(names = "--no-demo", description = "No demonstration accounts, tenants and documents.")
    boolean noDemo;

    @Option(names = "--port-offset", paramLabel = "N", description = "Added to each usual port.")
    int portOffset;

    @Option(
            names = "--external",
            paramLabel = "FILE",
            description = "KEY=value lines of TRAME_* variables; parts whose address is given are not started.")
    @Nullable
    Path external;

    @Option(names = "--with", paramLabel = "minio", description = "Build this with Go when it is not there, once.")
    @Nullable
    String with;

    @Option(names = "--war", paramLabel = "FILE", description = "The application. Default: the one built here.")
    @Nullable
    Path war;
}
