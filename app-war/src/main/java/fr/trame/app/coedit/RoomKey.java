package fr.trame.app.coedit;

import java.util.UUID;

/** Which document: a fiche of a tenant. */
record RoomKey(UUID tenant, UUID fiche) {}
