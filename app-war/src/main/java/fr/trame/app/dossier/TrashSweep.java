package fr.trame.app.dossier;

import fr.trame.app.storage.ObjectStore;
import fr.trame.app.storage.SweepTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.UUID;

/**
 * Removes for good what lay in the trash for thirty days: first from the index, then the bytes, then the rows, so that an
 * interruption anywhere leaves a row that says what is still to do.
 */
@ApplicationScoped
public class TrashSweep {

    private static final System.Logger LOG = System.getLogger(TrashSweep.class.getName());

    @Inject
    Trash trash;

    @Inject
    ObjectStore store;

    @Inject
    Event<DocumentGoes> leaving;

    void sweep(@Observes SweepTime now) {
        var condemned = trash.condemn();
        condemned.forEach(this::remove);
        if (!condemned.isEmpty()) {
            LOG.log(
                    System.Logger.Level.INFO,
                    "{0} documents of the trash swept in {1}",
                    condemned.size(),
                    now.tenant());
        }
    }

    /** One that the index or the store does not let go holds up no other. */
    private void remove(UUID document) {
        try {
            leaving.fire(new DocumentGoes(document));
            var keys = trash.objects(document);
            keys.forEach(store::delete);
            trash.remove(document, keys);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "document {0} waits for the next sweep: {1}", document, failure);
        }
    }
}
