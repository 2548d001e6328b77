package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Thrown;
import fr.trame.app.dossier.Trash;
import fr.trame.app.identity.Operation;
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

/** What was thrown away in a dossier, by whom and until when it can be taken back. */
@Named("dossierTrash")
@ViewScoped
public class TrashBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Trash trash;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient Shell shell;

    private String id = "";
    private transient @Nullable DossierSummary dossier;
    private transient @Nullable List<Thrown> list;

    /** @throws BusinessException NOT_FOUND for those who may not throw away, who have nothing to take back */
    public void load() {
        if (!shell.may(
                Operation.DOCUMENT_UPLOAD.name(), getDossier().workspaceId().toString())) {
            throw BusinessException.notFound("dossier.unknown");
        }
    }

    /** Takes a document back. */
    public void takeBack(Thrown document) throws IOException {
        trash.takeBack(List.of(document.id()));
        Notices.keep("dossier.trash.taken.back", document.name());
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/dossiers/" + id + "/trash"));
    }

    public DossierSummary getDossier() {
        if (dossier == null) {
            dossier = dossiers.get(UUID.fromString(id));
        }
        return dossier;
    }

    public List<Thrown> getDocuments() {
        if (list == null) {
            list = trash.list(UUID.fromString(id));
        }
        return list;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }
}
