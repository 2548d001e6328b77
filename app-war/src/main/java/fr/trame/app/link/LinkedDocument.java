package fr.trame.app.link;

import java.util.UUID;

/** A document as the fiches it belongs to name it. */
public record LinkedDocument(UUID id, String name, String dossier) {}
