/**
 * What documents look like. A server on the loopback that has no database, no keys and no address of anybody: bytes come
 * in, a PDF or a small picture goes out. What opens a document runs in a process of its own, which is ended at its limits.
 */
@NullMarked
package fr.trame.infra.painter;

import org.jspecify.annotations.NullMarked;
