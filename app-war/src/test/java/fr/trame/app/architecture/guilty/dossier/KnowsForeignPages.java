package fr.trame.app.architecture.guilty.dossier;

import fr.trame.app.architecture.guilty.fiche.web.FichePage;

/** Leans on the pages of another capability. */
public class KnowsForeignPages {
    FichePage page = new FichePage();
}
