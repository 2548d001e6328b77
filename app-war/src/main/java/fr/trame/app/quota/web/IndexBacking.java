package fr.trame.app.quota.web;

import fr.trame.app.quota.Usage;
import fr.trame.app.storage.Quota;
import fr.trame.app.storage.Room;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows how much room the tenant has and what uses it. */
@Named("quotaIndex")
@RequestScoped
public class IndexBacking {

    @Inject
    Quota quota;

    @Inject
    Usage usage;

    private @Nullable Room room;
    private Usage.@Nullable Used total;
    private @Nullable List<Usage.Used> workspaces;
    private @Nullable List<Usage.Used> dossiers;
    private @Nullable List<Usage.Used> kinds;

    /** Asks who may not look before anything is shown. */
    public void load() {
        getRoom();
    }

    public Room getRoom() {
        if (room == null) {
            room = quota.room();
        }
        return room;
    }

    public Usage.Used getTotal() {
        if (total == null) {
            total = usage.total();
        }
        return total;
    }

    public List<Usage.Used> getWorkspaces() {
        if (workspaces == null) {
            workspaces = usage.byWorkspace();
        }
        return workspaces;
    }

    public List<Usage.Used> getDossiers() {
        if (dossiers == null) {
            dossiers = usage.byDossier();
        }
        return dossiers;
    }

    public List<Usage.Used> getKinds() {
        if (kinds == null) {
            kinds = usage.byKind();
        }
        return kinds;
    }

    /** @return the tone of the bar: « ok », « warn » or « ko » */
    public String getTone() {
        var percent = getRoom().percent();
        return percent >= 95 ? "ko" : percent >= 80 ? "warn" : "ok";
    }
}
