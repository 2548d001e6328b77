/**
 * The words everybody knows: what a boundary is, what a domain event says, how the business refuses.
 * Owns no data and no behaviour beyond that.
 * Knows nobody.
 */
@NullMarked
package fr.trame.app;

import org.jspecify.annotations.NullMarked;
