package fr.trame.app.dossier.web;

import fr.trame.app.BusinessException;
import fr.trame.app.dossier.Comparison;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.DocumentVersion;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Moves;
import fr.trame.app.dossier.Twins;
import fr.trame.app.dossier.Versions;
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

/** The versions of a document: who, when and why, what two of them differ in, and the way back to one. */
@Named("dossierHistory")
@ViewScoped
public class HistoryBacking implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Documents documents;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient Versions versions;

    @Inject
    transient Moves moves;

    @Inject
    transient Twins twins;

    @Inject
    transient Shell shell;

    private String id = "";
    private int before;
    private int after;
    private int described;
    private @Nullable String name;
    private @Nullable String reason;
    private @Nullable String label;
    private transient @Nullable DocumentSummary document;
    private transient @Nullable DossierSummary dossier;
    private transient @Nullable List<DocumentVersion> list;
    private transient @Nullable List<Twins.Twin> same;
    private transient Comparison.@Nullable Result comparison;
    private transient @Nullable String refusal;

    /** Reads what is asked to be compared; the two latest versions are chosen otherwise. */
    public void load() {
        var latest = getVersions().get(0).number();
        if (before > 0 && after > 0) {
            compare();
        } else {
            after = latest;
            before = Math.max(1, latest - 1);
        }
        name = getDocument().name();
        described = latest;
        describedChanged();
    }

    private void compare() {
        var document = UUID.fromString(id);
        try {
            comparison = Comparison.of(versions.text(document, before), versions.text(document, after));
        } catch (BusinessException no) {
            if (no.kind() != BusinessException.Kind.TOO_LARGE) {
                throw no;
            }
            refusal = no.key();
        }
    }

    /** Makes a version the current one again. */
    public void restore(int number) throws IOException {
        versions.restore(UUID.fromString(id), number, "");
        again("document.history.restored", number);
    }

    /** Shows what is said of the version that is chosen. */
    public void describedChanged() {
        getVersions().stream()
                .filter(each -> each.number() == described)
                .findFirst()
                .ifPresent(each -> {
                    reason = each.reason();
                    label = each.label();
                });
    }

    /** Keeps what is said of a version. */
    public void describe() throws IOException {
        versions.describe(UUID.fromString(id), described, reason == null ? "" : reason, label == null ? "" : label);
        again("document.history.described", described);
    }

    private void again(String key, Object number) throws IOException {
        Notices.keep(key, number);
        FacesContext.getCurrentInstance().getExternalContext().redirect(shell.url("/documents/" + id + "/history"));
    }

    public DocumentSummary getDocument() {
        if (document == null) {
            document = documents.get(UUID.fromString(id));
        }
        return document;
    }

    public DossierSummary getDossier() {
        if (dossier == null) {
            dossier = dossiers.get(getDocument().dossierId());
        }
        return dossier;
    }

    public List<DocumentVersion> getVersions() {
        if (list == null) {
            list = versions.list(UUID.fromString(id));
        }
        return list;
    }

    /** Gives the document another name. */
    public void rename() throws IOException {
        var document = UUID.fromString(id);
        try {
            moves.rename(document, name == null ? "" : name);
        } catch (BusinessException no) {
            throw no.atField("name");
        }
        again("document.history.renamed", documents.get(document).name());
    }

    /** @return other documents of the same content that this person may read */
    public List<Twins.Twin> getSame() {
        if (same == null) {
            same = twins.of(getDocument());
        }
        return same;
    }

    /** @return whether the person may change the document */
    public boolean isOpen() {
        return shell.may(
                Operation.DOCUMENT_UPLOAD.name(), getDossier().workspaceId().toString());
    }

    /** @return what the two chosen versions differ in, null when none are chosen */
    public Comparison.@Nullable Result getComparison() {
        return comparison;
    }

    /** @return why they are not compared, a key of the words, or null */
    public @Nullable String getRefusal() {
        return refusal;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getBefore() {
        return String.valueOf(before);
    }

    /** Without two of them the latest are compared. */
    public void setBefore(@Nullable String asked) {
        before = asked == null ? 0 : PageNumber.of(asked);
    }

    public String getAfter() {
        return String.valueOf(after);
    }

    public void setAfter(@Nullable String asked) {
        after = asked == null ? 0 : PageNumber.of(asked);
    }

    public int getDescribed() {
        return described;
    }

    public void setDescribed(int described) {
        this.described = described;
    }

    public @Nullable String getName() {
        return name;
    }

    public void setName(@Nullable String name) {
        this.name = name;
    }

    public @Nullable String getReason() {
        return reason;
    }

    public void setReason(@Nullable String reason) {
        this.reason = reason;
    }

    public @Nullable String getLabel() {
        return label;
    }

    public void setLabel(@Nullable String label) {
        this.label = label;
    }
}
