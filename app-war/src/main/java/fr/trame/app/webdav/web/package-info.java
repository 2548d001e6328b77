/**
 * The door of the network drive and the page of a person's passwords for it.
 * Owns the protocol: headers, conditions, statuses.
 * Knows its own capability and what all pages share.
 */
@NullMarked
package fr.trame.app.webdav.web;

import org.jspecify.annotations.NullMarked;
