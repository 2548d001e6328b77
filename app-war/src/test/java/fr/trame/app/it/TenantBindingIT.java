package fr.trame.app.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import fr.trame.app.BusinessException;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.Tenant;
import fr.trame.app.tenancy.Tenants;
import fr.trame.app.workspace.Workspace;
import fr.trame.app.workspace.Workspaces;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.UserTransaction;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/** In the container, on the built product and a real PostgreSQL: no way through JPA leads to another tenant's row. */
@ArquillianTest
class TenantBindingIT {

    @Inject
    Tenants tenants;

    @Inject
    Workspaces workspaces;

    @Inject
    CurrentUser user;

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
    void theCacheDoesNotHandOneTenantsRowToAnother() {
        var id = in("auvergne-rhone-alpes", this::createWorkspace);
        assertNotNull(in("auvergne-rhone-alpes", () -> bound("auvergne-rhone-alpes", id)));
        assertNull(in("hauts-de-france", () -> bound("hauts-de-france", id)));
    }

    @Test
    void aBoundaryDoesNotFindAnotherTenantsRow() {
        var id = in("auvergne-rhone-alpes", this::createWorkspace);
        var refusal = assertThrows(
                BusinessException.class,
                () -> in("hauts-de-france", () -> workspaces.get(id, fr.trame.app.identity.Operation.WORKSPACE_READ)));
        assertEquals(BusinessException.Kind.NOT_FOUND, refusal.kind());
    }

    @Test
    void withoutATenantJpaFindsNothing() throws Exception {
        var id = in("auvergne-rhone-alpes", this::createWorkspace);
        transaction.begin();
        try {
            assertNull(em.find(Workspace.class, id));
        } finally {
            transaction.rollback();
        }
    }

    @Test
    void aTransactionLeavesNoTenantInThePooledConnection() throws Exception {
        for (var round = 0; round < 50; round++) {
            in("auvergne-rhone-alpes", workspaces::list);
            transaction.begin();
            try {
                var left = em.createNativeQuery("select current_setting('app.tenant_id', true)")
                        .getSingleResult();
                assertEquals("", left == null ? "" : left);
            } finally {
                transaction.rollback();
            }
        }
    }

    private UUID createWorkspace() {
        var code = "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        return workspaces.create(code, "Espace d’essai", "", false);
    }

    private @org.jspecify.annotations.Nullable Workspace bound(String alias, UUID id) throws Exception {
        transaction.begin();
        try {
            em.createNativeQuery("select set_config('app.tenant_id', ?1, true)")
                    .setParameter(1, tenant(alias).id().toString())
                    .getSingleResult();
            return em.find(Workspace.class, id);
        } finally {
            transaction.rollback();
        }
    }

    private Tenant tenant(String alias) {
        return tenants.find(alias).orElseThrow();
    }

    /** In a thread of its own, as background work runs: a request has one tenant for good. */
    private <T> T in(String alias, Callable<T> work) {
        try {
            return executor.submit(() -> tenants.runAs(tenant(alias), () -> called(work)))
                    .get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof BusinessException no) {
                throw no;
            }
            throw new IllegalStateException(failure);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private <T> T called(Callable<T> work) {
        user.enterAsSystem();
        try {
            return work.call();
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
