package fr.trame.app.outbox;

import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** One step of a lane: claim, work without a transaction, settle. */
@ApplicationScoped
public class OutboxWorker {

    private static final System.Logger LOG = System.getLogger(OutboxWorker.class.getName());

    @Resource(lookup = "java:app/jdbc/trame")
    DataSource database;

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    Outbox outbox;

    @Inject
    OutboxClaim claim;

    /** @return open tenants with due work; a suspended tenant's work waits */
    List<Tenant> dueTenants() {
        var ids = new ArrayList<UUID>();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement("select tenants_with_due_work()");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot read due work", failure);
        }
        return ids.stream().flatMap(id -> tenants.find(id).stream()).toList();
    }

    /** @return whether there may be more to do */
    boolean step(Tenant tenant, OutboxListener listener) {
        return tenants.runAs(tenant, () -> {
            user.enterAsSystem();
            var rows = outbox.claim(listener.type(), listener.batch(), listener.isAboutThePresent());
            if (rows.isEmpty()) {
                return false;
            }
            var held = claim.hold(tenant, rows);
            try {
                return work(rows, listener);
            } finally {
                held.release();
            }
        });
    }

    private boolean work(List<OutboxRow> rows, OutboxListener listener) {
        try {
            listener.handle(rows);
            outbox.done(rows);
            return true;
        } catch (OutboxListener.RetryLater away) {
            LOG.log(System.Logger.Level.WARNING, "{0} waits: {1}", listener.type(), away.getMessage());
            outbox.postpone(rows, String.valueOf(away.getMessage()));
            return false;
        } catch (RuntimeException failure) {
            var things = rows.stream().collect(Collectors.groupingBy(OutboxRow::id));
            if (things.size() > 1) {
                // One bad thing must not hold up the others: each is tried alone.
                things.values().forEach(each -> work(each, listener));
                return true;
            }
            LOG.log(System.Logger.Level.WARNING, listener.type() + " failed", failure);
            rows.stream().filter(row -> outbox.failed(row, failure.toString())).forEach(listener::gaveUp);
            return true;
        }
    }
}
