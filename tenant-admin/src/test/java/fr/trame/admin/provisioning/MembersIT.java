package fr.trame.admin.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import fr.trame.admin.keycloak.Keycloak;
import fr.trame.admin.standin.KeycloakStandIn;
import fr.trame.admin.standin.OwnedPostgres;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A role is given, given again, changed; and never in a tenant or to an account that is not there. */
class MembersIT {

    private static final UUID TENANT = UUID.randomUUID();

    private static OwnedPostgres postgres;
    private static KeycloakStandIn keycloak;

    @BeforeAll
    static void start() throws Exception {
        postgres = new OwnedPostgres();
        keycloak = new KeycloakStandIn();
        postgres.execute("insert into tenant (id, alias, name, kind, state) values ('" + TENANT
                + "', 'nord', 'Nord', 'REGION', 'OPEN'), (gen_random_uuid(), 'chantier', 'C', 'REGION',"
                + " 'PROVISIONING')");
        var settings = new Settings(settings());
        Keycloak.from(settings).createOrganization(TENANT, "nord", "Nord");
    }

    @AfterAll
    static void stop() throws Exception {
        if (postgres != null) {
            postgres.close();
            keycloak.close();
        }
    }

    @Test
    void aRoleIsGivenOnceAndChangedInPlace() throws Exception {
        var subject = keycloak.addAccount("etat@demo.test", true);
        assertEquals(List.of("organization: joined", "member: added, COMMENTER"), add(subject, "COMMENTER", ""));
        assertEquals(List.of("organization: nothing to do", "member: nothing to do"), add(subject, "COMMENTER", ""));
        assertEquals(
                List.of("organization: nothing to do", "member: changed, PILOT"), add(subject, "PILOT", "e@demo.test"));
        assertEquals(
                List.of("PILOT e@demo.test"),
                postgres.rows("select role || ' ' || email from member where subject = '" + subject + "'"));
        assertEquals(
                List.of("MEMBER_ADDED COMMENTER operator", "MEMBER_CHANGED PILOT operator"),
                postgres.rows("select operation || ' ' || reason || ' ' || actor from audit_entry where subject = '"
                        + subject + "' order by happened_at"));
    }

    @Test
    void whoIsTakenOutHasNothingLeftThatOpensAnything() throws Exception {
        var subject = keycloak.addAccount("partant@demo.test", true);
        add(subject, "PILOT", "");
        postgres.execute("insert into app_password (tenant_id, id, subject, name, token_hash, ends_at) values ('"
                + TENANT + "', gen_random_uuid(), '" + subject
                + "', 'Poste', repeat('a', 64), now() + interval '1 day')");
        assertEquals(List.of("member: removed", "organization: left"), remove(subject));
        assertEquals(List.of("member: nothing to do", "organization: nothing to do"), remove(subject));
        assertEquals(
                List.of("0 0"),
                postgres.rows("select (select count(*) from member where subject = '" + subject + "') || ' ' ||"
                        + " (select count(*) from app_password where subject = '" + subject + "')"));
        assertEquals(
                List.of("MEMBER_ADDED", "MEMBER_REMOVED"),
                postgres.rows(
                        "select operation from audit_entry where subject = '" + subject + "' order by happened_at"));
        assertThrows(
                Refused.class, () -> Members.from(new Settings(settings())).remove("inconnu", subject, line -> {}));
    }

    private static List<String> remove(String subject) {
        var report = new ArrayList<String>();
        Members.from(new Settings(settings())).remove("nord", subject, report::add);
        return report;
    }

    @Test
    void anUnknownAccountOrTenantOrAnUnfinishedOneIsRefused() throws Exception {
        var nobody = UUID.randomUUID().toString();
        assertThrows(Refused.class, () -> add(nobody, "PILOT", ""));
        var member = new NewMember(nobody, "PILOT", "Personne", "");
        var members = Members.from(new Settings(settings()));
        assertThrows(Refused.class, () -> members.add("inconnu", member, line -> {}));
        assertThrows(Refused.class, () -> members.add("chantier", member, line -> {}));
        assertEquals(List.of(), postgres.rows("select subject from member where subject = '" + nobody + "'"));
    }

    private static List<String> add(String subject, String role, String email) {
        var report = new ArrayList<String>();
        var member = new NewMember(subject, role, "Représentant de l’État", email);
        Members.from(new Settings(settings())).add("nord", member, report::add);
        return report;
    }

    private static Map<String, String> settings() {
        var all = new HashMap<>(postgres.settings());
        all.put("TRAME_OIDC_ISSUER", keycloak.address() + "/realms/trame");
        all.put("TRAME_KEYCLOAK_ADMIN_CLIENT_ID", "trame-provisioner");
        all.put("TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET", "secret");
        return all;
    }
}
