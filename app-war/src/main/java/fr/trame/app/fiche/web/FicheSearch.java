package fr.trame.app.fiche.web;

import fr.trame.app.fiche.FicheFilter;
import fr.trame.app.fiche.WorkflowState;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What is looked for among the fiches of a workspace, as the query of the address says it; what it says wrongly is left
 * out. An address can so be kept, sent to somebody and gone back to.
 */
public class FicheSearch implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SORTS =
            Set.of("reference", "title", "workflowState", "budget", "end", "modifiedAt");
    static final int PAGE = 25;

    private final String text;
    private final ArrayList<String> states;
    private final ArrayList<String> axes;
    private final boolean late;
    private final String sort;
    private final boolean ascending;
    private final int page;

    FicheSearch(Map<String, String[]> query) {
        text = one(query, "q").strip();
        states = new ArrayList<>(
                all(query, "state").filter(FicheSearch::state).distinct().toList());
        axes = new ArrayList<>(all(query, "axis").distinct().toList());
        late = one(query, "late").equals("1");
        sort = SORTS.contains(one(query, "sort")) ? one(query, "sort") : "reference";
        ascending = !one(query, "dir").equals("desc");
        page = one(query, "page").matches("[1-9]\\d{0,5}") ? Integer.parseInt(one(query, "page")) : 1;
    }

    FicheFilter filter(UUID workspace, String by, boolean up, int first, int size) {
        var chosen = new LinkedHashSet<WorkflowState>();
        states.forEach(each -> chosen.add(WorkflowState.valueOf(each)));
        return new FicheFilter(workspace, text, chosen, new LinkedHashSet<>(axes), late, by, up, first, size);
    }

    /** @return the query of the address that shows this in that order and from that page */
    String query(String by, boolean up, int shown) {
        var parts = new ArrayList<String>();
        add(parts, "q", text.isEmpty() ? List.of() : List.of(text));
        add(parts, "state", states);
        add(parts, "axis", axes);
        add(parts, "late", late ? List.of("1") : List.of());
        add(parts, "sort", by.equals("reference") ? List.of() : List.of(by));
        add(parts, "dir", up ? List.of() : List.of("desc"));
        add(parts, "page", shown == 1 ? List.of() : List.of(Integer.toString(shown)));
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, List<String> values) {
        values.forEach(value -> parts.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
    }

    private static boolean state(String name) {
        return Arrays.stream(WorkflowState.values())
                .anyMatch(each -> each.name().equals(name));
    }

    private static String one(Map<String, String[]> query, String name) {
        return all(query, name).findFirst().orElse("");
    }

    private static Stream<String> all(Map<String, String[]> query, String name) {
        return Stream.of(query.getOrDefault(name, new String[0])).filter(value -> !value.isBlank());
    }

    /** @return whether anything narrows the list */
    public boolean isNarrow() {
        return !text.isEmpty() || !states.isEmpty() || !axes.isEmpty() || late;
    }

    /** @return whether that state is looked for */
    public boolean looksFor(WorkflowState state) {
        return states.contains(state.name());
    }

    public String getText() {
        return text;
    }

    public List<String> getStates() {
        return states;
    }

    public List<String> getAxes() {
        return axes;
    }

    public boolean isLate() {
        return late;
    }

    public String getSort() {
        return sort;
    }

    public boolean isAscending() {
        return ascending;
    }

    public int getFirst() {
        return (page - 1) * PAGE;
    }
}
