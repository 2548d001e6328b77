package fr.trame.app.webdav;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.DocumentState;
import fr.trame.app.dossier.Documents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;

/** A program reads back at once what it has just written; the antivirus needs a moment, and is waited for. */
@ApplicationScoped
public class Scanned {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 100;

    private static final System.Logger LOG = System.getLogger(Scanned.class.getName());

    @Inject
    Documents documents;

    /** Waits until the antivirus has looked at a document, or ten seconds: whether it is open then is asked elsewhere. */
    public void await(UUID document) {
        await(document, Instant.now().plus(PATIENCE));
    }

    /** Waits for several, no longer than for one. */
    void await(Collection<UUID> all) {
        var end = Instant.now().plus(PATIENCE);
        for (var each : all) {
            try {
                await(each, end);
            } catch (BusinessException gone) {
                LOG.log(System.Logger.Level.DEBUG, "nobody waits for what is gone: {0}", gone.key());
            }
        }
    }

    private void await(UUID document, Instant end) {
        while (documents.get(document).state() == DocumentState.SCANNING
                && Instant.now().isBefore(end)) {
            try {
                Thread.sleep(LOOK_MILLIS);
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
