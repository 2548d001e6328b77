package fr.trame.app.api;

import org.jspecify.annotations.Nullable;

/**
 * A problem document (RFC 9457).
 *
 * @param type {@code urn:trame:problem:} and the message key: stable, for programs
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail what happened and what to do, in the language asked for
 * @param field the field to blame, or null
 */
public record Problem(String type, String title, int status, String detail, @Nullable String field) {

    static final String MEDIA_TYPE = "application/problem+json";
}
