package fr.trame.admin.provisioning;

/** Told after each effect that lasts; a test ends the run here, as a kill would. */
interface Checkpoint {
    void passed(String point);
}
