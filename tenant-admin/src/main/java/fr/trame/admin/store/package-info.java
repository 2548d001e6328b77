/**
 * A tenant's bucket and the key that opens this bucket only. Owns their names and the policy of the key. Knows the
 * shared words; io.minio is used here and nowhere else on the operator's side.
 */
@NullMarked
package fr.trame.admin.store;

import org.jspecify.annotations.NullMarked;
