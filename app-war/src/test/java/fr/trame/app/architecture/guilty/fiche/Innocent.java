package fr.trame.app.architecture.guilty.fiche;

/** Does nothing wrong; others do, by using it. */
public class Innocent {}
