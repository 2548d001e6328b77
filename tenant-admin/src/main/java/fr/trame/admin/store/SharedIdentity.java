package fr.trame.admin.store;

import java.util.UUID;

/** S3Proxy knows a single identity: good for development, no isolation by the store. */
record SharedIdentity(StoreKey root) implements Identities {

    @Override
    public StoreKey issue(UUID tenant) {
        return root;
    }

    @Override
    public boolean belongsTo(UUID tenant, StoreKey key) {
        return key.equals(root);
    }

    @Override
    public String remark() {
        return "this store has a single identity, so all tenants share its key; MinIO has one per bucket";
    }
}
