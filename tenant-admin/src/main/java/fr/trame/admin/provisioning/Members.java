package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.keycloak.Keycloak;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * People in a tenant. Keycloak is asked first, because it knows whether the account exists; the row in the database is
 * what counts for rights.
 */
public final class Members {

    public static final List<String> SETTINGS = Stream.of(OwnerDatabase.SETTINGS, Keycloak.SETTINGS)
            .flatMap(List::stream)
            .toList();

    private final TenantRows tenants;
    private final MemberRows members;
    private final Keycloak keycloak;

    Members(OwnerDatabase database, Keycloak keycloak) {
        this.tenants = new TenantRows(database);
        this.members = new MemberRows(database);
        this.keycloak = keycloak;
    }

    public static Members from(Settings settings) {
        settings.require(SETTINGS);
        return new Members(OwnerDatabase.from(settings), Keycloak.from(settings));
    }

    /**
     * Adds the person or changes the role; the same call again changes nothing.
     *
     * @throws Refused when there is no such tenant or account
     */
    public void add(String alias, NewMember member, Consumer<String> report) {
        var tenant = tenants.open(alias);
        report.accept("organization: " + (join(tenant, member.subject()) ? "joined" : Provisioning.NOTHING));
        var happened = members.save(tenant.id(), member).toLowerCase(Locale.ROOT);
        report.accept("member: " + (happened.isEmpty() ? Provisioning.NOTHING : happened + ", " + member.role()));
    }

    /**
     * Takes a person out of a tenant, the rights first; the same call again changes nothing.
     *
     * @throws Refused when there is no such tenant
     */
    public void remove(String alias, String subject, Consumer<String> report) {
        var tenant = tenants.open(alias);
        report.accept("member: " + (members.remove(tenant.id(), subject) ? "removed" : Provisioning.NOTHING));
        var left =
                keycloak.organizationOf(tenant.id()).filter(organization -> keycloak.isMember(organization, subject));
        left.ifPresent(organization -> keycloak.removeMember(organization, subject));
        report.accept("organization: " + (left.isPresent() ? "left" : Provisioning.NOTHING));
    }

    boolean isKnown(UUID tenant, String subject) {
        return members.has(tenant, subject);
    }

    void save(UUID tenant, NewMember member) {
        members.save(tenant, member);
    }

    /** @return whether the account was not yet in the tenant's organization */
    boolean join(Tenant tenant, String subject) {
        var organization = keycloak.organizationOf(tenant.id())
                .orElseThrow(() -> new Refused("Keycloak has no organization for the tenant '" + tenant.alias()
                        + "': run tenant-admin tenant create again with the same values, it makes what is missing."));
        if (keycloak.isMember(organization, subject)) {
            return false;
        }
        keycloak.addMember(organization, subject);
        return true;
    }
}
