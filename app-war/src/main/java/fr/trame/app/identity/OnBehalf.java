package fr.trame.app.identity;

import fr.trame.app.tenancy.TenantContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.function.Supplier;

/** Background work in the name of a member, with what that member may do at this moment and nothing more. */
@ApplicationScoped
public class OnBehalf {

    @Inject
    Memberships memberships;

    @Inject
    CurrentUser user;

    @Inject
    TenantContext tenancy;

    /** @return what the work gives, empty when the person is no member of the tenant any more */
    public <T> Optional<T> of(Person person, Supplier<T> work) {
        var membership = memberships.find(tenancy.tenant(), person);
        if (membership.isEmpty()) {
            return Optional.empty();
        }
        user.identify(person);
        user.enter(membership.get().role(), membership.get().byWorkspace());
        try {
            return Optional.of(work.get());
        } finally {
            user.enterAsSystem();
        }
    }
}
