package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Holds;
import fr.trame.app.dossier.SameName;
import fr.trame.app.dossier.Trash;
import fr.trame.app.dossier.Uploads;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.storage.ObjectStore;
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
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** In the container, with a real store: what lay in the trash for thirty days is gone, all of it and nothing else. */
@ArquillianTest
class TrashSweepIT {

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
    Documents documents;

    @Inject
    Uploads uploads;

    @Inject
    Trash trash;

    @Inject
    Holds holds;

    @Inject
    ObjectStore store;

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
    void thirtyDaysInTheTrashAreTheEnd() throws Exception {
        var dossier = in(() -> dossiers.create(workspace(), "Corbeille", ""));
        var old = in(() -> sent(dossier, "vieux.txt", "un"));
        var first = key(old);
        in(() -> sent(dossier, "vieux.txt", "deux"));
        var second = key(old);
        var painted = painted(second);
        var young = in(() -> sent(dossier, "jeune.txt", "trois"));
        var kept = key(young);
        run(() -> trash.delete(List.of(old, young)));
        age(old, 31);
        age(young, 29);
        sweep();
        assertEquals(0, rows("document where id", old));
        assertEquals(0, rows("document_version where document_id", old));
        assertFalse(in(() -> store.exists(first)), "the bytes of a version before");
        assertFalse(in(() -> store.exists(second)), "the bytes of the last version");
        assertFalse(in(() -> store.exists(painted)), "what was made of them");
        assertTrue(in(() -> store.exists(kept)));
        run(() -> trash.takeBack(List.of(young)));
        assertEquals("jeune.txt", in(() -> documents.get(young).name()));
    }

    @Test
    void whatIsHeldStaysInTheTrash() throws Exception {
        var dossier = in(() -> dossiers.create(workspace(), "Corbeille gelée", ""));
        var document = in(() -> sent(dossier, "preuve.txt", "quatre"));
        var bytes = key(document);
        run(() -> trash.delete(List.of(document)));
        age(document, 31);
        var hold = in(() -> holds.holdDossier(dossier, "Contentieux"));
        sweep();
        assertEquals(1, rows("document where purged_at is null and id", document));
        assertTrue(in(() -> store.exists(bytes)));
        assertThrows(
                Exception.class,
                () -> bound(() -> em.createNativeQuery("delete from document where id = cast(?1 as uuid)")
                        .setParameter(1, document.toString())
                        .executeUpdate()),
                "the database itself refuses");
        run(() -> holds.lift(hold, "Affaire close"));
        sweep();
        assertEquals(0, rows("document where id", document));
        assertFalse(in(() -> store.exists(bytes)));
    }

    @Test
    void whatIsToBeLookedAtOrPaintedOnceMoreIsAskedFor() throws Exception {
        var dossier = in(() -> dossiers.create(workspace(), "Heures", ""));
        var document = in(() -> sent(dossier, "heure.txt", "cinq"));
        var bytes = key(document);
        change(
                "update stored_object set verdict = 'CLEAN', signatures = 'of last week', scanned_at = '1970-01-01'"
                        + " where object_key = ?1",
                bytes);
        change(
                "update document set media_type = 'image/png', state = 'INDEXED' where id = cast(?1 as uuid)",
                document.toString());
        sweep();
        assertEquals(1, asked(document, "RESCAN", "stored_object where signatures <> 'of last week' and object_key"));
        assertEquals(1, asked(document, "PREVIEW", "document_rendition where source_key"));
    }

    private int asked(UUID document, String type, String done) throws Exception {
        var bytes = key(document);
        return bound(() -> ((Number) em.createNativeQuery("select least(1, (select count(*) from outbox where type = ?1"
                                + " and aggregate_id = cast(?2 as uuid)) + (select count(*) from " + done + " = ?3))")
                        .setParameter(1, type)
                        .setParameter(2, document.toString())
                        .setParameter(3, bytes)
                        .getSingleResult())
                .intValue());
    }

    private void sweep() throws Exception {
        run(() -> times.fire(new SweepTime(TENANT)));
    }

    private UUID workspace() {
        var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        return workspaces.create(code, "Espace d’essai", "", false);
    }

    private UUID sent(UUID dossier, String name, String text) throws Exception {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        return uploads.receive(dossier, "", name, bytes, -1, SameName.VERSION);
    }

    private String key(UUID document) throws Exception {
        return in(() -> documents.toDownload(document).objectKey());
    }

    private String painted(String source) throws Exception {
        var key = "renditions/" + UUID.randomUUID();
        in(() -> store.put(key, new ByteArrayInputStream(new byte[] {1}), 1, "image/jpeg"));
        change("insert into stored_object (object_key, linked) values (?1, true)", key);
        change(
                "insert into document_rendition (source_key, kind, outcome, object_key, size, sha256)"
                        + " values (?1, 'THUMBNAIL', 'DONE', ?2, 1, '0')",
                source,
                key);
        return key;
    }

    private void age(UUID document, int days) throws Exception {
        change(
                "update document set deleted_at = now() - make_interval(days => " + days
                        + ") where id = cast(?1 as uuid)",
                document.toString());
    }

    private void change(String sql, String... values) throws Exception {
        bound(() -> {
            var query = em.createNativeQuery(sql);
            for (int place = 0; place < values.length; place++) {
                query.setParameter(place + 1, values[place]);
            }
            return query.executeUpdate();
        });
    }

    private int rows(String where, UUID id) throws Exception {
        return bound(() -> ((Number) em.createNativeQuery("select count(*) from " + where + " = cast(?1 as uuid)")
                        .setParameter(1, id.toString())
                        .getSingleResult())
                .intValue());
    }

    private <T> T bound(Callable<T> work) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("select set_config('app.tenant_id', ?1, true)")
                    .setParameter(1, tenants.find(TENANT).orElseThrow().id().toString())
                    .getSingleResult();
            return work.call();
        } finally {
            transaction.commit();
        }
    }

    /** In a thread of its own, as background work runs: a request has one tenant for good. */
    private <T> T in(Callable<T> work) throws Exception {
        var tenant = tenants.find(TENANT).orElseThrow();
        return executor.submit(() -> tenants.runAs(tenant, () -> called(work))).get(2, TimeUnit.MINUTES);
    }

    private void run(Runnable work) throws Exception {
        in(() -> {
            work.run();
            return true;
        });
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
