package fr.trame.admin.store;

import java.util.UUID;

/** How a store gives each tenant its own identity, where it can. */
interface Identities {

    /** Makes a new key for the tenant's bucket; whatever key it had before stops working where the store can do so. */
    StoreKey issue(UUID tenant);

    /** Whether the tenant's key has to be this identity, whatever else the store may accept. */
    boolean belongsTo(UUID tenant, StoreKey key);

    /** What the operator should know about these identities, or nothing. */
    String remark();
}
