package fr.trame.admin.provisioning;

import fr.trame.admin.keycloak.Keycloak;
import fr.trame.admin.search.SearchIndex;
import fr.trame.admin.store.ObjectStore;

/** The steps that are one question and one order to one service. */
final class ServiceSteps {

    private ServiceSteps() {}

    record Organization(Keycloak keycloak) implements Step {

        @Override
        public String name() {
            return "organization";
        }

        @Override
        public String complete(Tenant tenant) {
            if (keycloak.organizationOf(tenant.id()).isPresent()) {
                return "";
            }
            keycloak.createOrganization(
                    tenant.id(), tenant.alias(), tenant.properties().name());
            return "created in Keycloak";
        }
    }

    record Bucket(ObjectStore store) implements Step {

        @Override
        public String name() {
            return "bucket";
        }

        @Override
        public String complete(Tenant tenant) {
            return store.ensureBucket(tenant.id()) ? "created: " + ObjectStore.bucketOf(tenant.id()) : "";
        }
    }

    record Index(SearchIndex index) implements Step {

        @Override
        public String name() {
            return "index";
        }

        @Override
        public String complete(Tenant tenant) {
            if (!index.ensure(tenant.id())) {
                return "";
            }
            var lost = tenant.state().equals("OPEN");
            return lost
                    ? "created empty: run tenant-admin search rebuild " + tenant.alias() + " to fill it"
                    : "created with its alias";
        }
    }

    record Opening(TenantRows rows) implements Step {

        @Override
        public String name() {
            return "state";
        }

        @Override
        public String complete(Tenant tenant) {
            return rows.open(tenant.id()) ? "open" : "";
        }
    }
}
