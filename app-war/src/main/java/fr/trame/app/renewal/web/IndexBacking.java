package fr.trame.app.renewal.web;

import fr.trame.app.renewal.Renewal;
import fr.trame.app.renewal.Renewals;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Shows which required pieces have to be renewed, on a page of their own and on the first page. */
@Named("renewalIndex")
@RequestScoped
public class IndexBacking {

    private static final int TILE = 5;

    @Inject
    Renewals renewals;

    private @Nullable List<Renewal> all;

    public List<Renewal> getAll() {
        if (all == null) {
            all = renewals.list();
        }
        return all;
    }

    /** @return the most urgent ones */
    public List<Renewal> getFirst() {
        return getAll().subList(0, Math.min(TILE, getAll().size()));
    }

    /** @return the class of the words that say how near the end is */
    public String tone(Renewal.Step step) {
        return switch (step) {
            case EXPIRED -> "t-late";
            case WEEK -> "t-soon";
            case SOON -> "soft";
        };
    }
}
