package fr.trame.app.fiche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fr.trame.app.fiche.WorkflowState;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader sees one current step, whatever the state. */
class StepTest {

    @ParameterizedTest
    @EnumSource(WorkflowState.class)
    void everyStateIsTheOneCurrentStep(WorkflowState state) {
        var current = Step.of(state).stream()
                .filter(step -> step.mark().equals("cur"))
                .toList();
        assertEquals(List.of(new Step(state, "cur")), current);
    }

    @Test
    void whatCameBeforeIsDone() {
        var marks = Step.of(WorkflowState.SUBMITTED).stream().map(Step::mark).toList();
        assertEquals(List.of("done", "done", "cur", "", "", ""), marks);
    }
}
