/**
 * Files that come from outside: fetched by Maven, compared with a pinned checksum, unpacked once into a cache that all
 * stacks of a machine share. Knows the console and processes.
 */
@NullMarked
package fr.trame.infra.stack.artifact;

import org.jspecify.annotations.NullMarked;
