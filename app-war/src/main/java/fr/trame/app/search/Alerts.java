package fr.trame.app.search;

import fr.trame.app.BusinessException;
import fr.trame.app.identity.OnBehalf;
import fr.trame.app.identity.Person;
import fr.trame.app.outbox.OutboxListener;
import fr.trame.app.outbox.OutboxRow;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/**
 * Looks, once an hour for each saved search with an alert, for what is new, with the rights its owner has at that moment,
 * and tells the owner by mail. A turn that fails is followed by the next one: what was not told then is told later.
 */
@ApplicationScoped
public class Alerts implements OutboxListener {

    private static final System.Logger LOG = System.getLogger(Alerts.class.getName());

    /** Of the latest results so many are compared with what is known. */
    static final int LATEST = 200;

    /** What was deposited before the search was saved and read after it is news still. */
    private static final Duration READ_LATE = Duration.ofDays(1);

    @Inject
    AlertTurns turns;

    @Inject
    SavedSearches saved;

    @Inject
    Search search;

    @Inject
    HitCheck check;

    @Inject
    OnBehalf onBehalf;

    @Inject
    AlertMail mail;

    @Override
    public String type() {
        return SavedSearchEvent.ALERT;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public void handle(List<OutboxRow> rows) {
        rows.forEach(row -> turns.take(row.id()).ifPresent(this::look));
    }

    @Override
    public void gaveUp(OutboxRow row) {
        LOG.log(System.Logger.Level.WARNING, "the alert of {0} is given up", row.id());
    }

    private void look(AlertTurns.Turn turn) {
        var owner = new Person(turn.search().subject(), turn.ownersName(), turn.address());
        try {
            onBehalf.of(owner, () -> lookAs(turn));
        } catch (BusinessException away) {
            LOG.log(System.Logger.Level.WARNING, "an alert waits for its next turn: {0}", away.key());
        }
    }

    /** @return how much is new */
    private int lookAs(AlertTurns.Turn turn) {
        var since = turn.search().createdAt().toInstant().minus(READ_LATE);
        var hits = search.first(turn.search().question(), LATEST).stream()
                .filter(hit -> hit.modified().isAfter(since))
                .map(SearchIndex.Hit::entity)
                .toList();
        saved.found(turn.search().id(), hits);
        var news =
                check.places(saved.untold(turn.search().id())).values().stream().toList();
        if (!news.isEmpty() && !turn.address().isEmpty()) {
            mail.send(turn, news);
        }
        saved.told(turn.search().id());
        return news.size();
    }
}
