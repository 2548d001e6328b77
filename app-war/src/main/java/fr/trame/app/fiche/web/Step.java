package fr.trame.app.fiche.web;

import fr.trame.app.fiche.WorkflowState;
import java.util.ArrayList;
import java.util.List;

/**
 * A step on the way of a fiche, as the reader sees it.
 *
 * @param mark {@code done}, {@code cur} or "" for what is to come
 */
public record Step(WorkflowState state, String mark) {

    private static final List<WorkflowState> WAY = List.of(
            WorkflowState.DRAFT,
            WorkflowState.IN_CONSULTATION,
            WorkflowState.SUBMITTED,
            WorkflowState.VALIDATED,
            WorkflowState.CONTRACTED,
            WorkflowState.CLOSED);

    /** @return the way from draft to closed, with the fiche where it stands; a detour takes the place of its step */
    static List<Step> of(WorkflowState current) {
        var at = WAY.indexOf(placeOf(current));
        var steps = new ArrayList<Step>();
        for (var i = 0; i < WAY.size(); i++) {
            steps.add(i == at ? new Step(current, "cur") : new Step(WAY.get(i), i < at ? "done" : ""));
        }
        return steps;
    }

    private static WorkflowState placeOf(WorkflowState current) {
        return switch (current) {
            case CHANGES_REQUESTED -> WorkflowState.SUBMITTED;
            case ARCHIVED -> WorkflowState.CLOSED;
            default -> current;
        };
    }
}
