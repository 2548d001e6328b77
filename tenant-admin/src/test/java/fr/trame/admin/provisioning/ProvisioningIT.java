package fr.trame.admin.provisioning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.admin.Refused;
import fr.trame.admin.ServiceFailure;
import fr.trame.admin.Settings;
import fr.trame.admin.provisioning.Surroundings.Killed;
import fr.trame.admin.provisioning.Tenant.Properties;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Opens tenants on a real database, a real store and a real mail server, and dies at every step on the way. */
class ProvisioningIT {

    private static final List<String> CHECKPOINTS = List.of(
            "row",
            "organization",
            "bucket",
            "bucket key issued",
            "bucket key",
            "index",
            "index key issued",
            "index key",
            "state",
            "account created",
            "administrator joined",
            "administrator",
            "invitation");

    private static Surroundings around;

    @BeforeAll
    static void start() throws Exception {
        around = new Surroundings();
    }

    @AfterAll
    static void stop() throws Exception {
        if (around != null) {
            around.close();
        }
    }

    @Test
    void theCheckpointsAreThoseOfARun() {
        var passed = new ArrayList<String>();
        around.open(region("jalons"), passed::add);
        assertEquals(CHECKPOINTS, passed);
    }

    @TestFactory
    List<DynamicTest> aRunThatDiesAnywhereIsFinishedByTheNextAndTheOneAfterChangesNothing() {
        return CHECKPOINTS.stream()
                .map(checkpoint -> DynamicTest.dynamicTest("after " + checkpoint, () -> dieAfter(checkpoint)))
                .toList();
    }

    private static void dieAfter(String checkpoint) throws Exception {
        var wanted = region("meurt-" + CHECKPOINTS.indexOf(checkpoint));
        var died = around.open(wanted, passed -> {
            if (passed.equals(checkpoint)) {
                throw new Killed();
            }
        });
        assertEquals("killed", died.get(died.size() - 1));
        around.open(wanted, passed -> {});
        isComplete(wanted);
        var calls = around.open(wanted, passed -> {});
        assertTrue(calls.stream().allMatch(line -> line.endsWith(": nothing to do")), calls.toString());
        isComplete(wanted);
    }

    private static void isComplete(NewTenant wanted) throws Exception {
        var id =
                UUID.fromString(one("select id from tenant where state = 'OPEN' and alias = '" + wanted.alias() + "'"));
        assertEquals(1, organizations(id));
        assertTrue(around.store.buckets().contains("t-" + id));
        assertEquals("docs-" + id + "-v1", around.search.aliases().get("docs-" + id));
        assertEquals("root:rootsecret", secret(id, "STORE_KEY"));
        assertEquals(List.of(keyId(secret(id, "SEARCH_KEY"))), livingKeys(id));
        assertEquals(
                List.of("ADMIN_INVITED", "MEMBER_ADDED", "TENANT_OPENED"),
                around.postgres.rows("select operation from audit_entry where tenant_id = '" + id + "' order by 1"));
        assertEquals("ADMIN", one("select role from member where tenant_id = '" + id + "'"));
        assertEquals(1, mailsTo(wanted.adminEmail()).size());
    }

    @Test
    void theInvitationSaysWhereToGoAndIsRecordedWithoutTheAddress() throws Exception {
        var wanted = region("invite");
        around.open(wanted, passed -> {});
        var mail = mailsTo(wanted.adminEmail()).get(0);
        assertEquals("Trame : vous administrez l’espace « Région invite »", mail.getSubject());
        assertTrue(mail.getContent().toString().contains("https://trame.test/t/invite/"));
        assertTrue(mail.getMessageID().startsWith("<invitation-"));
        var reason = one("select reason from audit_entry a join tenant t on t.id = a.tenant_id"
                + " where alias = 'invite' and operation = 'ADMIN_INVITED'");
        assertTrue(reason.matches("[0-9a-f]{64}"), reason);
    }

    @Test
    void aMailServerThatIsDownLeavesNoTraceOfAnInvitation() throws Exception {
        var wanted = region("sans-poste");
        var withoutMail = around.settings();
        withoutMail.put("TRAME_SMTP_PORT", "1");
        var provisioning = new Provisioning(new Settings(withoutMail), line -> {});
        assertThrows(ServiceFailure.class, () -> provisioning.open(wanted));
        assertEquals(
                "0",
                one("select count(*) from audit_entry a join tenant t on t.id = a.tenant_id"
                        + " where alias = 'sans-poste' and operation = 'ADMIN_INVITED'"));
        around.open(wanted, passed -> {});
        isComplete(wanted);
    }

