package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.PhaseStatus;
import fr.trame.app.fiche.WorkflowState;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How late a fiche is; late is computed, never typed. */
final class Lateness {

    private static final Set<PhaseStatus> OVER = Set.of(PhaseStatus.COMPLETED, PhaseStatus.ABANDONED);

    private Lateness() {}

    /** @return how many days past its end a fiche is that is still expected to be done, zero when it is not late */
    static long days(FicheContent content, WorkflowState state, LocalDate today) {
        return state.open() && !OVER.contains(content.phaseStatus()) ? days(content.end(), today) : 0;
    }

    /** @return how many days ago that was, zero when it was not */
    static long days(@Nullable LocalDate end, LocalDate today) {
        return end == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(end, today));
    }
}
