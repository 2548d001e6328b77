package fr.trame.app.architecture.guilty.dossier;

import fr.trame.app.storage.ObjectStore;
import jakarta.inject.Inject;

/** Holds a port, as a bean that is no boundary may. */
public class Carrier {
    @Inject
    ObjectStore store;
}
