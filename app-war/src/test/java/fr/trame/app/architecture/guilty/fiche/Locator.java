package fr.trame.app.architecture.guilty.fiche;

import jakarta.enterprise.inject.spi.CDI;

/** Looks up what it should be given. */
public class Locator {
    Innocent find() {
        return CDI.current().select(Innocent.class).get();
    }
}
