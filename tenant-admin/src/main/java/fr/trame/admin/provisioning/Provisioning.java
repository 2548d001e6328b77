package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.Settings;
import fr.trame.admin.database.OwnerDatabase;
import fr.trame.admin.keycloak.Keycloak;
import fr.trame.admin.mail.Mailer;
import fr.trame.admin.search.SearchCluster;
import fr.trame.admin.search.SearchIndex;
import fr.trame.admin.search.SearchKeys;
import fr.trame.admin.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Opens a tenant: one operation over several services that share no transaction. It is made of steps that each look
 * before they act, so an interrupted run is finished by running it again, and a finished one changes nothing.
 */
public final class Provisioning {

    static final String NOTHING = "nothing to do";

    private static final List<String> SETTINGS = Stream.of(
                    OwnerDatabase.SETTINGS,
                    Keycloak.SETTINGS,
                    ObjectStore.SETTINGS,
                    SearchCluster.SETTINGS,
                    List.of("TRAME_KEK"))
            .flatMap(List::stream)
            .toList();
    private static final List<String> SETTINGS_TO_INVITE = Stream.of(Mailer.SETTINGS, List.of("TRAME_PUBLIC_URL"))
            .flatMap(List::stream)
            .toList();

    private final Settings settings;
    private final Consumer<String> report;
    private final Checkpoint checkpoint;

    public Provisioning(Settings settings, Consumer<String> report) {
        this(settings, report, point -> {});
    }

    Provisioning(Settings settings, Consumer<String> report, Checkpoint checkpoint) {
        this.settings = settings;
        this.report = report;
        this.checkpoint = checkpoint;
    }

    /** @throws Refused when the configuration is incomplete, or the tenant exists with other properties */
    public void open(NewTenant wanted) {
        var names = new ArrayList<>(SETTINGS);
        if (!wanted.adminEmail().isEmpty()) {
            names.addAll(SETTINGS_TO_INVITE);
        }
        settings.require(names);
        var database = OwnerDatabase.from(settings);
        var keycloak = Keycloak.from(settings);
        var steps = steps(database, keycloak, wanted.adminEmail());
        var rows = new TenantRows(database);
        wanted.requireProgramme(rows.programmes());
        database.exclusively("tenant " + wanted.alias(), () -> {
            var tenant = row(rows, keycloak, wanted);
            steps.forEach(step -> complete(step, tenant));
        });
    }

    private Tenant row(TenantRows rows, Keycloak keycloak, NewTenant wanted) {
        var inserted = rows.find(wanted.alias()).isEmpty();
        if (inserted) {
            keycloak.requireFreeName(wanted.properties().name());
            rows.insert(wanted.alias(), wanted.properties());
        }
        var tenant = rows.find(wanted.alias()).orElseThrow();
        var differences = tenant.properties().differences(wanted.properties());
        if (!differences.isEmpty()) {
            throw new Refused("The tenant '" + wanted.alias() + "' exists with " + String.join(", ", differences)
                    + ". Give the same values to finish or check it, or choose another alias.");
        }
        if (!tenant.state().equals("PROVISIONING") && !tenant.state().equals("OPEN")) {
            throw new Refused("The tenant '" + wanted.alias() + "' is " + tenant.state() + ": choose another alias.");
        }
        told("row", inserted ? "created: " + tenant.id() : "");
        return tenant;
    }

    private List<Step> steps(OwnerDatabase database, Keycloak keycloak, String adminEmail) {
        var store = ObjectStore.from(settings);
        var search = SearchCluster.from(settings);
        var secrets = new SecretRows(database, TenantSecrets.withKey(settings.get("TRAME_KEK")));
        var steps = new ArrayList<Step>();
        steps.add(new ServiceSteps.Organization(keycloak));
        steps.add(new ServiceSteps.Bucket(store));
        steps.add(new KeyStep("bucket key", new TenantKey.OfStore(store), secrets, checkpoint));
        steps.add(new ServiceSteps.Index(new SearchIndex(search)));
        steps.add(new KeyStep("index key", new TenantKey.OfSearch(new SearchKeys(search)), secrets, checkpoint));
        steps.add(new ServiceSteps.Opening(new TenantRows(database)));
        if (!adminEmail.isEmpty()) {
            var members = new Members(database, keycloak);
            steps.add(new AdministratorStep(adminEmail, keycloak, members, checkpoint));
            steps.add(
                    new InvitationStep(adminEmail, settings.get("TRAME_PUBLIC_URL"), database, Mailer.from(settings)));
        }
        return steps;
    }

    private void complete(Step step, Tenant tenant) {
        told(step.name(), step.complete(tenant));
    }

    private void told(String step, String made) {
        report.accept(step + ": " + (made.isEmpty() ? NOTHING : made));
        checkpoint.passed(step);
    }
}
