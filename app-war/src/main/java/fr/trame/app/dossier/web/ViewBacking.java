package fr.trame.app.dossier.web;

import fr.trame.app.dossier.DocumentState;
import fr.trame.app.dossier.DocumentSummary;
import fr.trame.app.dossier.Documents;
import fr.trame.app.dossier.DossierSummary;
import fr.trame.app.dossier.Dossiers;
import fr.trame.app.dossier.Folder;
import fr.trame.app.dossier.FolderPath;
import fr.trame.app.dossier.Folders;
import fr.trame.app.identity.Operation;
import fr.trame.app.web.Shell;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Shows a dossier, a page of its documents at a time, and how far each document is. */
@Named("dossierView")
@ViewScoped
public class ViewBacking implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final int PAGE = 50;

    @Inject
    transient Dossiers dossiers;

    @Inject
    transient Documents documents;

    @Inject
    transient Folders folders;

    @Inject
    transient Shell shell;

    @Inject
    @ConfigProperty(name = "trame.upload.limit")
    transient long limit;

    private String id = "";
    private String folder = "";
    private int page = 1;
    private transient @Nullable DossierSummary dossier;
    private transient @Nullable List<DocumentSummary> list;

    public void load() {
        folder = FolderPath.check(folder);
        page = Math.max(1, Math.min(page, getPages()));
    }

    /** Reads once more a document that failed. */
    public void retry(UUID document) {
        documents.retry(document);
        refresh();
    }

    /** Forgets what was read, so that it is read again. */
    public void refresh() {
        dossier = null;
        list = null;
    }

    public DossierSummary getDossier() {
        if (dossier == null) {
            dossier = dossiers.get(UUID.fromString(id));
        }
        return dossier;
    }

    public List<DocumentSummary> getDocuments() {
        if (list == null) {
            list = documents.list(UUID.fromString(id), folder, (page - 1) * PAGE, PAGE);
        }
        return list;
    }

    /** @return the folders that stand in the one that is shown */
    public List<Folder> getFolders() {
        return folders.list(UUID.fromString(id), folder);
    }

    /** @return the folders that lead to the one that is shown, itself last */
    public List<Folder> getWay() {
        var way = new ArrayList<Folder>();
        for (var name : folder.isEmpty() ? new String[0] : folder.split("/")) {
            var above = way.isEmpty() ? "" : way.get(way.size() - 1).path() + "/";
            way.add(new Folder(above + name, name, 0));
        }
        return way;
    }

    /** @return the address of a folder of this dossier */
    public String address(String path) {
        return "?folder=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** @return how many documents of the page are still on their way */
    public long getUnsettled() {
        return getDocuments().stream().filter(each -> !settled(each.state())).count();
    }

    private static boolean settled(DocumentState state) {
        return state == DocumentState.INDEXED || state == DocumentState.FAILED || state == DocumentState.QUARANTINED;
    }

    /** @return whether the person may put documents here */
    public boolean isOpen() {
        return shell.may(
                Operation.DOCUMENT_UPLOAD.name(), getDossier().workspaceId().toString());
    }

    /** @return the icon and the tint of a type of file */
    public FileIcon icon(String type) {
        return FileIcon.of(type);
    }

    /** @return the icon of a state */
    public String stateIcon(DocumentState state) {
        return switch (state) {
            case SCANNING -> "shield";
            case RECEIVED -> "clock";
            case EXTRACTED -> "file-check";
            case INDEXED -> "check-circle";
            case FAILED -> "exclamation-circle";
            case QUARANTINED -> "ban";
        };
    }

    /** @return how many pages of documents there are, at least one */
    public int getPages() {
        return (int) Math.max(1, (folders.count(UUID.fromString(id), folder) + PAGE - 1) / PAGE);
    }

    /** @return the largest file that is taken, in bytes */
    public long getLimit() {
        return limit;
    }

    public String getId() {
        return id;
    }

    public void setId(String id) {
        this.id = id;
    }

    public String getFolder() {
        return folder;
    }

    public void setFolder(@Nullable String folder) {
        this.folder = folder == null ? "" : folder;
    }

    public int getPage() {
        return page;
    }

    /** @return the page as the address names it: what is no number is the first one */
    public String getAsked() {
        return String.valueOf(page);
    }

    public void setAsked(String asked) {
        page = PageNumber.of(asked);
    }
}
