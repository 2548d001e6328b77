package fr.trame.app.retention.web;

import fr.trame.app.retention.Elimination;
import fr.trame.app.retention.EliminationLists;
import fr.trame.app.retention.Eliminations;
import fr.trame.app.web.Shell;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elimination lists of the tenant, and the button that writes one. */
@Named("retentionLists")
@RequestScoped
public class ListsOfTenant {

    @Inject
    Eliminations eliminations;

    @Inject
    EliminationLists lists;

    @Inject
    Shell shell;

    private @Nullable List<Elimination> all;

    /** Writes a list and goes to it. */
    public void propose() throws IOException {
        var id = eliminations.propose();
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/retention/eliminations/" + id));
    }

    public List<Elimination> getAll() {
        if (all == null) {
            all = lists.latest();
        }
        return all;
    }
}
