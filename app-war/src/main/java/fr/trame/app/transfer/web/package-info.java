/**
 * The door of transfers for pages and programs: the tus protocol.
 * Owns the translation between the protocol's library and the capability.
 * Knows its own capability and the shell.
 */
@NullMarked
package fr.trame.app.transfer.web;

import org.jspecify.annotations.NullMarked;
