package fr.trame.admin.store;

import fr.trame.admin.Refused;

/** An identity at the object store. */
public record StoreKey(String access, String secret) {

    /** How the key is stored: access and secret in one line. */
    public String text() {
        return access + ":" + secret;
    }

    public static StoreKey of(String text) {
        var colon = text.indexOf(':');
        if (colon < 1) {
            throw new Refused("The stored STORE_KEY of this tenant is not of the form access:secret.");
        }
        return new StoreKey(text.substring(0, colon), text.substring(colon + 1));
    }

    /** A secret does not belong in a message or a log. */
    @Override
    public String toString() {
        return access;
    }
}
