package fr.trame.app.transfer;

import fr.trame.app.storage.SweepTime;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Frees the parts of transfers that nobody went on with for a week. */
@ApplicationScoped
public class TransferSweep {

    private static final System.Logger LOG = System.getLogger(TransferSweep.class.getName());

    @Inject
    Transfers transfers;

    @Inject
    Intake intake;

    /** One that the store does not let go holds up no other. */
    private void abandon(Transfer transfer) {
        try {
            intake.abandon(transfer);
        } catch (RuntimeException failure) {
            LOG.log(System.Logger.Level.WARNING, "transfer {0} waits for the next sweep: {1}", transfer.id(), failure);
        }
    }

    void sweep(@Observes SweepTime now) {
        var givenUp = transfers.givenUp();
        givenUp.forEach(this::abandon);
        if (!givenUp.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "{0} transfers swept in {1}", givenUp.size(), now.tenant());
        }
    }
}
