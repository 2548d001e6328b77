/**
 * Bytes of the tenant: a port in front of any store that speaks S3.
 * Owns the table of announced objects and the sweep of orphans.
 * Knows identity and tenancy.
 */
@NullMarked
package fr.trame.app.storage;

import org.jspecify.annotations.NullMarked;
