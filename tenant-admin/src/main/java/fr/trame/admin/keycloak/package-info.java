/**
 * Keycloak's administration, as the client that may manage organizations and accounts and nothing else. Owns the
 * mapping of a tenant to an organization: attribute tenant_uuid. Knows the HTTP client only.
 */
@NullMarked
package fr.trame.admin.keycloak;

import org.jspecify.annotations.NullMarked;
