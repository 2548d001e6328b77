package fr.trame.admin.provisioning;

import fr.trame.admin.search.SearchKeys;
import fr.trame.admin.store.ObjectStore;
import fr.trame.admin.store.StoreKey;
import java.util.UUID;

/** A key by which the product reaches one tenant's part of a service. */
interface TenantKey {

    /** Its name in tenant_secret. */
    String secretName();

    /** Whether the service still accepts the key. */
    boolean isAlive(UUID tenant, String key);

    /** Makes a new key and withdraws those made before. */
    String issue(UUID tenant);

    /** What the operator should know about such keys, or nothing. */
    default String remark() {
        return "";
    }

    record OfStore(ObjectStore store) implements TenantKey {

        @Override
        public String secretName() {
            return "STORE_KEY";
        }

        @Override
        public boolean isAlive(UUID tenant, String key) {
            return store.isAlive(tenant, StoreKey.of(key));
        }

        @Override
        public String issue(UUID tenant) {
            return store.issueKey(tenant).text();
        }

        @Override
        public String remark() {
            return store.remark();
        }
    }

    record OfSearch(SearchKeys keys) implements TenantKey {

        @Override
        public String secretName() {
            return "SEARCH_KEY";
        }

        @Override
        public boolean isAlive(UUID tenant, String key) {
            return keys.isAlive(tenant, key);
        }

        @Override
        public String issue(UUID tenant) {
            keys.withdrawAll(tenant);
            return keys.issue(tenant);
        }
    }
}
