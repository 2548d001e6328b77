/**
 * What must still follow from a committed fact, and the worker that makes it follow.
 * Owns the outbox table and its drain.
 * Knows tenancy and identity.
 */
@NullMarked
package fr.trame.app.outbox;

import org.jspecify.annotations.NullMarked;
