package fr.trame.app.search.web;

import fr.trame.app.search.KeptSearches;
import fr.trame.app.web.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The searches the person keeps, on their own page and among the figures. */
@Named("searchSaved")
@RequestScoped
public class SavedBacking {

    private static final Set<String> OUTCOMES = Set.of("saved", "removed", "started", "stopped", "refused");

    @Inject
    KeptSearches kept;

    @Inject
    Shell shell;

    private @Nullable List<KeptSearches.Kept> all;

    public List<KeptSearches.Kept> getAll() {
        if (all == null) {
            all = kept.list();
        }
        return all;
    }

    /** @return where the results are; looking at them there makes them seen */
    public String address(KeptSearches.Kept each) {
        var search = each.search();
        return shell.url("/search?q=" + URLEncoder.encode(search.words(), StandardCharsets.UTF_8)
                + (search.filters().isEmpty() ? "" : "&" + search.filters()) + "&sort=recent&saved=" + search.id());
    }

    /** @return what was done just now, as the keys name it; empty when nothing was */
    public String getDid() {
        var did = FacesContext.getCurrentInstance()
                .getExternalContext()
                .getRequestParameterMap()
                .getOrDefault("did", "");
        return OUTCOMES.contains(did) ? did : "";
    }
}
