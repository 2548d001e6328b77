package fr.trame.app.architecture.guilty.fiche.web;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Has no page, and reads rows without a tenant. */
public class FicheLostBacking {
    @PersistenceContext
    EntityManager em;
}
