package fr.trame.app.deposit;

import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * A file that came by a link and waits.
 *
 * @param label of the link
 * @param sender what the sender calls themselves; nobody checked it
 */
public record Deposit(
        UUID id, String label, String sender, String name, long size, String sha256, OffsetDateTime receivedAt) {}
