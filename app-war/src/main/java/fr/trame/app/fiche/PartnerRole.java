package fr.trame.app.fiche;

/** In which capacity an organisation joins a fiche. */
public enum PartnerRole {
    PARTENAIRE,
    COFINANCEUR,
    EXPERT,
    BENEFICIAIRE,
    SOUS_TRAITANT
}
