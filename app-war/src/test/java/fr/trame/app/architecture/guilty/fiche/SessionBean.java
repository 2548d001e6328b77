package fr.trame.app.architecture.guilty.fiche;

import jakarta.ejb.Stateless;

/** Another kind of bean. */
@Stateless
public class SessionBean {}
