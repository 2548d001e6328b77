package fr.trame.app.transfer.web;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.transfer.Transfer;
import fr.trame.app.transfer.Transfers;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a person began to send to a dossier and did not end, to go on with or to give up. */
@Named("interrupted")
@RequestScoped
public class Interrupted {

    @Inject
    Transfers transfers;

    @Inject
    CurrentUser user;

    private final Map<String, List<Transfer>> read = new HashMap<>();

    /** @return the latest first, none for somebody who may not upload */
    public List<Transfer> of(String dossier) {
        return user.allows(Operation.DOCUMENT_UPLOAD)
                ? read.computeIfAbsent(dossier, id -> transfers.interrupted(UUID.fromString(id)))
                : List.of();
    }
}
