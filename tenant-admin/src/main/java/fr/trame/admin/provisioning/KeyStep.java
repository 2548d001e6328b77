package fr.trame.admin.provisioning;

/**
 * A tenant's key, stored encrypted. A key that was issued but not stored is lost (its secret is told once), so it is
 * withdrawn and another one is issued.
 */
record KeyStep(String name, TenantKey key, SecretRows rows, Checkpoint checkpoint) implements Step {

    @Override
    public String complete(Tenant tenant) {
        var stored = rows.find(tenant.id(), key.secretName());
        if (stored.isPresent() && key.isAlive(tenant.id(), stored.get())) {
            return "";
        }
        var issued = key.issue(tenant.id());
        checkpoint.passed(name + " issued");
        rows.store(tenant.id(), key.secretName(), issued);
        var remark = key.remark().isEmpty() ? "" : " (" + key.remark() + ")";
        return (stored.isPresent() ? "the stored one is no longer good, replaced" : "stored encrypted") + remark;
    }
}
