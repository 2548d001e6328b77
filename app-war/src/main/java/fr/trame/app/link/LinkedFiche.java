package fr.trame.app.link;

import java.util.UUID;

/** A fiche action as the documents that belong to it name it. */
public record LinkedFiche(UUID id, String reference, String title) {}
