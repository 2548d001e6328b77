package fr.trame.admin.keycloak;

/**
 * A person's account.
 *
 * @param name first and last name, or nothing when the account does not say
 * @param verified whether the address is known to belong to the account
 */
public record Account(String id, String name, boolean verified) {}
