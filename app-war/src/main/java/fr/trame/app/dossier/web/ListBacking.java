package fr.trame.app.dossier.web;

import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists the dossiers of a workspace and opens new ones. */
@Named("dossierList")
@ViewScoped
public class ListBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient Shell shell;

    private String workspace = "";
    private @Nullable String name;
    private @Nullable String description;
    private transient @Nullable List<DossierSummary> list;

    public void load() {
        list = dossiers.list(UUID.fromString(workspace));
    }

    /** Opens a dossier and goes there. */
    public void create() throws IOException {
        var id = dossiers.create(
                UUID.fromString(workspace), name == null ? "" : name, description == null ? "" : description);
        Notices.keep("dossier.list.created");
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/dossiers/" + id));
    }

    public List<DossierSummary> getDossiers() {
        if (list == null) {
            list = dossiers.list(UUID.fromString(workspace));
        }
        return list;
    }

    public String getWorkspace() {
        return workspace;
    }

    public void setWorkspace(String workspace) {
        this.workspace = workspace;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getDescription() {
        return description;
    }

    public void setDescription(@Nullable String description) {
        this.description = description;
    }
}
