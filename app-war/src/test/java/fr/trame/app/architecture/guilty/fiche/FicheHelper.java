package fr.trame.app.architecture.guilty.fiche;

/** Helps with what? */
public class FicheHelper {}
