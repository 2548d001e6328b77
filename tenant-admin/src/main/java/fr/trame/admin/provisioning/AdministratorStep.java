package fr.trame.admin.provisioning;

import fr.trame.admin.Refused;
import fr.trame.admin.keycloak.Account;
import fr.trame.admin.keycloak.Keycloak;

/** The first administrator: an account, a place in the organization, the role. A role given since is left alone. */
record AdministratorStep(String email, Keycloak keycloak, Members members, Checkpoint checkpoint) implements Step {

    @Override
    public String name() {
        return "administrator";
    }

    @Override
    public String complete(Tenant tenant) {
        var account = account();
        var joined = members.join(tenant, account.id());
        checkpoint.passed("administrator joined");
        if (members.isKnown(tenant.id(), account.id())) {
            return joined ? "joined the organization" : "";
        }
        var name = account.name().isEmpty() ? email : account.name();
        members.save(tenant.id(), new NewMember(account.id(), "ADMIN", name, email));
        return "added";
    }

    private Account account() {
        var known = keycloak.accountOf(email);
        if (known.isPresent()) {
            return verified(known.get());
        }
        keycloak.createAccount(email);
        checkpoint.passed("account created");
        return keycloak.accountOf(email)
                .map(this::verified)
                .orElseThrow(() -> new Refused("Keycloak has an account with the user name '" + email
                        + "' but another mail address: give it this"
                        + " address in Keycloak, or name another administrator."));
    }

    /** Anybody may claim an address that nobody has checked; a tenant is not handed over on a claim. */
    private Account verified(Account account) {
        if (!account.verified()) {
            throw new Refused(
                    "--admin-email '" + email + "' belongs to an account whose address was never verified: let"
                            + " its owner verify it, or mark it as verified in Keycloak once you know the owner.");
        }
        return account;
    }
}
