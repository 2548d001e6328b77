package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import fr.trame.app.workspace.Workspaces;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;

/**
 * Workspaces, organisations and people by their names. They are few and change at once, so they are asked of the database
 * itself, without accents and by the beginnings of their words; the index is for texts.
 */
@Boundary
public class Directory {

    private static final int LEAST_CHARS = 2;

    /** Nobody and nothing has a longer name that is typed whole. */
    private static final int MOST_CHARS = 100;

    /** Each word typed begins one of the name. What is typed holds letters, digits and spaces only. */
    private static final String NAMED =
            """
            (select bool_and(' ' || regexp_replace(translate(lower(%1$s), 'àâäáãéèêëîïíôöóõùûüúçñ',
                'aaaaaeeeeiiioooouuuucn'), '[^[:alnum:]]+', ' ', 'g') like '%% ' || word || '%%')
            from unnest(string_to_array(?1, ' ')) word)
            """;

    private static final String ORGANISATIONS =
            "select cast(id as text), name from organisation where " + NAMED.formatted("name") + " order by name";
    private static final String PEOPLE = "select subject, display_name from member where "
            + NAMED.formatted("display_name") + " order by display_name";

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    @Inject
    Workspaces workspaces;

    /** What an entry is. */
    public enum Kind {
        WORKSPACE,
        ORGANISATION,
        PERSON
    }

    /** @param id of a workspace or an organisation, or the subject of a person */
    public record Entry(Kind kind, String id, String name) {}

    /**
     * @param typed a name or the beginnings of its words
     * @param each at most so many of a kind
     * @return those this person may see, kinds in the order they are declared in
     */
    @Requires(Operation.WORKSPACE_READ)
    public List<Entry> find(String typed, int each) {
        var folded = typed.indexOf(':') < 0 ? Folded.of(typed) : "";
        var found = new ArrayList<Entry>();
        if (folded.length() < LEAST_CHARS || folded.length() > MOST_CHARS) {
            return found;
        }
        workspaces.list().stream()
                .filter(workspace -> Folded.begins(workspace.name() + " " + workspace.code(), folded))
                .limit(each)
                .map(workspace -> new Entry(Kind.WORKSPACE, workspace.id().toString(), workspace.name()))
                .forEach(found::add);
        if (user.allows(Operation.ORGANISATION_READ)) {
            found.addAll(named(ORGANISATIONS, Kind.ORGANISATION, folded, each));
        }
        found.addAll(named(PEOPLE, Kind.PERSON, folded, each));
        return found;
    }

    private List<Entry> named(String sql, Kind kind, String folded, int each) {
        List<?> rows = em.createNativeQuery(sql)
                .setParameter(1, folded)
                .setMaxResults(each)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(row -> new Entry(kind, (String) row[0], (String) row[1]))
                .toList();
    }
}
