package fr.trame.app.link.web;

import fr.trame.app.fiche.FicheQueries;
import fr.trame.app.identity.Operation;
import fr.trame.app.link.LinkedDocument;
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

/** The documents of a fiche action. */
@Named("ficheDocuments")
@ViewScoped
public class DocumentsOfFiche implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Links links;

    @Inject
    transient FicheQueries fiches;

    @Inject
    transient Shell shell;

    private String id = "";
    private @Nullable String chosen;
    private transient @Nullable List<LinkedDocument> list;
    private transient @Nullable List<LinkedDocument> further;

    /** Asked for each row, and the same for all. */
    private transient @Nullable Boolean open;

    public void link() throws IOException {
        var document = chosen;
        if (document != null) {
            links.link(UUID.fromString(document), UUID.fromString(id));
            again("link.linked");
        }
    }

    public void unlink(UUID document) throws IOException {
        links.unlink(document, UUID.fromString(id));
        again("link.unlinked");
    }

    private void again(String key) throws IOException {
        Notices.keep(key);
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/fiches/" + id));
    }

    public List<LinkedDocument> getList() {
        if (list == null) {
            list = links.documents(UUID.fromString(id));
        }
        return list;
    }

    /** @return what can be linked to it, none for those who may not */
    public List<LinkedDocument> getFurther() {
        if (further == null) {
            further = isOpen() ? links.furtherDocuments(UUID.fromString(id)) : List.of();
        }
        return further;
    }

    /** @return whether the person may change the links of the fiche */
    public boolean isOpen() {
        if (open == null) {
            open = asked();
        }
        return open;
    }

    private boolean asked() {
        var workspace = fiches.get(UUID.fromString(id)).workspaceId().toString();
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
