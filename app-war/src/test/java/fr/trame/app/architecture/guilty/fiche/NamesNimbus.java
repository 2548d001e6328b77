package fr.trame.app.architecture.guilty.fiche;

import com.nimbusds.jwt.JWT;

/** Reads tokens in the business. */
public class NamesNimbus {
    String kind(JWT token) {
        return token.getClass().getName();
    }
}
