package fr.trame.app.fiche.web;

import fr.trame.app.BusinessException;
import fr.trame.app.fiche.FicheContent;
import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.fiche.FicheView;
import fr.trame.app.fiche.Fiches;
import fr.trame.app.identity.Operation;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import fr.trame.app.workspace.Workspaces;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a fiche, new or not. When somebody else saved in the meantime nothing is lost: the page shows where the two
 * versions differ and lets the person choose.
 */
@Named("ficheEdit")
@ViewScoped
public class EditBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Fiches fiches;

    @Inject
    transient FicheQueries queries;

    @Inject
    transient Workspaces workspaces;

    @Inject
    transient Choices choices;

    @Inject
    transient Shell shell;

    private @Nullable String id;
    private String workspace = "";
    private String reference = "";
    private int version;
    private FicheForm form = new FicheForm();
    private transient @Nullable FicheView theirs;

    /** Opens the page: a fiche that exists, or a new one in a workspace. */
    public void load() throws IOException {
        if (id == null) {
            workspaces.get(UUID.fromString(workspace), Operation.FICHE_CREATE);
            return;
        }
        var fiche = queries.get(UUID.fromString(id));
        workspaces.get(fiche.workspaceId(), Operation.FICHE_EDIT);
        workspace = fiche.workspaceId().toString();
        reference = fiche.reference();
        version = fiche.version();
        form = FicheForm.of(fiche.content(), locale());
        if (!fiche.workflowState().open()) {
            go("/fiches/" + id);
        }
    }

    /** Saves, unless somebody else did since the page was opened. */
    public void save() throws IOException {
        save(version);
    }

    /** Saves over what somebody else saved. */
    public void keepMine() throws IOException {
        save(theirs == null ? version : theirs.version());
    }

    /** Gives up what was written here and opens what is saved. */
    public void takeTheirs() throws IOException {
        go("/fiches/" + id + "/edit");
    }

    private void save(int seen) throws IOException {
        form.addPartner();
        try {
            var saved = write(seen);
            Notices.keep("fiche.edit.saved");
            go("/fiches/" + saved);
        } catch (BusinessException no) {
            if (id == null || !no.key().equals("fiche.changed.meanwhile")) {
                throw no;
            }
            theirs = queries.get(UUID.fromString(id));
        }
    }

    private UUID write(int seen) {
        if (id == null) {
            return fiches.create(UUID.fromString(workspace), content());
        }
        var fiche = UUID.fromString(id);
        fiches.revise(fiche, seen, content());
        return fiche;
    }

    /** @return the sums of what is typed so far */
    public FundingTotals getTotals() {
        return FundingTotals.of(content().funding());
    }

    /** @return what somebody else saved, null unless that stands in the way */
    public @Nullable FicheView getTheirs() {
        return theirs;
    }

    /** @return the fields where the two versions differ */
    public List<Difference> getDifferences() {
        if (theirs == null) {
            return List.of();
        }
        var words = choices.inWords(locale());
        return Difference.between(words.of(content()), words.of(theirs.content()));
    }

    private FicheContent content() {
        return form.content(locale());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private void go(String path) throws IOException {
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url(path));
    }

    public FicheForm getForm() {
        return form;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public String getWorkspace() {
        return workspace;
    }

    public void setWorkspace(String workspace) {
        this.workspace = workspace;
    }

    public String getReference() {
        return reference;
    }
}
