package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.mail.Mailer;
import fr.trame.admin.provisioning.Tenant.Properties;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A tenant as the operator asks for it, checked.
 *
 * @param adminEmail who is invited to administer it, or nothing
 */
public record NewTenant(String alias, Properties properties, String adminEmail) {

    public static final String USUAL_ACCENT = "#0b6469";

    private static final Pattern ALIAS = Pattern.compile("[a-z][a-z0-9-]{1,39}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");
    private static final Set<String> KINDS = Set.of("REGION", "FEDERATION");
    private static final Set<String> CURRENCIES = Set.of("EUR", "MAD");

    /** @throws Refused naming the option that cannot be accepted, why, and what to give instead */
    public NewTenant {
        require(
                ALIAS.matcher(alias).matches(),
                "The alias '" + alias + "' cannot stand in an address: give 2 to 40"
                        + " small letters, digits and hyphens, a letter first.");
        properties = checked(properties);
        if (!adminEmail.isEmpty()) {
            Mailer.address("--admin-email", adminEmail);
        }
    }

    private static Properties checked(Properties asked) {
        var accent = asked.accent().toLowerCase(Locale.ROOT);
        requireOneOf("--kind", asked.kind(), KINDS);
        requireOneOf("--currency", asked.currency(), CURRENCIES);
        require(
                COLOUR.matcher(accent).matches(),
                "--accent '" + asked.accent() + "' is not a colour: give it as #rrggbb"
                        + " with hexadecimal digits, for example " + USUAL_ACCENT + ".");
        var name = Texts.name("--name", asked.name());
        return new Properties(name, asked.kind(), asked.programme(), asked.currency(), accent);
    }

    /** The programmes are rows, so they are checked once the database is known. */
    void requireProgramme(Set<String> known) {
        requireOneOf("--programme", properties.programme(), known);
    }

    private static void requireOneOf(String option, String value, Set<String> known) {
        require(
                known.contains(value),
                option + " '" + value + "' is not known: give one of "
                        + String.join(", ", known.stream().sorted().toList()) + ".");
    }

    private static void require(boolean acceptable, String refusal) {
        if (!acceptable) {
            throw new Refused(refusal);
        }
    }
}
