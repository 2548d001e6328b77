package fr.trame.app.tenancy;

import jakarta.enterprise.context.RequestScoped;
import org.jspecify.annotations.Nullable;

/** The tenant this request or piece of background work is for. Set once: whoever tries again has a defect to find. */
@RequestScoped
public class TenantContext {

    private @Nullable Tenant tenant;

    /** @throws IllegalStateException when a tenant is set already */
    public void set(Tenant chosen) {
        if (tenant != null) {
            throw new IllegalStateException("the tenant of this request is set already");
        }
        tenant = chosen;
    }

    /** @return whether a tenant is set */
    public boolean isSet() {
        return tenant != null;
    }

    /** @throws IllegalStateException when no tenant is set */
    public Tenant tenant() {
        if (tenant == null) {
            throw new IllegalStateException("no tenant is set for this work");
        }
        return tenant;
    }
}
