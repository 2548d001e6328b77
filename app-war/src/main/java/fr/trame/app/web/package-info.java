/**
 * What all pages share: layout, words, messages, addresses.
 * Owns the shell.
 * Knows the ground, and workspace for the navigation.
 */
@NullMarked
package fr.trame.app.web;

import org.jspecify.annotations.NullMarked;
