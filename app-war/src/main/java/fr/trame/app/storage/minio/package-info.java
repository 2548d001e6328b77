/**
 * The S3 side of the storage port, through minio-java, signed with the tenant's own key.
 * Owns connections to the store.
 * Used by nobody: CDI wires it.
 */
@NullMarked
package fr.trame.app.storage.minio;

import org.jspecify.annotations.NullMarked;
