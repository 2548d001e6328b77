package fr.trame.app.identity;

import fr.trame.app.DomainEvent;
import java.util.UUID;

/** Somebody made a password for a program, or ended one. */
record AppPasswordEvent(String operation, UUID subject) implements DomainEvent {}
