/**
 * JSON over HTTP with short timeouts and readable failures, for the few calls made to Keycloak and Elasticsearch.
 * Owns no rule. Knows the shared words only.
 */
@NullMarked
package fr.trame.admin.http;

import org.jspecify.annotations.NullMarked;
