/**
 * What happened and who did it, written with the fact; refusals too.
 * Owns the audit trail.
 * Knows identity and tenancy; listens to events.
 */
@NullMarked
package fr.trame.app.audit;

import org.jspecify.annotations.NullMarked;
