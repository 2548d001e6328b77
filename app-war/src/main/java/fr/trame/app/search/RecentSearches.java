package fr.trame.app.search;

import fr.trame.app.Boundary;
import fr.trame.app.identity.CurrentUser;
import fr.trame.app.identity.Operation;
import fr.trame.app.identity.Requires;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** What a person searched for lately in this tenant: the person's own, seen by nobody else, forgotten on demand. */
@Boundary
public class RecentSearches {

    private static final int KEPT = 20;
    private static final int MOST_CHARS = 256;

    @PersistenceContext
    EntityManager em;

    @Inject
    CurrentUser user;

    /** Keeps the words; the twenty latest are kept. */
    @Requires(Operation.WORKSPACE_READ)
    public void remember(String words) {
        var kept = words.strip();
        if (kept.isEmpty() || kept.length() > MOST_CHARS || kept.indexOf('\0') >= 0) {
            return;
        }
        em.createNativeQuery("insert into recent_search (subject, words) values (?1, ?2)"
                        + " on conflict (tenant_id, subject, words) do update set searched_at = now()")
                .setParameter(1, user.getSubject())
                .setParameter(2, kept)
                .executeUpdate();
        em.createNativeQuery("delete from recent_search where subject = ?1 and words not in"
                        + " (select words from recent_search where subject = ?1 order by searched_at desc limit ?2)")
                .setParameter(1, user.getSubject())
                .setParameter(2, KEPT)
                .executeUpdate();
    }

    /** @return the person's latest searches that have these words in them, any when there are none */
    @Requires(Operation.WORKSPACE_READ)
    public List<String> latest(String typed, int atMost) {
        if (typed.length() > MOST_CHARS || typed.indexOf('\0') >= 0) {
            return List.of(); // none of them can have been kept
        }
        List<?> words = em.createNativeQuery("select words from recent_search where subject = ?1"
                        + " and position(lower(?2) in lower(words)) > 0 and lower(words) <> lower(?2)"
                        + " order by searched_at desc limit ?3")
                .setParameter(1, user.getSubject())
                .setParameter(2, typed.strip())
                .setParameter(3, atMost)
                .getResultList();
        return words.stream().map(String.class::cast).toList();
    }

    /** Forgets all of the person's searches. */
    @Requires(Operation.WORKSPACE_READ)
    public void forget() {
        em.createNativeQuery("delete from recent_search where subject = ?1")
                .setParameter(1, user.getSubject())
                .executeUpdate();
    }
}
