package fr.trame.app.tenancy;

import fr.trame.app.TenantBound;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;

/**
 * Runs inside the transaction (its priority is higher than that of {@code @Transactional}) and binds it to the tenant,
 * once: one boundary calls others in the same transaction. The setting is local to it, so that the connection goes back to
 * the pool without it.
 */
@Interceptor
@TenantBound
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class TenantInterceptor {

    private static final String BIND = "select set_config('app.tenant_id', ?, true)";

    @Inject
    TenantContext context;

    @PersistenceContext
    EntityManager em;

    /** Knows the transaction at work; what is kept in it is gone with it. */
    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transaction;

    @AroundInvoke
    Object bind(InvocationContext call) throws Exception {
        var tenant = context.tenant().id();
        if (!tenant.equals(transaction.getResource(TenantInterceptor.class))) {
            // Asked of the connection itself, which the transaction then keeps: by a query it would take one for each.
            try (var statement = em.unwrap(Connection.class).prepareStatement(BIND)) {
                statement.setString(1, tenant.toString());
                statement.execute();
            }
            transaction.putResource(TenantInterceptor.class, tenant);
        }
        return call.proceed();
    }
}
