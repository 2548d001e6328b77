package fr.trame.app.deposit.web;

import fr.trame.app.deposit.DepositLink;
import fr.trame.app.deposit.Deposits;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.tenancy.TenantContext;
import fr.trame.app.tenancy.Tenants;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.jspecify.annotations.Nullable;

/** Somebody without an account who holds a link: enters its tenant with the right to leave files by it and no other. */
@Named("depositor")
@RequestScoped
public class Depositor {

    @Inject
    Tenants tenants;

    @Inject
    TenantContext context;

    @Inject
    CurrentUser user;

    @Inject
    Deposits deposits;

    private String token = "";
    private @Nullable DepositLink link;

    /** @return whether the token opens a link of that tenant now */
    boolean enter(String alias, String presented) {
        var tenant = tenants.find(alias);
        if (tenant.isEmpty()) {
            return false;
        }
        context.set(tenant.get());
        user.enterAsDepositor("nobody");
        var found = deposits.find(presented);
        if (found.isEmpty()) {
            return false;
        }
        // Its name in the audit trail: the link says who let the person in.
        user.enterAsDepositor(found.get().id().toString());
        link = found.get();
        token = presented;
        return true;
    }

    String token() {
        return token;
    }

    DepositLink link() {
        if (link == null) {
            throw new IllegalStateException("nobody entered by a link");
        }
        return link;
    }

    public DepositLink getLink() {
        return link();
    }

    public String getTenantName() {
        return context.tenant().name();
    }
}
