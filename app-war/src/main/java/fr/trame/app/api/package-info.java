/**
 * What all REST doors share: the application, problems (RFC 9457), pages of results.
 * Owns the problem document.
 * Knows the root.
 */
@NullMarked
package fr.trame.app.api;

import org.jspecify.annotations.NullMarked;
