/**
 * The search port through Elasticsearch, with the tenant's own API key.
 * Owns connections to the index.
 * Used by nobody: CDI wires it.
 */
@NullMarked
package fr.trame.app.search.elasticsearch;

import org.jspecify.annotations.NullMarked;
