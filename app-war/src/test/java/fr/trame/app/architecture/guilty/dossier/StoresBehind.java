package fr.trame.app.architecture.guilty.dossier;

import fr.trame.app.Boundary;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;

/** The same, behind another bean. */
@Boundary
public class StoresBehind {
    @Inject
    Instance<Carrier> carrier;
}
