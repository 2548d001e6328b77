package fr.trame.app.identity;

import java.io.Serializable;

/**
 * Who Keycloak says is there.
 *
 * @param subject stable identifier, the {@code sub} of the token
 */
public record Person(String subject, String name, String email) implements Serializable {

    /** Request attribute that holds the session at the identity server, for doors that outlive a request. */
    public static final String SESSION = Person.class.getName() + ".session";
}
