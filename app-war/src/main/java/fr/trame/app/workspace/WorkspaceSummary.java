package fr.trame.app.workspace;

import java.util.UUID;

/**
 * A workspace as navigation and lists show it.
 *
 * @param fiches how many fiches it holds
 * @param dossiers how many dossiers it holds
 */
public record WorkspaceSummary(
        UUID id, String code, String name, String description, boolean restricted, long fiches, long dossiers) {

    public UUID getId() {
        return id;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public String getDescription() {
        return description;
    }

    public boolean isRestricted() {
        return restricted;
    }

    public long getFiches() {
        return fiches;
    }

    public long getDossiers() {
        return dossiers;
    }
}
