package fr.trame.admin.provisioning;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import fr.trame.admin.Settings;
import fr.trame.admin.standin.KeycloakStandIn;
import fr.trame.admin.standin.OwnedPostgres;
import fr.trame.admin.standin.SearchStandIn;
import fr.trame.admin.standin.StoreProcess;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Everything a tenant needs around it. */
final class Surroundings implements AutoCloseable {

    static final String KEK = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    final OwnedPostgres postgres = new OwnedPostgres();
    final StoreProcess store = new StoreProcess();
    final KeycloakStandIn keycloak = new KeycloakStandIn();
    final SearchStandIn search = new SearchStandIn();
    final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    Surroundings() throws Exception {
        mail.start();
    }

    Map<String, String> settings() {
        var all = new HashMap<String, String>();
        all.putAll(postgres.settings());
        all.putAll(store.settings());
        all.put("TRAME_OIDC_ISSUER", keycloak.address() + "/realms/trame");
        all.put("TRAME_KEYCLOAK_ADMIN_CLIENT_ID", "trame-provisioner");
        all.put("TRAME_KEYCLOAK_ADMIN_CLIENT_SECRET", "secret");
        all.put("TRAME_SEARCH_URL", search.address());
        all.put("TRAME_SEARCH_ADMIN_USER", "elastic");
        all.put("TRAME_SEARCH_ADMIN_PASSWORD", "secret");
        all.put("TRAME_SMTP_HOST", "127.0.0.1");
        all.put("TRAME_SMTP_PORT", Integer.toString(mail.getSmtp().getPort()));
        all.put("TRAME_MAIL_FROM", "trame@exploitant.test");
        all.put("TRAME_PUBLIC_URL", "https://trame.test");
        all.put("TRAME_KEK", KEK);
        return all;
    }

    /** What the run reported, up to the checkpoint after which it died, if any. */
    List<String> open(NewTenant wanted, Checkpoint checkpoint) {
        var report = new ArrayList<String>();
        try {
            new Provisioning(new Settings(settings()), report::add, checkpoint).open(wanted);
        } catch (Killed killed) {
            report.add("killed");
        }
        return report;
    }

    @Override
    public void close() throws IOException {
        mail.stop();
        keycloak.close();
        search.close();
        store.close();
        postgres.close();
    }

    /** Not an exception anybody handles: the run ends where it stands. */
    static final class Killed extends Error {

        private static final long serialVersionUID = 1L;
    }
}
