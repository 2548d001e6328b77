package fr.trame.app.architecture.guilty.stray;

/** Lives in a folder that nobody declared. */
public class NotInTheTable {}
