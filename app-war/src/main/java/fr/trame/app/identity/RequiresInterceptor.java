package fr.trame.app.identity;

import fr.trame.app.BusinessException;
import fr.trame.app.tenancy.TenantContext;
import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Runs before the transaction opens: refuses what the role does not allow, reports each refusal once it is rolled back,
 * and logs one line for each use case without personal data.
 */
@Interceptor
@Requires(Operation.TENANT_READ) // the value does not bind: it stands for every operation
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class RequiresInterceptor {

    private static final System.Logger LOG = System.getLogger(RequiresInterceptor.class.getName());

    @Inject
    CurrentUser user;

    @Inject
    TenantContext tenancy;

    @Inject
    Event<Refusal> refusals;

    @Resource
    TransactionSynchronizationRegistry transactions;

    @AroundInvoke
    Object check(InvocationContext call) throws Exception {
        var operation = call.getMethod().getAnnotation(Requires.class).value();
        var outermost = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
        var start = System.nanoTime();
        var outcome = "failed";
        try {
            if (!user.allows(operation)) {
                throw BusinessException.refused("error.refused");
            }
            var result = call.proceed();
            outcome = "done";
            return result;
        } catch (BusinessException no) {
            outcome = no.kind().name();
            if (outermost && no.kind() == BusinessException.Kind.REFUSED) {
                refusals.fire(new Refusal(user.getSubject(), operation.name(), no.key()));
            }
            throw no;
        } finally {
            if (outermost) {
                log(call, outcome, start);
            }
        }
    }

    private void log(InvocationContext call, String outcome, long start) {
        LOG.log(
                System.Logger.Level.DEBUG,
                "{0} tenant={1} user={2} {3} ms {4}",
                call.getMethod().getDeclaringClass().getSimpleName() + "."
                        + call.getMethod().getName(),
                tenancy.isSet() ? tenancy.tenant().alias() : "-",
                user.getSubject(),
                (System.nanoTime() - start) / 1_000_000,
                outcome);
    }
}
