/**
 * Opening a tenant and giving people a role in it: what has to exist in each service, in which order, and how an
 * interrupted run is finished. Owns the rows of tenant, member and tenant_secret. Knows every service; cli knows it.
 */
@NullMarked
package fr.trame.admin.provisioning;

import org.jspecify.annotations.NullMarked;
