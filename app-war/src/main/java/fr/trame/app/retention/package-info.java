/**
 * Says how long what is kept is kept, and destroys what is over once people have agreed.
 * Owns the tenant's rules, elimination lists and what is left of what was destroyed.
 * Knows dossier, search, outbox, storage, identity and tenancy.
 */
@NullMarked
package fr.trame.app.retention;

import org.jspecify.annotations.NullMarked;
