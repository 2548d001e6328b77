/**
 * The development stack: starts the real parts of the product on one machine, shows them, stops them. Owns the order
 * in which they start and the command line. Knows its own sub-packages and the operator's side (tenant-admin).
 */
@NullMarked
package fr.trame.infra.stack;

import org.jspecify.annotations.NullMarked;
