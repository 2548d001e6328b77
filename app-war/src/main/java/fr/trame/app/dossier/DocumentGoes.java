package fr.trame.app.dossier;

import java.util.UUID;

/**
 * A document is about to be removed for good; fired outside of any transaction. Who keeps something of it outside of the
 * database removes it now, and throws when that is not possible: then the document waits.
 */
public record DocumentGoes(UUID document) {}
