package fr.trame.admin.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.admin.Refused;
import fr.trame.admin.provisioning.Tenant.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewTenantTest {

    @Test
    void aColourInCapitalsAndBlanksAroundANameAreTakenAsMeant() {
        var tenant = tenant("nord", "  Région du Nord ", "REGION", "EUR", "#AABB00");
        assertEquals("#aabb00", tenant.properties().accent());
        assertEquals("Région du Nord", tenant.properties().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "n", "Nord", "9nord", "-nord", "no_rd", "no rd", "nörd", "../nord"})
    void anAliasThatCannotStandInAnAddressIsRefused(String alias) {
        refused("The alias '" + alias + "'", () -> tenant(alias, "Nord", "REGION", "EUR", "#aabb00"));
    }

    @Test
    void anAliasOf40CharactersIsTheLongest() {
        tenant("a".repeat(40), "Nord", "REGION", "EUR", "#aabb00");
        refused("The alias", () -> tenant("a".repeat(41), "Nord", "REGION", "EUR", "#aabb00"));
    }

    @ParameterizedTest
    @CsvSource({
        "region, EUR, '#aabb00', --kind",
        "REGION, USD, '#aabb00', --currency",
        "REGION, EUR, 'aabb00', --accent",
        "REGION, EUR, '#abc', --accent",
        "REGION, EUR, '#aabb0g', --accent"
    })
    void aRefusalNamesTheOption(String kind, String currency, String accent, String option) {
        refused(option, () -> tenant("nord", "Nord", kind, currency, accent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "a\nBcc: b@c.fr", "a\u202Eb", "a\u0000", "a\u200Bb"})
    void aNameThatIsEmptyOrHidesSomethingIsRefused(String name) {
        refused("--name", () -> tenant("nord", name, "REGION", "EUR", "#aabb00"));
    }

    @Test
    void aNameIsCountedInCharactersAsTheDatabaseCounts() {
        tenant("nord", "\uD83C\uDFED".repeat(200), "REGION", "EUR", "#aabb00");
        refused("201", () -> tenant("nord", "é".repeat(201), "REGION", "EUR", "#aabb00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "a b@c.fr", "Bob <b@c.fr>", "b@c.fr, d@e.fr", "@c.fr", "b@c.fr\nBcc: x@y.fr"})
    void whatIsNotOneMailAddressIsRefused(String email) {
        var properties = new Properties("Nord", "REGION", "TI_2018", "EUR", "#aabb00");
        refused("--admin-email", () -> new NewTenant("nord", properties, email));
    }

    @ParameterizedTest
    @CsvSource({
        "'a b', PILOT, Nom, '', --subject",
        "a/../b, PILOT, Nom, '', --subject",
        "'', PILOT, Nom, '', --subject",
        "abc, BOSS, Nom, '', --role",
        "abc, PILOT, '', '', --name",
        "abc, PILOT, Nom, x, --email"
    })
    void aMemberIsCheckedInTheSameWay(String subject, String role, String name, String email, String option) {
        refused(option, () -> new NewMember(subject, role, name, email));
    }

    private static NewTenant tenant(String alias, String name, String kind, String currency, String accent) {
        return new NewTenant(alias, new Properties(name, kind, "TI_2018", currency, accent), "");
    }

    private static void refused(String said, Executable asked) {
        var refused = assertThrows(Refused.class, asked);
        assertTrue(refused.toString().contains(said), refused.toString());
    }
}
