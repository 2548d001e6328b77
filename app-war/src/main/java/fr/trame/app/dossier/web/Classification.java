package fr.trame.app.dossier.web;

import fr.trame.app.dossier.DocumentKind;
import fr.trame.app.dossier.Pieces;
import fr.trame.app.web.Notices;
import fr.trame.app.web.Shell;
import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the document that is shown is: its kind, until when it is valid, its tags. */
@Named("documentClassification")
@ViewScoped
public class Classification implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Pieces pieces;

    @Inject
    transient Shell shell;

    @Inject
    HistoryBacking view;

    private @Nullable String kind;
    private @Nullable LocalDate validUntil;
    private @Nullable String tags;

    /** Reads what is said so far. */
    public void load() {
        kind = view.getDocument().kind();
        validUntil = view.getDocument().validUntil();
        tags = String.join(", ", getList());
    }

    /** Keeps it. */
    public void save() throws IOException {
        var said = tags == null ? List.<String>of() : List.of(tags.split("[,;]"));
        pieces.classify(UUID.fromString(view.getId()), kind, validUntil, said);
        Notices.keep("document.classified");
        FacesContext.getCurrentInstance()
                .getExternalContext()
                .redirect(shell.url("/documents/" + view.getId() + "/history"));
    }

    public List<String> getList() {
        return pieces.tags(UUID.fromString(view.getId()));
    }

    public List<DocumentKind> getKinds() {
        return pieces.kinds();
    }

    public @Nullable String getKind() {
        return kind;
    }

    public void setKind(@Nullable String kind) {
        this.kind = kind;
    }

    public @Nullable LocalDate getValidUntil() {
        return validUntil;
    }

    public void setValidUntil(@Nullable LocalDate validUntil) {
        this.validUntil = validUntil;
    }

    public @Nullable String getTags() {
        return tags;
    }

    public void setTags(@Nullable String tags) {
        this.tags = tags;
    }
}
