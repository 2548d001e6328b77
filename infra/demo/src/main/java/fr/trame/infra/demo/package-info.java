/**
 * The demonstration: two regions and a federation, written into a running product through its REST doors.
 * Owns the data (resources under {@code demo/}) and the order in which it is written; what exists already stays.
 * Knows the addresses of the product and of its identity server, and none of its classes.
 */
@NullMarked
package fr.trame.infra.demo;

import org.jspecify.annotations.NullMarked;
