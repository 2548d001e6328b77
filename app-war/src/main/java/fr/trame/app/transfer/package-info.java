/**
 * Files on their way in pieces: cut lines, reloads and restarts lose nothing.
 * Owns the table of transfers and the sweep of those given up.
 * Knows identity, storage and dossier, which gets the finished document.
 */
@NullMarked
package fr.trame.app.transfer;

import org.jspecify.annotations.NullMarked;
