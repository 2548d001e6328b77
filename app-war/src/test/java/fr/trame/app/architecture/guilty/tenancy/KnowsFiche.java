package fr.trame.app.architecture.guilty.tenancy;

import fr.trame.app.architecture.guilty.fiche.Innocent;

/** The ground leans on the core. */
public class KnowsFiche {
    Innocent fiche = new Innocent();
}
