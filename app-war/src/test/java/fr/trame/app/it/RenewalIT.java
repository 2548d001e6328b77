package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Pieces;
import fr.trame.app.dossier.SameName;
import fr.trame.app.dossier.Uploads;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.renewal.Renewal;
import fr.trame.app.renewal.Renewals;
import fr.trame.app.storage.SweepTime;
import fr.trame.app.tenancy.Tenants;
import fr.trame.app.workspace.Workspaces;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** In the container, with a real database: a piece that comes to its end is noticed once for each step and date. */
@ArquillianTest
class RenewalIT {

    private static final String TENANT = "auvergne-rhone-alpes";

    @Inject
    Tenants tenants;

    @Inject
    CurrentUser user;

    @Inject
    Workspaces workspaces;

    @Inject
    Dossiers dossiers;

    @Inject
    Pieces pieces;

    @Inject
    Uploads uploads;

    @Inject
    Renewals renewals;

    @Inject
    Event<SweepTime> times;

    @PersistenceContext
    EntityManager em;

    @Inject
    UserTransaction transaction;

    @Resource
    ManagedExecutorService executor;

    @Deployment
    static Archive<?> product() {
        return TestWar.withTests();
    }

    @Test
    void eachStepIsNoticedOnce() throws Exception {
        var today = LocalDate.now(ZoneId.of("Europe/Paris"));
        var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        var dossier = in(() -> dossiers.create(workspaces.create(code, "Espace d’essai", "", false), "Pièces", ""));
        var bytes = new ByteArrayInputStream("kbis".getBytes(StandardCharsets.UTF_8));
        var document = in(() -> uploads.receive(dossier, "", "kbis.txt", bytes, -1, SameName.VERSION));
        assertEquals(List.of(), steps(document, today.plusDays(20)), "nobody requires it");
        in(() -> {
            pieces.require(dossier, List.of("KBIS"));
            return null;
        });
        assertEquals(List.of(), steps(document, today.plusDays(31)));
        assertEquals(0, noticed(dossier));
        assertEquals(List.of(Renewal.Step.SOON), steps(document, today.plusDays(30)));
        assertEquals(1, noticed(dossier));
        sweep();
        assertEquals(1, noticed(dossier), "once for each step");
        assertEquals(List.of(Renewal.Step.WEEK), steps(document, today.plusDays(7)));
        assertEquals(2, noticed(dossier));
        assertEquals(List.of(Renewal.Step.WEEK), steps(document, today));
        assertEquals(3, noticed(dossier), "another date is told of again");
        assertEquals(List.of(Renewal.Step.EXPIRED), steps(document, today.minusDays(1)));
        assertEquals(4, noticed(dossier));
        bound("update document set state = 'QUARANTINED' where id = cast(?1 as uuid)", document);
        assertEquals(List.of(), listed(document), "what the antivirus keeps is named to nobody");
        sweep();
        assertEquals(4, noticed(dossier));
    }

    private List<Renewal.Step> steps(UUID document, LocalDate until) throws Exception {
        in(() -> {
            pieces.classify(document, "KBIS", until, List.of());
            return null;
        });
        sweep();
        return listed(document);
    }

    private List<Renewal.Step> listed(UUID document) throws Exception {
        return in(() -> renewals.list().stream()
                .filter(each -> each.document().equals(document))
                .map(Renewal::step)
                .toList());
    }

    private void sweep() throws Exception {
        in(() -> {
            times.fire(new SweepTime(TENANT));
            return null;
        });
    }

    private void bound(String sql, UUID id) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("select set_config('app.tenant_id', ?1, true)")
                    .setParameter(1, tenants.find(TENANT).orElseThrow().id().toString())
                    .getSingleResult();
            em.createNativeQuery(sql).setParameter(1, id.toString()).executeUpdate();
        } finally {
            transaction.commit();
        }
    }

    private int noticed(UUID dossier) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("select set_config('app.tenant_id', ?1, true)")
                    .setParameter(1, tenants.find(TENANT).orElseThrow().id().toString())
                    .getSingleResult();
            return ((Number) em.createNativeQuery("select count(*) from audit_entry"
                                    + " where operation = 'PIECES_EXPIRING' and subject = cast(?1 as uuid)")
                            .setParameter(1, dossier.toString())
                            .getSingleResult())
                    .intValue();
        } finally {
            transaction.commit();
        }
    }

    /** In a thread of its own, as background work runs: a request has one tenant for good. */
    private <T> T in(Callable<T> work) throws Exception {
        var tenant = tenants.find(TENANT).orElseThrow();
        return executor.submit(() -> tenants.runAs(tenant, () -> called(work))).get(2, TimeUnit.MINUTES);
    }

    private <T> T called(Callable<T> work) {
        user.enterAsSystem();
        try {
            return work.call();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
