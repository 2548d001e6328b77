/**
 * Measures a running product against what it is built on: the same store, the same index, the same extractor, asked
 * straight and in the same run. Owns a tenant of its own in the stack it measures. Knows the stack's folder, the
 * operator's side and the product's REST door.
 */
@NullMarked
package fr.trame.infra.bench;

import org.jspecify.annotations.NullMarked;
