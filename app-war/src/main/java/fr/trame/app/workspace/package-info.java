/**
 * Workspaces of the tenant, and the role a person has in each.
 * Owns workspaces and their members.
 * Knows identity and tenancy.
 */
@NullMarked
package fr.trame.app.workspace;

import org.jspecify.annotations.NullMarked;
