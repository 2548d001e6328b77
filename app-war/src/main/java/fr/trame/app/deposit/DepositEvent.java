package fr.trame.app.deposit;

import fr.trame.app.DomainEvent;
import java.util.UUID;

/** Something happened to a link or to what came by one. */
record DepositEvent(String operation, UUID subject) implements DomainEvent {}
