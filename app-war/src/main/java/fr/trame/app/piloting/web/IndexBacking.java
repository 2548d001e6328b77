package fr.trame.app.piloting.web;

import fr.trame.app.piloting.Indicators;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;

/** The tenant's figures of this moment. */
@Named("pilotingIndex")
@RequestScoped
public class IndexBacking {

    private static final int LATE = 8;
    private static final int DUE = 6;
    private static final int DUE_DAYS = 90;
    private static final int RECENT = 9;

    @Inject
    Indicators indicators;

    private StateBar states = StateBar.of(List.of());
    private FunderTable funders = FunderTable.of(List.of());
    private List<Indicators.WorkspaceProgress> workspaces = List.of();
    private List<Indicators.LateFiche> lates = List.of();
    private List<Indicators.DueFiche> dues = List.of();
    private List<Indicators.Activity> activities = List.of();
    private long late;

    public void load() {
        states = StateBar.of(indicators.byState());
        funders = FunderTable.of(indicators.byFunder(0));
        workspaces = indicators.byWorkspace();
        late = indicators.lateCount();
        lates = indicators.late(LATE);
        dues = indicators.due(DUE_DAYS, DUE);
        activities = indicators.recent(RECENT);
    }

    public StateBar getStates() {
        return states;
    }

    public FunderTable getFunders() {
        return funders;
    }

    public List<Indicators.WorkspaceProgress> getWorkspaces() {
        return workspaces;
    }

    public List<Indicators.LateFiche> getLates() {
        return lates;
    }

    public List<Indicators.DueFiche> getDues() {
        return dues;
    }

    public List<Indicators.Activity> getActivities() {
        return activities;
    }

    public long getLate() {
        return late;
    }

    public Instant getNow() {
        return Instant.now();
    }

    /** @return the address inside the tenant of what the activity was about */
    public String page(Indicators.Activity activity) {
        return switch (activity.kind()) {
            case "fiche" -> "/fiches/" + activity.subject();
            case "dossier" -> "/dossiers/" + activity.subject();
            default -> "/files/" + activity.subject();
        };
    }
}
