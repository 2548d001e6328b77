package fr.trame.app.architecture.guilty.fiche;

import jakarta.transaction.Transactional;

/** The same, less visibly. */
public class OwnTransactionInMethod {
    @Transactional
    void write() {}
}
