package fr.trame.app.link.web;

import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.identity.Operation;
import fr.trame.app.link.LinkedFiche;
import fr.trame.app.link.Links;
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

/** The fiches actions a document belongs to. */
@Named("documentFiches")
@ViewScoped
public class FichesOfDocument implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Links links;

    @Inject
    transient Documents documents;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient Shell shell;

    private String id = "";
    private @Nullable String chosen;
    private transient @Nullable List<LinkedFiche> list;
    private transient @Nullable List<LinkedFiche> further;

    /** Asked for each row, and the same for all. */
    private transient @Nullable Boolean open;

    public void link() throws IOException {
        var fiche = chosen;
        if (fiche != null) {
            links.link(UUID.fromString(id), UUID.fromString(fiche));
            again("link.linked");
        }
    }

    public void unlink(UUID fiche) throws IOException {
        links.unlink(UUID.fromString(id), fiche);
        again("link.unlinked");
    }

    private void again(String key) throws IOException {
        Notices.keep(key);
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/documents/" + id));
    }

    public List<LinkedFiche> getList() {
        if (list == null) {
            list = links.fiches(UUID.fromString(id));
        }
        return list;
    }

    /** @return what it can be linked to, none for those who may not */
    public List<LinkedFiche> getFurther() {
        if (further == null) {
            further = isOpen() ? links.furtherFiches(UUID.fromString(id)) : List.of();
        }
        return further;
    }

    /** @return whether the person may change the links of the document */
    public boolean isOpen() {
        if (open == null) {
            open = asked();
        }
        return open;
    }

    private boolean asked() {
        var dossier = dossiers.get(documents.get(UUID.fromString(id)).dossierId());
        var workspace = dossier.workspaceId().toString();
        return shell.may(Operation.DOCUMENT_UPLOAD.name(), workspace)
                && shell.may(Operation.FICHE_EDIT.name(), workspace);
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public @Nullable String getChosen() {
        return chosen;
    }

    public void setChosen(@Nullable String chosen) {
        this.chosen = chosen;
    }
}
