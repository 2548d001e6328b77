package fr.trame.app.identity;

import java.util.Map;
import java.util.UUID;

/**
 * The roles of one person in one tenant.
 *
 * @param role in the tenant
 * @param byWorkspace in single workspaces, where they differ
 */
public record Membership(Role role, Map<UUID, Role> byWorkspace) {}
