/**
 * Measures how well the search finds what answers.
 * Owns the judged questions, the figures and what they are compared with.
 * Knows the product's search port and the folder of a stack.
 */
@NullMarked
package fr.trame.infra.relevance;

import org.jspecify.annotations.NullMarked;
