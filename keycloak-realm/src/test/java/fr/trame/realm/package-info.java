/**
 * Holds the realm and its theme to their promises without starting Keycloak.
 * Owns nothing; reads the files as they are shipped.
 */
@NullMarked
package fr.trame.realm;

import org.jspecify.annotations.NullMarked;
