package fr.trame.app.architecture.guilty.dossier;

import fr.trame.app.Boundary;
import fr.trame.app.storage.ObjectStore;
import jakarta.inject.Inject;

/** Waits for the network inside a transaction. */
@Boundary
public class StoresInside {
    @Inject
    ObjectStore store;
}
