/**
 * The door of fiches written together: the page, the check of who may connect, and the line of each browser.
 * Owns the lines that are open on this node and nothing that lasts.
 * Knows what coedit knows, and the frame of all pages.
 */
@NullMarked
package fr.trame.app.coedit.web;

import org.jspecify.annotations.NullMarked;
