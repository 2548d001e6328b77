/**
 * The house rules as running code, and for each rule a guilty sample that proves that it can fail.
 * Owns the table of who may know whom, which docs/architecture.md prints.
 * Knows everybody; nobody knows it.
 */
@NullMarked
package fr.trame.app.architecture;

import org.jspecify.annotations.NullMarked;