    @Test
    void aKeyThatTheServiceForgotIsIssuedAnew() throws Exception {
        var wanted = region("oubli");
        around.open(wanted, passed -> {});
        var id = UUID.fromString(one("select id from tenant where alias = 'oubli'"));
        around.search.keys().values().removeIf(name -> name.equals("docs-" + id));
        var report = around.open(wanted, passed -> {});
        assertTrue(report.contains("index key: the stored one is no longer good, replaced"), report.toString());
        isComplete(wanted);
    }

    @Test
    void otherPropertiesOrATakenNameAreRefusedAndChangeNothing() throws Exception {
        around.open(region("stable"), passed -> {});
        var other = new NewTenant("stable", new Properties("Autre", "REGION", "TI_2018", "EUR", "#112233"), "");
        var refused = assertThrows(Refused.class, () -> around.open(other, passed -> {}));
        assertTrue(refused.toString().contains("--name 'Région stable' (you gave 'Autre')"), refused.toString());
        assertTrue(refused.toString().contains("--accent"), refused.toString());
        var sameName = new NewTenant("jumeau", region("stable").properties(), "");
        assertThrows(Refused.class, () -> around.open(sameName, passed -> {}));
        var unknown = new NewTenant("jumeau", new Properties("Jumeau", "REGION", "PLAN9", "EUR", "#112233"), "");
        assertThrows(Refused.class, () -> around.open(unknown, passed -> {}));
        assertEquals(List.of(), around.postgres.rows("select id from tenant where alias = 'jumeau'"));
    }

    @Test
    void anAddressThatWasNeverVerifiedDoesNotReceiveATenant() throws Exception {
        var wanted = region("usurpe");
        around.keycloak.addAccount(wanted.adminEmail(), false);
        assertThrows(Refused.class, () -> around.open(wanted, passed -> {}));
        assertEquals(List.of(), mailsTo(wanted.adminEmail()));
        assertEquals(
                "0", one("select count(*) from member m join tenant t on t.id = m.tenant_id where alias = 'usurpe'"));
    }

    @Test
    void twoRunsAtOnceMakeOneTenant() throws Exception {
        var wanted = region("ensemble");
        around.open(wanted, passed -> second(wanted, passed));
        isComplete(wanted);
    }

    private static void second(NewTenant wanted, String passed) {
        if (passed.equals("bucket")) {
            var refused = assertThrows(Refused.class, () -> around.open(wanted, none -> {}));
            assertTrue(refused.toString().contains("Another run is working on tenant ensemble"));
        }
    }

    private static NewTenant region(String alias) {
        var properties = new Properties("Région " + alias, "REGION", "TI_2018", "EUR", NewTenant.USUAL_ACCENT);
        return new NewTenant(alias, properties, alias + "@region.test");
    }

    private static long organizations(UUID tenant) {
        return around.keycloak.organizations().stream()
                .filter(one -> one.at("/attributes/tenant_uuid/0").asText().equals(tenant.toString()))
                .count();
    }

    private static String secret(UUID tenant, String name) throws Exception {
        var hex = one("select encode(ciphertext, 'base64') from tenant_secret where tenant_id = '" + tenant
                + "' and name = '" + name + "'");
        return TenantSecrets.withKey(Surroundings.KEK)
                .decrypt(tenant, Base64.getMimeDecoder().decode(hex));
    }

    private static String keyId(String encoded) {
        return new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).replaceFirst(":.*", "");
    }

    private static List<String> livingKeys(UUID tenant) {
        return around.search.keys().entrySet().stream()
                .filter(key -> key.getValue().equals("docs-" + tenant))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static List<MimeMessage> mailsTo(String address) throws Exception {
        var mails = new ArrayList<MimeMessage>();
        for (var mail : around.mail.getReceivedMessages()) {
            if (mail.getAllRecipients()[0].toString().equals(address)) {
                mails.add(mail);
            }
        }
        return mails;
    }

    private static String one(String sql) throws Exception {
        return around.postgres.rows(sql).get(0);
    }
}
