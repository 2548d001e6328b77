package fr.trame.app.identity;

import org.jspecify.annotations.Nullable;

/**
 * Somebody asked for what the role does not allow. Fired outside of any transaction, after the rollback.
 *
 * @param actor subject of the person
 * @param operation what was asked
 * @param reason message key or short word
 */
public record Refusal(String actor, String operation, @Nullable String reason) {}
