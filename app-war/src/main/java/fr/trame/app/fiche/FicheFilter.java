package fr.trame.app.fiche;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which fiches, in which order, which page of them.
 *
 * @param text part of the title or the reference, accents and case apart; "" for all
 * @param states any of them; empty for all
 * @param axes any of them; empty for all
 * @param lateOnly only those that are late
 * @param sort one of {@code reference title workflowState end budget modifiedAt}; null for the reference
 * @param first index of the first row
 * @param size at most 100 rows
 */
public record FicheFilter(
        UUID workspace,
        String text,
        Set<WorkflowState> states,
        Set<String> axes,
        boolean lateOnly,
        @Nullable String sort,
        boolean ascending,
        int first,
        int size) {

    /** All the fiches of a workspace by reference. */
    public static FicheFilter all(UUID workspace, int first, int size) {
        return new FicheFilter(workspace, "", Set.of(), Set.of(), false, null, true, first, size);
    }
}
