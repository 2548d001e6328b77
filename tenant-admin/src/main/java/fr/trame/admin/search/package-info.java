/**
 * A tenant's search index: its definition, its API key, its rebuild from PostgreSQL. Owns the names of index and
 * alias and what an entry holds. Knows the database and the HTTP client.
 */
@NullMarked
package fr.trame.admin.search;

import org.jspecify.annotations.NullMarked;
