package fr.trame.admin.provisioning;

/** One thing an open tenant has. */
interface Step {

    String name();

    /**
     * Looks whether the thing is there and makes only what is missing, so that it may be asked again after any
     * interruption.
     *
     * @return what was made, or nothing when all was there
     */
    String complete(Tenant tenant);
}
