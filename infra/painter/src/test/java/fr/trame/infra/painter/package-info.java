/** Tests of the painter. */
@NullMarked
package fr.trame.infra.painter;

import org.jspecify.annotations.NullMarked;
