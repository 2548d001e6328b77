/**
 * What the operator's side talks to, small enough for a test: real PostgreSQL, real object store, real mail server,
 * and stand-ins for Keycloak and Elasticsearch that know the few calls made to them. Knows no rule of the product.
 */
@NullMarked
package fr.trame.admin.standin;

import org.jspecify.annotations.NullMarked;
