/**
 * Shows what uses the tenant's room, and tells its administrators when it comes to its end.
 * Owns no table: it reads what dossiers hold.
 * Knows mail, outbox, storage, identity and tenancy.
 */
@NullMarked
package fr.trame.app.quota;

import org.jspecify.annotations.NullMarked;
