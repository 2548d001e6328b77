package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.mail.Mailer;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * A person's place in a tenant, checked.
 *
 * @param subject the account's identifier in Keycloak
 * @param email where the product writes to this person, or nothing
 */
public record NewMember(String subject, String role, String name, String email) {

    private static final Pattern SUBJECT = Pattern.compile("[A-Za-z0-9:._-]{1,255}");
    private static final Set<String> ROLES = Set.of("ADMIN", "PRESIDENT", "PILOT", "CO_AUTHOR", "COMMENTER", "READER");

    /** @throws Refused naming the option that cannot be accepted, why, and what to give instead */
    public NewMember {
        if (!SUBJECT.matcher(subject).matches()) {
            throw new Refused("--subject '" + subject
                    + "' cannot be an account's identifier: give the id Keycloak shows" + " for the account.");
        }
        if (!ROLES.contains(role)) {
            throw new Refused(
                    "--role '" + role + "' is not known: give one of " + String.join(", ", new TreeSet<>(ROLES)) + ".");
        }
        name = Texts.name("--name", name);
        if (!email.isEmpty()) {
            Mailer.address("--email", email);
        }
    }
}
