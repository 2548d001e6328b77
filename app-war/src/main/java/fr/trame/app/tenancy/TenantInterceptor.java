package fr.trame.app.tenancy;

import fr.trame.app.TenantBound;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/**
 * Runs inside the transaction (its priority is higher than that of {@code @Transactional}) and binds it to the tenant.
 * The setting is local to the transaction: the connection goes back to the pool without it.
 */
@Interceptor
@TenantBound
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class TenantInterceptor {

    @Inject
    TenantContext context;

    @PersistenceContext
    EntityManager em;

    @AroundInvoke
    Object bind(InvocationContext call) throws Exception {
        em.createNativeQuery("select set_config('app.tenant_id', ?1, true)")
                .setParameter(1, context.tenant().id().toString())
                .getSingleResult();
        return call.proceed();
    }
}
